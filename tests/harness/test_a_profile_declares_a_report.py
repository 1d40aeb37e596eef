"""The `[report]` table: what is declared, and what earlier runs came to."""

import hashlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from harness import report_files
from harness.profile import read_profile
from harness.reporting_profile import Report, keys_of
from sut_adapters.trouble import Misconfigured

EARLIER = """
{
  "verdict": "conformant",
  "sut": {"name": "fake", "identity": "build 6"},
  "started": "2022-10-01T12:00:00Z",
  "a key of another version": 1,
  "scenarios": [{"id": "one", "verdict": "PASS", "clause": "srpd-6.2.d"}]
}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab" / "note.txt").write_text("the meter was warm")
    (tmp_path / "first.json").write_text(EARLIER)
    return tmp_path / "profile.toml"


def test_what_is_declared_reaches_the_record(file: Path) -> None:
    file.write_text(
        """
        [report]
        provider = "Example DSP"
        [[report.document]]
        id = "SD4.1"
        version = "5.4"
        issued = 2022-03-01
        [[report.attachment]]
        file = "lab/note.txt"
        title = "Lab note"
        from = "the lab"
        """
    )
    assert read_profile(file).declared == {
        "provider": "Example DSP",
        "document": [{"id": "SD4.1", "version": "5.4", "issued": "2022-03-01"}],
        "attachment": [{"file": "lab/note.txt", "title": "Lab note", "from": "the lab"}],
    }


def test_what_is_not_declared_leaves_no_trace(file: Path) -> None:
    file.write_text('release = "on"')
    assert read_profile(file).declared == {}


def test_an_earlier_run_is_kept_with_its_digest(file: Path) -> None:
    file.write_text('[[report.earlier]]\nfile = "first.json"\nlabel = "first"')
    (earlier,) = report_files.Told.model_validate(read_profile(file).declared).earlier
    assert (earlier.label, earlier.build, earlier.verdict) == ("first", "build 6", "conformant")
    assert earlier.verdicts == {"one": "PASS"}
    assert len(earlier.sha256) == 64


def test_an_earlier_run_may_be_a_pack(file: Path) -> None:
    with ZipFile(file.parent / "first.zip", "w") as pack:
        pack.write(file.parent / "first.json", "verdict.json")
    for name in ("first.json", "first.zip"):
        file.write_text(f'[[report.earlier]]\nfile = "{name}"')
        (earlier,) = report_files.Told.model_validate(read_profile(file).declared).earlier
        assert (earlier.sha256, earlier.build) == (hashlib.sha256(EARLIER.encode()).hexdigest(), "build 6")


def test_a_pack_that_holds_no_run_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_files, "LARGEST_VERDICT", 1000)
    file.write_text('[[report.earlier]]\nfile = "first.zip"')
    for name, content in (("other.json", b"{}"), ("verdict.json", b"0" * 1001)):
        with ZipFile(file.parent / "first.zip", "w", ZIP_DEFLATED) as pack:
            pack.writestr(name, content)
        with pytest.raises(Misconfigured, match=r"report.earlier.0.file: first.zip: is no pack that can be read: "):
            read_profile(file)
    (file.parent / "first.zip").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(Misconfigured, match=r"first.zip: is no pack that can be read: File is not a zip file; get it"):
        read_profile(file)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "first.json: is no verdict.json: its content: Invalid JSON"),
        ('{"verdict": "fine"}', "first.json: is no verdict.json: verdict: Input should be"),
        ('{"verdict": "conformant"}', "first.json: is no verdict.json: sut: Field required; name one"),
    ],
)
def test_an_earlier_run_that_is_none_is_named(file: Path, content: str, complaint: str) -> None:
    (file.parent / "first.json").write_text(content)
    file.write_text('[[report.earlier]]\nfile = "first.json"')
    with pytest.raises(Misconfigured) as caught:
        read_profile(file)
    assert str(caught.value).startswith(f"{file}: report.earlier.0.file: {complaint}")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (
            "[report]\nproviders = 'x'",
            "report.providers: is no key of a report; known: provider, configuration, document",
        ),
        (
            "[[report.witness]]\nname = 'x'\nsaid = 'y'",
            "report.witness.0.said: is no key of a report; known: name, org",
        ),
        ("[[report.attachment]]\nfile = 'x'", "report.attachment.0.title: Field required; add it"),
        (
            "[[report.component]]\ncomponent = 'DSP2'\nbuild = 'x'",
            "report.component.0.component: Input should be 'DSP'",
        ),
        (
            "[[report.entry]]\ncriterion = 'x'\nmet = true",
            "report.entry.0.met: Input should be 'yes', 'no' or 'in part'",
        ),
        ("[[report.defect]]\nid = 'x'\nstatus = 'y'", "report.defect.0: name either scenario or clause"),
        (
            "[[report.defect]]\nid = 'x'\nstatus = 'y'\nclause = 'z'\nproposed_severity = 6",
            "report.defect.0.proposed_severity: Input should be less than or equal to 5",
        ),
        ("[report.agreed]\nfat = 'abc'", "report.agreed.fat: String should match pattern"),
        (
            "[[report.own_results]]\nwhat = 'unit'\nfile = 'u.xml'",
            "report: own_results: u.xml is no attachment; add a [[report.attachment]] for it",
        ),
        ("[reports]\nprovider = 'x'", "reports: is no key of a profile; write report"),
    ],
)
def test_a_mistake_in_the_table_is_named(file: Path, content: str, complaint: str) -> None:
    file.write_text(content)
    with pytest.raises(Misconfigured) as caught:
        read_profile(file)
    assert str(caught.value).startswith(f"{file}: {complaint}")


def test_every_part_of_the_table_says_which_keys_it_has() -> None:
    for name in Report.model_fields.keys() - {"provider", "configuration"}:
        assert keys_of(name)
    assert "from" in keys_of("attachment")
