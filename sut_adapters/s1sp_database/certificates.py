"""The certificates that the population's operators have, as the columns of a slot, and those after them."""

from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import CertificateUse
from sut_adapters.s1sp_database.population_certificates import ISSUER, Mint, Minted
from sut_adapters.s1sp_database.population_operators import LICENCES
from sut_adapters.s1sp_database.trial_database import Contents
from sut_adapters.shapes import in_one_line

RENEWAL_KEY = ec.derive_private_key(107, ec.SECP256R1())
"""Nobody checks by whom a renewed certificate is issued: a User's request is believed to have been in order."""


class Certificates:
    """Those of one population, by Entity Identifier and use."""

    def __init__(self, seed: int, at: datetime) -> None:
        self.mint = Mint(seed, at)
        self._minted: dict[tuple[str, str], Minted] = {
            (one.licence.eui, one.use.value): one for one in self.mint.stored()
        }
        self._issues: dict[str, int] = {one.serial: 1 for one in self._minted.values()}
        self._operators = {licence.eui: licence.operator for licence in LICENCES}

    def contents(self, eui: str, use: CertificateUse, issue: int = 1, *, octets: bool = True) -> Contents:
        """The columns of a slot that holds this certificate; `issue` above 1 is a renewed one."""
        der = self._minted[eui, use.value].der
        if issue > 1:
            der = _renewed(der, issue)
        serial = str(x509.load_der_x509_certificate(der).serial_number)
        self._issues[serial] = issue
        return {
            "owner": eui,
            "use": use.value,
            "issuer": ISSUER,
            "serial": serial,
            "certificate": der if octets else None,
        }

    def issue(self, held: Contents) -> int:
        """Which of its owner's certificates a slot holds; 0 for one that nobody here has made."""
        return self._issues.get(str(held["serial"]), 0)

    def operator(self, eui: str) -> str:
        """Whose an Entity Identifier is; itself where it is nobody's."""
        return self._operators.get(eui, eui)


def certificate_id(held: Contents) -> str:
    """In words, whatever an update has written there: `serial 4711 of DCC-Issuing`."""
    serial, issuer = ("none" if held[name] is None else shown(held[name]) for name in ("serial", "issuer"))
    return f"serial {serial} of {issuer}"


def shown(value: object) -> str:
    """Plain, and no longer than a serial number is at most."""
    return in_one_line(str(value), 49) or "nothing"


def _renewed(der: bytes, issue: int) -> bytes:
    """The same subject and dates under the next serial number."""
    old = x509.load_der_x509_certificate(der)
    builder = (
        x509.CertificateBuilder()
        .subject_name(old.subject)
        .issuer_name(old.issuer)
        .public_key(RENEWAL_KEY.public_key())
        .serial_number(old.serial_number + issue - 1)
        .not_valid_before(old.not_valid_before_utc)
        .not_valid_after(old.not_valid_after_utc)
    )
    for extension in old.extensions:
        builder = builder.add_extension(extension.value, extension.critical)
    return builder.sign(RENEWAL_KEY, SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)
