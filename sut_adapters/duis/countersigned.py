"""A Countersigned Service Request as this suite writes it, from the DSP to an S1SP.

The interface between the two is not public: this one stands in for it (docs/countersigned-service-request.md).
"""

from dataclasses import dataclass
from datetime import datetime

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.base64_text import read_octets, written
from sut_adapters.duis.elements import name, one, place, value
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.markup import element, leaf, moment, octets
from sut_adapters.duis.moments import read_moment
from sut_adapters.duis.secure_xml import parse

NAMESPACE = "urn:mp107:countersigned-service-request:1"
ROOT = "CountersignedServiceRequest"


@dataclass(frozen=True, slots=True)
class Countersigned:
    """`request` is the User's signed DUIS Request, octet for octet; `received` when the DSP took it."""

    s1sp: Component
    received: datetime
    request: bytes


def encode_countersigned(countersigned: Countersigned) -> bytes:
    """Unsigned, without white space: `sut_adapters.duis.signing.sign` puts the DSP's signature to it."""
    content = (
        leaf("S1SP", countersigned.s1sp),
        moment("ReceivedDateTime", countersigned.received),
        leaf("ServiceRequest", written(countersigned.request)),
    )
    return octets(element(ROOT, *content, attributes={"xmlns": NAMESPACE}))


def read_countersigned(document: bytes) -> Countersigned:
    """What it says; raises MessageFault for anything else. Neither signature in it is looked at."""
    root = parse(document)
    if root.tag != f"{{{NAMESPACE}}}{ROOT}":
        fault = f"the root element {quoted(name(root))} is no {ROOT} (namespace {NAMESPACE})"
        raise MessageFault(f"line {root.sourceline}", fault, "send a Countersigned Service Request")
    addressee = one(root, "S1SP", NAMESPACE)
    if value(addressee) not in S1SPS:
        fault = f"{quoted(value(addressee))} is no S1SP"
        raise MessageFault(place(addressee), fault, f"write one of {', '.join(S1SPS)}")
    return Countersigned(
        s1sp=Component(value(addressee)),
        received=read_moment(one(root, "ReceivedDateTime", NAMESPACE)),
        request=read_octets(one(root, "ServiceRequest", NAMESPACE)),
    )
