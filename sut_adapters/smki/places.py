"""Where each credential of the test PKI is: `PLACE.pem` and `PLACE.key` under the folder, and the key in `TestPki`."""

from rulebook.vocabulary import S1SPS, CertificateUse
from sut_adapters.cast import CAST
from sut_adapters.smki.faults import CertificateFault

ROOT = "smki/root"
ISSUING = "smki/issuing"
TLS_AUTHORITY = "tls/authority"
TLS_SERVER = "tls/server"
DSP = "DSP"
STRANGER = "Nobody"
"""Certified like a User, and no User of the DSP."""

ISSUES = (1, 2)
PLACEABLE = (*CAST, STRANGER)
"""Whoever has Organisation Certificates that a device's slot can hold, and sends requests."""

SIGNERS = (*PLACEABLE, DSP, *(str(s1sp) for s1sp in S1SPS))
"""Whoever signs XML."""

FAULTS_OF_A_SIGNER: tuple[CertificateFault, ...] = tuple(
    fault for fault in CertificateFault if fault is not CertificateFault.UNTRUSTED
)


def folder(name: str) -> str:
    """`parties/northmoor`, `parties/northmoors-second-user-id`."""
    return f"parties/{name.lower().replace(chr(39), '').replace(' ', '-')}"


def xml_signing(name: str) -> str:
    """The certificate that signs this one's DUIS messages."""
    return f"{folder(name)}/xml-signing"


def organisation(name: str, use: CertificateUse, issue: int = 1) -> str:
    """A certificate for a device's slot."""
    return f"{folder(name)}/{use.replace(' ', '-')}-{issue}"


def tls_client(name: str) -> str:
    """The certificate by which this one shows itself to the DSP."""
    return f"{folder(name)}/tls-client"


def spoilt_signer(name: str, fault: CertificateFault) -> str:
    """An XML signing certificate with one fault, any but UNTRUSTED."""
    return f"{folder(name)}/spoilt/signer-{fault}"


def spoilt_replacement(name: str, fault: CertificateFault) -> str:
    """A digital signing certificate for a slot with one fault."""
    return f"{folder(name)}/spoilt/replacement-{fault}"


def is_published(place: str) -> bool:
    """Whether the SMKI repository would have it: neither TLS nor issued by somebody else."""
    return not place.startswith("tls/") and not place.endswith(("/tls-client", f"-{CertificateFault.UNTRUSTED}"))
