"""A pack as it is made: verified by us, by OpenSSL and sha256sum, and the same twice."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding

from harness.checkout import Checkout
from harness.record import RunRecord
from harness.signatures import Signer
from reports.pack import manifest
from reports.pack.verify import verified
from sut_adapters.trouble import Misconfigured
from tests.documents.passages import README, blocks
from tests.pack.making import evidence, packed, signer, spoilt, unpacked, write_signer


def test_it_is_valid_as_zip_and_as_folder(pack: Path, folder: Path, tester: Signer, tmp_path: Path) -> None:
    for path in (pack, folder, unpacked(pack, tmp_path / "elsewhere")):
        found = verified(path, tester.certificate)
        assert found.valid, found
        assert found.signer == "CN=Tester"
        assert found.record is not None


def test_a_key_of_rsa_signs_as_well(record: RunRecord, folder: Path) -> None:
    rsa_signer = signer("RSA", rsa.generate_private_key(65537, 2048))
    assert verified(packed(record, folder, rsa_signer), rsa_signer.certificate).valid


def test_without_a_key_it_says_that_it_is_unsigned(record: RunRecord, folder: Path, tester: Signer) -> None:
    found = verified(packed(record, folder), tester.certificate)
    assert (found.intact, found.valid) == (True, False)
    assert found.signature == "the pack is unsigned: it has no manifest.p7s"
    assert found.manifest is not None
    assert (found.manifest.signature, found.manifest.signed_by) == ("unsigned", None)


def test_without_a_certificate_nothing_is_believed(pack: Path) -> None:
    found = verified(pack, None)
    assert (found.intact, found.valid) == (True, False)


def test_every_file_is_listed_with_its_digest(pack: Path) -> None:
    with zipfile.ZipFile(pack) as archive:
        said = manifest.read(archive.read("manifest.json"))
        assert [file.path for file in said.files] == archive.namelist()[2:]
        for file in said.files:
            content = archive.read(file.path)
            assert (file.sha256, file.bytes) == (hashlib.sha256(content).hexdigest(), len(content))


def test_it_says_where_it_comes_from(record: RunRecord, folder: Path, tester: Signer) -> None:
    state = Checkout("1" * 40, b"diff --git a/x b/x\n", {"notes.txt": "2" * 64})
    told = replace(record, nonce="N-1", profile="p.toml", profile_digest="3" * 64, sut_fingerprint="4" * 64)
    (folder / "kill-matrix.json").write_text("{}")
    pack = packed(told, evidence_again(told, folder), tester, state)
    said = verified(pack, tester.certificate).manifest
    assert said is not None
    assert (said.suite.commit, said.suite.clean, said.suite.patch) == ("1" * 40, False, "suite.patch")
    assert said.suite.untracked == {"notes.txt": "2" * 64}
    assert (said.nonce, said.profile, said.profile_sha256) == ("N-1", "p.toml", "3" * 64)
    assert (said.system.identity, said.system.tls_fingerprint) == ("fake, build 7", "4" * 64)
    assert said.readings == {"O9": "send-command"}
    assert said.proofs["kill-matrix.json"] == hashlib.sha256(b"{}").hexdigest()


def evidence_again(record: RunRecord, folder: Path) -> Path:
    fresh = evidence(record, folder.with_name("again"))
    shutil.copy(folder / "kill-matrix.json", fresh)
    return fresh


def test_it_has_every_library_with_version_and_digests(record: RunRecord, folder: Path) -> None:
    (folder / "requirements.lock").write_text(f"pytest==1.0 \\\n    --hash=sha256:{'a' * 64}\nnever-installed==2.0\n")
    from reports.pack.dependencies import dependencies

    by_name = {one.name: one for one in dependencies(folder)}
    assert (by_name["pytest"].locked, by_name["pytest"].sha256) == ("1.0", ("a" * 64,))
    assert by_name["pytest"].installed == pytest.__version__
    assert by_name["never-installed"].installed == ""
    assert (by_name["lxml"].locked, bool(by_name["lxml"].installed)) == ("", True)


def test_nothing_else_may_be_in_it(record: RunRecord, folder: Path) -> None:
    (folder / "thesis.docx").touch()
    with pytest.raises(Misconfigured, match=r"thesis.docx: no pack may hold a file of this name"):
        packed(record, folder)


def test_a_link_never_goes_into_it(record: RunRecord, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder / "exchanges" / "link.xml").symlink_to(tmp_path / "secret")
    with pytest.raises(Misconfigured, match=r"link\.xml"):
        packed(record, folder)


def test_the_same_files_make_the_same_bytes(record: RunRecord, tmp_path: Path) -> None:
    one, other = (packed(record, evidence(record, tmp_path / name)) for name in ("one", "other"))
    assert one.name == other.name == "evidence-sit-20221103T120000Z.zip"
    assert one.read_bytes() == other.read_bytes()


def test_it_says_so_if_the_suite_was_changed_meanwhile(record: RunRecord, folder: Path) -> None:
    from reports.pack import writing

    pack = writing.write(record, folder, folder, (Checkout("0" * 40), Checkout("0" * 40, b"+")), None)
    said = verified(pack, None).manifest
    assert said is not None
    assert (said.suite.changed, said.suite.clean) == (True, False)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="OpenSSL is not installed")
def test_the_check_of_the_readme_needs_no_suite(pack: Path, tester: Signer, tmp_path: Path) -> None:
    (script,) = [block.text for block in blocks(README, "sh") if "openssl cms -verify" in block.text]
    spoilt_one = spoilt(pack, tmp_path / "spoilt", lambda content: content.update({"index.html": b"changed"}))
    for one, whole in ((pack, True), (spoilt_one, False)):
        folder = tmp_path / str(whole)
        folder.mkdir()
        write_signer(tester, folder)
        shutil.copy(one, folder)
        done = subprocess.run(["sh", "-ec", script], cwd=folder, capture_output=True, text=True, check=False)
        assert (done.returncode == 0) is whole, done.stderr
        said = json.loads((folder / "unpacked" / "manifest.json").read_text())
        assert (done.stdout.split() == [str(len(said["files"]))] * 2) is whole


def test_the_certificate_is_bound(pack: Path, tester: Signer) -> None:
    said = verified(pack, tester.certificate).manifest
    assert said is not None
    assert said.signed_by is not None
    digest = hashlib.sha256(tester.certificate.public_bytes(Encoding.DER)).hexdigest()
    assert said.signed_by.sha256 == digest
