"""The `[report]` table: what is declared, what is attached, and what earlier runs came to."""

import os
from pathlib import Path

import pytest

from harness import report_files
from harness.profile import read_profile
from harness.reporting_profile import Report, keys_of
from reports.attachments import write
from reports.pack.layout import well_named
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


def test_an_attachment_is_copied_as_it_is_when_the_run_ends(file: Path, tmp_path: Path) -> None:
    file.write_text('[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "Lab note"')
    profile = read_profile(file)
    (tmp_path / "lab" / "note.txt").write_text("and then it was cold")
    write(profile.attached, tmp_path / "attachments")
    assert (tmp_path / "attachments" / "note.txt").read_text() == "and then it was cold"


def test_an_attachment_that_is_gone_when_the_run_ends_is_named(file: Path, tmp_path: Path) -> None:
    file.write_text('[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "Lab note"')
    profile = read_profile(file)
    (tmp_path / "lab" / "note.txt").unlink()
    with pytest.raises(Misconfigured, match=r"report.attachment.0.file: lab/note.txt: No such file"):
        write(profile.attached, tmp_path / "attachments")


def test_without_attachments_there_is_no_folder(tmp_path: Path) -> None:
    write((), tmp_path / "attachments")
    assert not (tmp_path / "attachments").exists()


def spoil(folder: Path) -> None:
    """Put beside the profile what must not be attached."""
    (folder / "link.txt").symlink_to(folder / "lab" / "note.txt")
    (folder / "linked").symlink_to(folder / "lab")
    (folder / "huge.log").write_bytes(b"x" * 65)
    (folder / "key.pem").write_text("-----BEGIN EC PRIVATE KEY-----\nAAAA\n")
    (folder / ".hidden").write_text("x")
    (folder / "note.txt").write_text("x")
    os.mkfifo(folder / "pipe")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("/etc/hostname", "/etc/hostname is outside the profile's folder; copy it there"),
        ("../note.txt", "../note.txt is outside the profile's folder"),
        ("lab/../../note.txt", "is outside the profile's folder"),
        ("link.txt", "link.txt is, or lies behind, a symbolic link; put the file itself there"),
        ("linked/note.txt", "linked/note.txt is, or lies behind, a symbolic link"),
        ("none.txt", "none.txt: No such file or directory; name a file that can be read"),
        ("lab", "lab: Is a directory; name a file that can be read"),
        ("pipe", "pipe is no plain file; name one"),
        ("huge.log", "huge.log has more than 0 MiB; attach the part that matters"),
        ("key.pem", "key.pem holds a private key; nothing secret goes with the evidence"),
        (".hidden", "'.hidden' is no name for an attachment; begin with a letter"),
        ("lab/a\\nb", "'a\\nb' is no name for an attachment"),
        ("lab/\\u202etxt.exe", "'\\u202etxt.exe' is no name for an attachment"),
    ],
)
def test_what_cannot_be_attached_is_named_before_the_run(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, complaint: str
) -> None:
    spoil(file.parent)
    monkeypatch.setattr(report_files, "LARGEST", 64)
    file.write_text(f'[[report.attachment]]\nfile = "{name}"\ntitle = "x"')
    with pytest.raises(Misconfigured) as caught:
        read_profile(file)
    assert str(caught.value).startswith(f"{file}: report.attachment.0.file: ")
    assert complaint in str(caught.value)


def test_two_attachments_are_not_called_the_same(file: Path) -> None:
    (file.parent / "Note.txt").write_text("x")
    file.write_text(
        '[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "x"\n'
        '[[report.attachment]]\nfile = "Note.txt"\ntitle = "y"'
    )
    with pytest.raises(
        Misconfigured, match=r"report.attachment.1.file: report.attachment.0.file is called Note.txt as"
    ):
        read_profile(file)


def test_all_attachments_together_have_a_limit(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_files, "LARGEST_TOGETHER", 10)
    file.write_text('[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "x"')
    with pytest.raises(Misconfigured, match=r"report.attachment: together they have more than 0 MiB"):
        read_profile(file)


@pytest.mark.parametrize("name", ["a.txt", "S1SP1 audit (2).log", "_x", "a+b-c", "9" * 100])
def test_a_name_that_is_good_here_is_good_in_a_pack(name: str) -> None:
    assert report_files._NAME.fullmatch(name)
    assert well_named(f"attachments/{name}")


def test_an_earlier_run_is_kept_with_its_digest(file: Path) -> None:
    file.write_text('[[report.earlier]]\nfile = "first.json"\nlabel = "first"')
    (earlier,) = report_files.Told.model_validate(read_profile(file).declared).earlier
    assert (earlier.label, earlier.build, earlier.verdict) == ("first", "build 6", "conformant")
    assert earlier.verdicts == {"one": "PASS"}
    assert len(earlier.sha256) == 64


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
