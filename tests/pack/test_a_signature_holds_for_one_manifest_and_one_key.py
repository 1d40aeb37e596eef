"""The signature file: every bit of it counts, and only the one certificate given is believed."""

from pathlib import Path

import pytest

from harness.record import RunRecord
from harness.signatures import Signer, objection, signature
from reports.pack.verify import verified
from tests.pack.making import evidence, packed, signer


def test_every_bit_of_the_signature_counts(tester: Signer) -> None:
    content = b'{"format": "mp107 evidence 1"}\n'
    good = signature(content, tester)
    assert objection(content, good, tester.certificate) == ""
    for number in range(len(good) * 8):
        changed = bytearray(good)
        changed[number // 8] ^= 1 << number % 8
        assert objection(content, bytes(changed), tester.certificate), number


@pytest.mark.parametrize("more", [b"\0", b"\x30\x00"])
def test_nothing_may_follow_the_signature(tester: Signer, more: bytes) -> None:
    assert objection(b"", signature(b"", tester) + more, tester.certificate)


def test_a_signature_of_nothing_of_the_kind_is_told(tester: Signer) -> None:
    for text in (b"", b"\x30", b"-----BEGIN CMS-----", b"\x30\x80" * 1000, b"\xff" * 100_000):
        assert objection(b"", text, tester.certificate) == "it is no detached CMS signature"


def test_a_pack_that_another_signs_again_is_not_the_testers(
    record: RunRecord, pack: Path, tester: Signer, tmp_path: Path
) -> None:
    forged = packed(record, evidence(record, tmp_path / "forged"), signer("Tester"))
    found = verified(forged, tester.certificate)
    assert found.intact
    assert found.signature == "manifest.p7s: it was made with another certificate"
    assert verified(pack, tester.certificate).valid


def test_a_key_of_the_same_name_and_number_is_another(tester: Signer) -> None:
    assert tester.certificate.issuer == signer("Tester").certificate.issuer
    twin = Signer(tester.certificate, signer("Tester").key)
    assert objection(b"", signature(b"", twin), tester.certificate) == "it does not fit the content"
