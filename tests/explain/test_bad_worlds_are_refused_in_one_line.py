"""Whatever is wrong with a world file or an option: exit 12 and one line that names key and mend."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.explain.conftest import ACCEPTED, EXAMPLE, ROOT, Ask

TEXT = ACCEPTED.read_text(encoding="utf-8")

SPOILT = {
    "no TOML": ("[[user]]", "[[user", "not TOML", "give a world file in TOML"),
    "a missing key": ('type = "ESME"', "", "key device number 1.type: is missing", "add it"),
    "an unknown key": (
        "status = ",
        "statuss = ",
        "key user number 2.statuss: is no key of a world",
        "did you mean status?",
    ),
    "an unknown table": ("[release]", "[releases]", "key releases: is no key", "did you mean release?"),
    "an unknown slot": ("critical_supplier =", "supplier =", "slots.supplier: is no key", "did you mean"),
    "no EUI": ("02-4D-50-31-30-37-00-11", "Curlew", "key user number 4.entity_identifier: is not right", "write eight"),
    "no role": ('["Import Supplier"]', '["Grid"]', "key user number 4.roles number 1", "'Import Supplier'"),
    "a role missing": ('["Import Supplier"]', "[]", "key user number 4.roles", "at least 1 item"),
    "no status": ('"Commissioned"', '"Live"', "key device number 1.status", "'Commissioned'"),
    "no S1SP": ('s1sp = "S1SP1"', 's1sp = "S1SP4"', "key device number 1.s1sp", "S1SP3"),
    "a SMETS1 device that nobody serves": ('s1sp = "S1SP1"', "", "key device number 1", "has the key s1sp"),
    "a SMETS2 device with an S1SP": ('"SMETS1"', '"SMETS2"', "key device number 1", "a SMETS2 device has not"),
    "an ESME with an MPRN": ("import_mpan", "mprn", "key device number 1.mprn", "match pattern"),
    "a date as text": (
        "2020-04-01",
        '"2020-04-01"',
        "registration number 1.from: is no TOML date",
        "without quotation",
    ),
    "no date": ("2020-04-01", "2020-02-31", "not TOML", "give a world file in TOML"),
    "a moment without a zone": ("09:00:00Z", "09:00:00", "key at", "timezone"),
    "no switch": ('DSP = "on"', "DSP = true", "key release.DSP", "'on' or 'off'"),
    "a User twice": (
        "00-03",
        "00-02",
        "key user number 3.entity_identifier: 02-4D-50-31-30-37-00-02 stands",
        "leave one",
    ),
    "an endless number": ("issue = 1", f"issue = {'9' * 5000}", "not TOML", "give a world file in TOML"),
    "endless brackets": ("at = 2026-03-02T09:00:00Z", f"at = {'[' * 50_000}", "not TOML", "give a world file in TOML"),
}


def assert_one_line(ask: Ask, world: Path, fault: str, mend: str) -> None:
    result = ask(EXAMPLE, world)
    assert result.exit_code == 12, result.output
    [line] = result.stderr.splitlines()
    assert line.startswith(f"mp107 explain: {world}: ")
    assert fault in line
    assert mend in line.split("; ", 1)[1]
    assert result.stdout == ""


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_world_is_named_with_its_mend(ask: Ask, tmp_path: Path, spoilt: str) -> None:
    old, new, fault, mend = SPOILT[spoilt]
    assert old in TEXT
    path = tmp_path / "world.toml"
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    assert_one_line(ask, path, fault, mend)


def test_a_binary_file_is_no_world(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "world.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert_one_line(ask, path, "octet 0: not text in UTF-8", "give a world file in TOML")


def test_a_missing_file_is_named(ask: Ask, tmp_path: Path) -> None:
    assert_one_line(ask, tmp_path / "none.toml", "no such file", "name a file that can be read")


def test_a_large_file_is_no_world(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "world.toml"
    path.write_text(TEXT + "#" * 1024 * 1024, encoding="utf-8")
    assert_one_line(ask, path, "more than 1,048,576 octets", "the devices in question only")


@pytest.mark.parametrize(
    ("option", "value", "fault", "mend"),
    [
        ("--release", "S1SP4=on", "'S1SP4' is no component", "known: DSP, S1SP1, S1SP2, S1SP3"),
        ("--release", "DSP=perhaps", "DSP: 'perhaps' is no release state", "write DSP=on or DSP=off"),
        ("--release", "", "'' is no component", "known: DSP"),
        ("--release", "DSP=on,DSP=off", "DSP: is named twice", "leave one"),
        ("--reading", "O99=yes", "no open question is called 'O99'", "the register is legal/interpretations.toml"),
        ("--reading", "O9=maybe", "O9 has no reading 'maybe'; known: send-command, transform", "the register is"),
        ("--reading", "O9", "'O9' is no ruling", "write KEY=READING"),
    ],
)
def test_a_bad_option_is_named_with_its_mend(ask: Ask, option: str, value: str, fault: str, mend: str) -> None:
    result = ask(EXAMPLE, ACCEPTED, option, value)
    assert result.exit_code == 12, result.output
    [line] = result.stderr.splitlines()
    assert line.startswith(f"mp107 explain: {option}: ")
    assert fault in line
    assert mend in line


def test_one_point_is_not_ruled_in_two_ways(ask: Ask) -> None:
    result = ask(EXAMPLE, ACCEPTED, "--reading", "O9=transform", "--reading", "O9=send-command")
    assert result.exit_code == 12
    assert "--reading: O9: is ruled in two ways; leave one" in result.stderr


def test_a_wrong_command_line_is_a_usage_error(ask: Ask) -> None:
    assert ask(EXAMPLE, ACCEPTED, "--no-such-option").exit_code == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full: run on Linux")
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_an_output_that_cannot_be_written_is_named(redirection: str) -> None:
    program = "import typer; from commands.explain import explain; typer.run(explain)"
    command = f'"$1" -c "$2" "$3" --world "$4" {redirection}'
    arguments = ["sh", "-c", command, "sh", sys.executable, program, str(EXAMPLE), str(ACCEPTED)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 12
    assert done.stderr.startswith("mp107 explain: standard output: ")
    assert len(done.stderr.splitlines()) == 1
