"""`python -m interop`: what is missing is said in one line; only a failed check makes it fail."""

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import interop.__main__ as command
from interop import tool
from interop.observation import Observation, summed_up
from interop.packages import Unavailable
from interop.schemas import take_out
from interop.tool import run

Patch = pytest.MonkeyPatch
GOOD, WRONG = Observation("one", "a", "a"), Observation("two", "a", "b")
NOT_MADE = Observation("three", "needs a compiler", None)


def ask(*words: str) -> Result:
    return CliRunner().invoke(command.app, list(words))


@pytest.fixture
def parts(monkeypatch: Patch) -> Patch:
    """Every part of the checks as expected, and every tool there."""
    monkeypatch.setattr(command, "unpacked", lambda *_: Path())
    monkeypatch.setattr(command, "found", lambda *_: None)
    for part in ("accepted", "verified", "parsed", "acted_on"):
        monkeypatch.setattr(command, part, lambda *_: [GOOD])
    return monkeypatch


@pytest.mark.usefixtures("parts")
def test_all_as_expected_is_exit_0() -> None:
    result = ask("check")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "4 checks: 4 as expected")


def test_one_otherwise_is_exit_10_and_the_rest_is_made_all_the_same(parts: Patch) -> None:
    parts.setattr(command, "accepted", lambda *_: [WRONG])
    result = ask("check")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (10, "4 checks: 3 as expected, 1 otherwise")
    assert "WRONG" in result.stdout


def test_a_check_that_could_not_be_made_is_shown_and_is_no_failure(parts: Patch) -> None:
    parts.setattr(command, "verified", lambda *_: [NOT_MADE])
    result = ask("check")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "4 checks: 3 as expected, 1 not made")
    assert "needs a compiler" in result.stdout


def test_without_npm_one_line_says_so(tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.setattr("interop.packages.shutil.which", lambda _: None)
    result = ask("check", f"--folder={tmp_path}")
    assert result.exit_code == 0
    assert " ".join(result.stdout.split()) == (
        "make interop: nothing more was checked: npm is missing, which brings the DCC's packages; "
        "install Node.js 16 or later"
    )
    assert ask("schemas", str(tmp_path / "out"), f"--folder={tmp_path}").exit_code == 12


def test_without_java_one_line_says_so(tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.setattr("interop.tool.shutil.which", lambda _: None)
    with pytest.raises(Unavailable, match=r"^Java is missing, .*; install a Java runtime, version 11 or later$"):
        tool.found(tmp_path, tmp_path)


def test_what_a_program_reports_is_read_without_its_marks() -> None:
    said = run(["sh", "-c", "cat; printf '[I] passed xsd validation\\n[E] no key\\n' >&2; exit 3"], b"document")
    assert (said.status, said.first, said.last, said.output) == (3, "passed xsd validation", "no key", b"document")


def test_a_silent_program_is_quoted_by_its_exit_code() -> None:
    assert run(["sh", "-c", "exit 4"], b"").last == "exit 4, and nothing said"


def test_the_schemas_come_out_of_the_tool_and_nothing_else(tmp_path: Path, monkeypatch: Patch) -> None:
    jar = tmp_path / "package" / tool.JAR
    jar.parent.mkdir(parents=True)
    with zipfile.ZipFile(jar, "w") as archive:
        for name in ("DUIS Schema V5.1.xsd", "datatypes.dtd", "a.key", "../outside.xsd", "META-INF/x.xsd", "C.class"):
            archive.writestr(name, "content")
    monkeypatch.setattr("interop.schemas.unpacked", lambda *_: tmp_path / "package")
    taken = take_out(tmp_path, tmp_path / "out")
    assert [file.name for file in taken] == ["DUIS Schema V5.1.xsd", "datatypes.dtd"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["DUIS Schema V5.1.xsd", "datatypes.dtd"]


def test_the_sum_counts_each_check_once() -> None:
    assert summed_up([GOOD, WRONG, NOT_MADE]) == "3 checks: 1 as expected, 1 otherwise, 1 not made"
