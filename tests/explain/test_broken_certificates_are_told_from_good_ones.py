"""Certificates with one bit flipped: read, or called broken; never anything else, and nothing on standard error."""

import re
import warnings
from base64 import b64decode, b64encode
from collections import Counter

from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.certificates import BrokenCertificate, organisation_certificate
from tests.explain.conftest import EXAMPLE

SIGNING, AGREEMENT = re.findall(
    r"<(?:DigitalSigning|KeyAgreement)Certificate>(.*?)</", EXAMPLE.read_text(encoding="utf-8")
)


def test_a_certificate_says_whose_it_is_and_what_for() -> None:
    signing, agreement = organisation_certificate(SIGNING), organisation_certificate(AGREEMENT)
    assert signing.entity_identifier == agreement.entity_identifier == "02-4D-50-31-30-37-00-01"
    assert signing.role == agreement.role == "Network Operator"
    assert (signing.use, agreement.use) == (CertificateUse.DIGITAL_SIGNING, CertificateUse.KEY_AGREEMENT)


def test_white_space_within_base64_is_ignored() -> None:
    assert organisation_certificate(f"{SIGNING[:64]}\n  {SIGNING[64:]}\n") == organisation_certificate(SIGNING)


def test_a_flipped_bit_gives_a_certificate_or_a_broken_one() -> None:
    der, seen = b64decode(SIGNING), Counter[str]()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for position in range(len(der) * 8):
            flipped = bytearray(der)
            flipped[position // 8] ^= 1 << position % 8
            try:
                organisation_certificate(b64encode(flipped).decode())
                seen["read"] += 1
            except BrokenCertificate:
                seen["broken"] += 1
    assert set(seen) == {"read", "broken"}
