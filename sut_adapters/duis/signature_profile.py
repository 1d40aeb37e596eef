"""The one shape that the signature of a DUIS message may have; whatever differs is refused before any arithmetic.

Two forms pass: signxml's, with a transform for exclusive canonicalization, and that of the DCC's own tool, without.
"""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from sut_adapters.duis.elements import XMLDSIG, children
from sut_adapters.duis.fault import quoted
from sut_adapters.smki.identity import IssuerSerial, of_text

EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED = f"{XMLDSIG}enveloped-signature"
ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
TRANSFORMS = ((ENVELOPED,), (ENVELOPED, EXCLUSIVE))
"""The DCC's own tool's, and signxml's."""

OCTETS = {"DigestValue": 32, "SignatureValue": 64}
"""SHA-256; two numbers of 32 octets each on P-256."""

NAMES_THE_SIGNER = ("X509IssuerName", "X509SerialNumber")


class BadSignature(ValueError):
    """Why a message's signature is not to be believed, in words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Shape:
    """One element of the signature's namespace: its attributes and its elements, these and no others, in this order."""

    name: str
    elements: tuple["Shape", ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


def _algorithm(name: str, algorithm: str) -> Shape:
    return Shape(name, attributes={"Algorithm": algorithm})


@cache
def _signature(*transforms: str) -> Shape:
    reference = Shape(
        "Reference",
        (
            Shape("Transforms", tuple(_algorithm("Transform", transform) for transform in transforms)),
            _algorithm("DigestMethod", SHA256),
            Shape("DigestValue"),
        ),
        {"URI": ""},
    )
    methods = (_algorithm("CanonicalizationMethod", EXCLUSIVE), _algorithm("SignatureMethod", ECDSA_SHA256))
    issuer_serial = Shape("X509IssuerSerial", tuple(map(Shape, NAMES_THE_SIGNER)))
    key_info = Shape("KeyInfo", (Shape("X509Data", (issuer_serial,)),))
    return Shape("Signature", (Shape("SignedInfo", (*methods, reference)), Shape("SignatureValue"), key_info))


def signer_named(root: etree._Element) -> IssuerSerial:
    """The signer that the root's one signature names; BadSignature where the signature has another shape."""
    found = children(root, "Signature", XMLDSIG)
    if len(found) != 1:
        raise BadSignature("there is no signature" if not found else f"there are {len(found)} signatures")
    signature = found[0]
    if mismatch := _mismatch(signature, _signature(*_transforms(signature))):
        raise BadSignature(mismatch)
    issuer, serial = next(signature.iter(f"{{{XMLDSIG}}}X509IssuerSerial"))
    try:
        return of_text(issuer.text or "", serial.text or "")
    except ValueError as error:
        raise BadSignature("its KeyInfo has no issuer and serial number that can be read") from error


def own_text(element: etree._Element) -> str:
    """The text directly within the element, before, between and after what else it holds."""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def _transforms(signature: etree._Element) -> tuple[str, ...]:
    transforms = signature.find("/".join(f"{{{XMLDSIG}}}{step}" for step in ("SignedInfo", "Reference", "Transforms")))
    found = () if transforms is None else tuple(str(transform.get("Algorithm")) for transform in transforms)
    if found not in TRANSFORMS:
        listed = ", ".join(map(quoted, found)) or "missing"
        raise BadSignature(f"its transforms are {listed}; only {ENVELOPED} may be there, and {EXCLUSIVE} after it")
    return found


def _mismatch(element: etree._Element, shape: Shape) -> str:
    """Where the element first differs from the shape, in words; empty where it does not."""
    if element.tag != f"{{{XMLDSIG}}}{shape.name}":
        return f"it has {quoted(str(element.tag))} where {shape.name} belongs"
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    if attributes != shape.attributes:
        return f"its {shape.name} has {_attributes(attributes)}, not {_attributes(shape.attributes)}"
    if len(element) != len(shape.elements):
        return f"its {shape.name} has {len(element)} elements, not {len(shape.elements)}"
    if not _is_good_text(own_text(element), shape):
        return f"its {shape.name} holds {quoted(own_text(element))}"
    return next(filter(None, map(_mismatch, element, shape.elements)), "")


def _is_good_text(text: str, shape: Shape) -> bool:
    if shape.name not in OCTETS:
        return bool(text.strip()) is (shape.name in NAMES_THE_SIGNER)
    try:
        return len(b64decode("".join(text.split()), validate=True)) == OCTETS[shape.name]
    except ValueError:
        return False


def _attributes(attributes: Mapping[str, str]) -> str:
    return ", ".join(f"{quoted(key)} {quoted(value)}" for key, value in attributes.items()) or "no attribute"
