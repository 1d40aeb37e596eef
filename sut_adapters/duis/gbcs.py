"""GBCS messages, as far as a User needs them: a Pre-Command to be signed, and how a SMETS2 device answered.

The shapes are those of the published RTDS samples: a general-signing APDU with ASN.1 in DER as its content. No document
at hand says how a device turns down a command that another party's key has signed; read here as RFC 5934 names its
status codes, `noTrustAnchor` is such a refusal and every other status but success a failure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from sut_adapters.duis.der import constructed, counted, each, length, octet_string, read_length, whole_number
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.signer import Signer

GENERAL_SIGNING = 0xDF
GENERAL_CIPHERING = 0xDD
MAC_HEADER_OCTETS = 7
SECURITY_HEADER_OCTETS = 5
MAC_OCTETS = 12
SIGNATURE_OCTETS = 64
ENUMERATED = 0x0A
SEQUENCE = 0x30
UPDATES_CREDENTIALS = range(0x0100, 0x010A)
"""CS02b, Update Security Credentials: one message code for each replacement mode."""

NETWORK_OPERATOR_BY_NETWORK_OPERATOR = 0x0103
PLACE = "GBCS payload"


class Kind(IntEnum):
    """The CRA flag."""

    COMMAND = 1
    RESPONSE = 2
    ALERT = 3


class Status(IntEnum):
    """StatusCode of a replacement outcome."""

    SUCCESS = 0
    BAD_CERTIFICATE = 5
    NO_TRUST_ANCHOR = 10
    INSUFFICIENT_MEMORY = 17
    TRUST_ANCHOR_NOT_FOUND = 25
    RESOURCES_BUSY = 30
    OTHER = 127


@dataclass(frozen=True, slots=True)
class GbcsMessage:
    """A message without its signature; `originator` and `recipient` are eight octets each, `content` opaque."""

    kind: Kind
    counter: int
    originator: bytes
    recipient: bytes
    code: int
    content: bytes

    def encode(self) -> bytes:
        """The grouping header and the content, ready to be signed."""
        return b"".join(
            (
                bytes((GENERAL_SIGNING, 9, self.kind)),
                self.counter.to_bytes(8, "big"),
                b"\x08" + self.originator + b"\x08" + self.recipient + b"\x00",
                b"\x02" + self.code.to_bytes(2, "big"),
                length(len(self.content)) + self.content,
            )
        )


def signed_pre_command(pre_command: bytes, signer: Signer) -> bytes:
    """The Pre-Command with the User's signature; MessageFault where it is none."""
    if not pre_command or pre_command[0] != GENERAL_SIGNING:
        raise MessageFault(PLACE, "it is no general-signing APDU", "send the Pre-Command as the device would have it")
    r, s = decode_dss_signature(signer.sign(pre_command[1:]))
    return pre_command + bytes((SIGNATURE_OCTETS,)) + r.to_bytes(32, "big") + s.to_bytes(32, "big")


def read_gbcs(octets: bytes) -> GbcsMessage:
    """A message with or without MAC and signature, neither of which is verified; MessageFault for anything else."""
    try:
        return _read(_without_mac(octets))
    except (IndexError, ValueError) as error:
        if isinstance(error, MessageFault):
            raise
        raise MessageFault(PLACE, f"it ends early or is malformed ({error})", "send a whole GBCS message") from error


def replacement_outcome(counter: int, statuses: tuple[Status, ...]) -> bytes:
    """The content of a CS02b response: what became of each replacement, identifiers left out."""
    cell = constructed(SEQUENCE, whole_number(3), b"\x03\x02\x07\x80")
    nobody = octet_string(bytes(8))
    outcomes = (
        constructed(SEQUENCE, cell, bytes((ENUMERATED, 1, status)), nobody, nobody, nobody, nobody)
        for status in statuses
    )
    execution = constructed(
        SEQUENCE,
        whole_number(counter),
        whole_number(3),
        constructed(SEQUENCE),
        constructed(SEQUENCE, *outcomes),
    )
    return constructed(SEQUENCE, b"\x05\x00", execution)


def replacement_statuses(message: GbcsMessage) -> tuple[int, ...]:
    """The statuses in a CS02b response, in order; none where it is to be executed later."""
    try:
        return tuple(_statuses(message.content))
    except (IndexError, ValueError) as error:
        raise MessageFault(PLACE, f"its content is no CS02b response ({error})", "send what GBCS has") from error


def _statuses(content: bytes) -> Iterator[int]:
    parts = list(each(next(each(content))[1]))
    for _, outcomes in list(each(parts[1][1]))[3:4] if len(parts) > 1 else ():
        for _, outcome in each(outcomes):
            yield from (int.from_bytes(value, "big") for tag, value in each(outcome) if tag == ENUMERATED)


def _without_mac(octets: bytes) -> bytes:
    if octets[0] != GENERAL_CIPHERING:
        return octets
    inner = octets[MAC_HEADER_OCTETS:]
    _, after = read_length(inner, 0)
    return inner[after + SECURITY_HEADER_OCTETS : -MAC_OCTETS]


def _read(octets: bytes) -> GbcsMessage:
    if octets[0] != GENERAL_SIGNING or octets[1] != 9:
        raise ValueError("no general-signing APDU")
    kind, counter = Kind(octets[2]), int.from_bytes(octets[3:11], "big")
    originator, at = counted(octets, 11)
    recipient, at = counted(octets, at)
    _, at = counted(octets, at)
    other, at = counted(octets, at)
    content, _ = counted(octets, at)
    if (len(originator), len(recipient)) != (8, 8) or len(other) < 2:
        raise ValueError("its header has other lengths")
    return GbcsMessage(kind, counter, originator, recipient, int.from_bytes(other[:2], "big"), content)
