"""What the profile names to go with the evidence: looked at before the run, copied when it ends."""

import os
from pathlib import Path

import pytest

from harness import report_files
from harness.profile import read_profile
from harness.secrets import LEFT_OUT, Secrets, secrets
from reports.attachments import CHANGED, write
from reports.pack.layout import well_named
from sut_adapters.trouble import Misconfigured

NONE = Secrets((), frozenset())
CANARY = "canary-7f3a9c"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab" / "note.txt").write_text("the meter was warm")
    return tmp_path / "profile.toml"


def test_an_attachment_is_copied_as_it_is_when_the_run_ends(file: Path, tmp_path: Path) -> None:
    file.write_text('[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "Lab note"')
    profile = read_profile(file)
    (tmp_path / "lab" / "note.txt").write_text("and then it was cold")
    write(profile.attached, tmp_path / "attachments", NONE)
    assert (tmp_path / "attachments" / "note.txt").read_text() == "and then it was cold"


def test_an_attachment_that_is_gone_when_the_run_ends_is_named(file: Path, tmp_path: Path) -> None:
    file.write_text('[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "Lab note"')
    profile = read_profile(file)
    (tmp_path / "lab" / "note.txt").unlink()
    with pytest.raises(Misconfigured, match=r"report.attachment.0.file: lab/note.txt: No such file"):
        write(profile.attached, tmp_path / "attachments", NONE)


def test_without_attachments_there_is_no_folder(tmp_path: Path) -> None:
    write((), tmp_path / "attachments", NONE)
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
        ("key.pem", "key.pem holds a private key, or what the environment or the profile holds as a secret; nothing"),
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


@pytest.mark.parametrize(
    "said",
    [
        f"the token was {CANARY}-token".encode(),
        f"\ufeffthe token was {CANARY}-token".encode("utf-16-le"),
        f"\ufeffthe token was {CANARY}-token".encode("utf-16-be"),
        b"\xff\xfe" + f"odd {CANARY}-token".encode(),
        f"\udcff in no encoding {CANARY}-token".encode("utf-8", "surrogateescape"),
        f"Cookie: lab={CANARY}-cookie".encode(),
        b"Authorization: Basic bWU6Y2FuYXJ5LXBhc3M=",
        b"https://me:canary-of-nobody@lab/",
    ],
)
def test_a_secret_in_an_attachment_is_named_before_the_run(
    file: Path, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setenv("LAB_COOKIE", f"{CANARY}-cookie")
    (file.parent / "lab" / "note.txt").write_bytes(said)
    file.write_text(f'token = "{CANARY}-token"\n[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "x"')
    with pytest.raises(Misconfigured, match=r"report.attachment.0.file: lab/note.txt holds a private key") as error:
        read_profile(file)
    assert CANARY not in str(error.value)


def test_a_secret_that_got_into_a_log_while_the_run_lasted_is_left_out(file: Path, tmp_path: Path) -> None:
    file.write_text(f'token = "{CANARY}"\n[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "x"')
    profile = read_profile(file)
    (tmp_path / "lab" / "note.txt").write_bytes(b"\xff before, " + CANARY.encode() + b", after")
    (said,) = write(profile.attached, tmp_path / "attachments", secrets({}, file)).values()
    assert said.endswith(CHANGED)
    left = (tmp_path / "attachments" / "note.txt").read_bytes()
    assert left == b"\xff before, " + LEFT_OUT.encode() + b", after"


def test_prose_holds_no_secret(file: Path) -> None:
    (file.parent / "lab" / "note.txt").write_text("The basic requirements; a bearer certificate; basic functionality.")
    file.write_text('[[report.attachment]]\nfile = "lab/note.txt"\ntitle = "x"')
    assert len(read_profile(file).attached) == 1
