"""The audit's files appear all at once or not at all, never over an input, and hold whatever the inputs hold."""

import os
import shutil
from pathlib import Path

import pytest

from data_update.audit import files
from tests.audit.conftest import AT, PARTIES, audit_command, published, registration, slots, written

INPUTS = ("slots", "registrations", "certificates", "parties")


@pytest.fixture(autouse=True)
def right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An audit that nothing is the matter with, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name, rows in zip(INPUTS, (slots(), [registration()], published(), PARTIES), strict=True):
        written(Path(f"{name}.csv"), rows)
    Path("io").mkdir()


def run(slots_at: str = "slots.csv", out: str = "io") -> tuple[int, str]:
    words = [word for name in INPUTS for word in (f"--{name}", f"{name}.csv")]
    done = audit_command(*words, "--slots", slots_at, "--out", out, "--at", AT)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stderr


def copied(source: Path, target: Path) -> None:
    shutil.copy(source, target)


@pytest.mark.parametrize(
    ("place", "make", "slots_at", "out"),
    [
        ("io/audit-slots.csv", copied, "io/audit-slots.csv", "io"),
        ("io/audit-totals.csv", copied, "io/../io/audit-totals.csv", "./io"),
        ("io/audit-bad-rows.csv", lambda source, target: target.symlink_to(source.absolute()), "slots.csv", "io"),
        ("io/audit-counts.csv", lambda source, target: os.link(source, target), "slots.csv", "io"),
    ],
)
def test_an_output_that_is_an_input_is_refused(place, make, slots_at: str, out: str) -> None:  # type: ignore[no-untyped-def]
    make(Path("slots.csv"), Path(place))
    before = Path(place).read_bytes()
    code, said = run(slots_at, out)
    assert code == 12
    assert said.endswith(f"{Path(place).name} in it is the input of --slots; name another folder\n")
    assert said.count("\n") == 1
    assert Path(place).read_bytes() == before
    assert [file.name for file in Path("io").iterdir()] == [Path(place).name]


def test_a_database_that_is_an_output_is_refused() -> None:
    Path("io/audit-slots.csv").write_bytes(b"")
    code, said = run("sqlite:///io/audit-slots.csv#estate")
    assert (code, said.count("\n")) == (12, 1)
    assert "audit-slots.csv in it is the input of --slots" in said


def test_a_folder_where_a_file_goes_is_refused() -> None:
    Path("io/audit-slots.csv").mkdir()
    code, said = run()
    assert (code, said.count("\n")) == (12, 1)
    assert "--out io: audit-slots.csv in it is a folder" in said
    assert [file.name for file in Path("io").iterdir()] == ["audit-slots.csv"]


@pytest.mark.parametrize("raised", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_what_is_broken_off_leaves_the_files_of_the_last_audit(
    raised: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run()[0] == 10
    before = {file.name: file.read_bytes() for file in Path("io").iterdir()}
    written(Path("slots.csv"), slots(cohort="MOC"))

    def fails(*_given: object) -> bytes:
        raise raised

    monkeypatch.setattr(files, "_bad", fails)
    written(Path("parties.csv"), [*PARTIES, {**PARTIES[0], "eui": "none"}])
    code, said = run()
    assert code == (12 if isinstance(raised, OSError) else 130)
    assert said == (
        "mp107 audit: --out io: cannot be written: No space left on device; name a folder that can be\n" * (code == 12)
    )
    assert {file.name: file.read_bytes() for file in Path("io").iterdir()} == before
    run(out="none/at/all")
    assert not Path("none").exists()


def test_no_text_is_markup_and_none_moves_the_cursor() -> None:
    odd = "[/x] [bold]é :smile: \x1b[2J"
    written(Path("slots.csv"), [*slots(s1sp=odd), *slots(device_id="[/]\x1b[2J", cohort="[red]")])
    parties = [{**row, "sec_party": f"{row['sec_party']} [/y]"} for row in PARTIES]
    written(Path("parties.csv"), parties)
    words = [word for name in INPUTS for word in (f"--{name}", f"{name}.csv")]
    done = audit_command(*words, "--out", "io", "--at", AT)
    assert done.exit_code == 10, done.exception
    for text in ("[/x] [bold]é :smile: \ufffd[2J", "Southfell [/y]", "[red]", "[/]\ufffd[2J"):
        assert text in done.stdout
    assert "\x1b" not in done.stdout


def test_the_page_names_what_a_bar_is_of_beside_it_and_has_numbers_to_the_right() -> None:
    long = "The S1SP of a name that is longer than the room that there is for it beside a bar of the chart"
    written(Path("slots.csv"), slots(s1sp=long))
    assert run()[0] == 10
    page = Path("io/audit.html").read_text(encoding="utf-8")
    assert f'<span class="kind">{long} IOC ESME</span><svg' in page
    assert '<th scope="col" class="number">Looked at</th>' in page
    assert '<td class="number">2</td>' in page
