"""Whatever the update is given, it answers with one line, and changes nothing."""

from pathlib import Path

import pytest

from data_update.command import run
from tests.data_update.trying import Trial

GOOD = {"MP107_S1SP": "S1SP1", "MP107_MODE": "apply"}


def said(capsys: pytest.CaptureFixture[str], *words: str, **environment: str) -> str:
    """The one line that it ends with."""
    assert run(words, GOOD | environment) == 12
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err.removeprefix("mp107-one-off-update: ").strip()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("--s1sp", "S1SP one"), "--s1sp: 'S1SP one' is no S1SP; write S1SP1"),
        (("--at", "yesterday"), "--at: 'yesterday' is no moment; write it as 2026-11-22T09:30:00Z"),
        (("--reading", "O19=maybe"), "--reading: 'O19=maybe' is none that an update goes by; known are O17=left-alone"),
        (("--mode", "roll-back"), "--mode roll-back: nothing has been applied to this database"),
        (("--database", "sqlite:///nowhere.sqlite"), "--database: there is no file nowhere.sqlite; name the S1SP's"),
        (("--database", "oracle://x"), "--database: 'oracle' is no kind of database known here; write sqlite:///FILE"),
        (("--database", "no url"), "--database: is no database URL; write sqlite:///FILE"),
    ],
)
def test_one_line_names_the_option_and_the_mend(
    words: tuple[str, ...], line: str, trial: Trial, capsys: pytest.CaptureFixture[str]
) -> None:
    before = trial.everything()
    assert said(capsys, *words, MP107_DATABASE_URL=trial.url).startswith(line)
    assert trial.everything() == before


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        ("DROP TABLE parties", "--database: has no table parties; docs/data-update.md says what is in it"),
        ("DELETE FROM smki_material WHERE kind = 'root'", "smki_material: has no 'root'; put the certificate there"),
        ("UPDATE smki_material SET content = X'00'", "smki_material: not DER: "),
        ("UPDATE published_certificates SET use = 'any'", "published_certificates: serial "),
        ("UPDATE input_extracts SET as_of = 'today'", "input_extracts: registrations: 'today' is no moment"),
        ("ALTER TABLE registrations DROP COLUMN effective_to", "--database: no such column: "),
    ],
)
def test_tables_that_cannot_be_used_are_named(
    spoil: str, line: str, trial: Trial, capsys: pytest.CaptureFixture[str]
) -> None:
    trial.rows(spoil)
    assert said(capsys, MP107_DATABASE_URL=trial.url).startswith(line)
    assert trial.slots() == trial.before


def test_a_file_that_is_no_database_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text").write_text("this is no database, and it is long enough to be taken for one" * 9)
    line = said(capsys, MP107_DATABASE_URL=f"sqlite:///{tmp_path / 'text'}")
    assert "file is not a database" in line


def test_arguments_win_over_the_environment(trial: Trial, capsys: pytest.CaptureFixture[str]) -> None:
    told = {"MP107_DATABASE_URL": trial.url, "MP107_S1SP": "S1SP1", "MP107_MODE": "apply"}
    assert run(["--mode", "dry-run"], told) == 0
    assert '"mode": "dry-run"' in capsys.readouterr().out
    assert trial.slots() == trial.before


@pytest.mark.parametrize("words", [["--batch", "0"], ["--mode", "try"], []])
def test_a_wrong_command_line_is_exit_2(words: list[str], trial: Trial) -> None:
    told = GOOD | {"MP107_DATABASE_URL": trial.url} if words else {}
    with pytest.raises(SystemExit) as ended:
        run(words, told)
    assert ended.value.code == 2


@pytest.mark.parametrize("mode", ["dryrun", "Dry-Run", "roll back", ""])
def test_a_mode_of_the_environment_that_is_none_does_nothing(
    mode: str, trial: Trial, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trial.ask("apply").code == 0
    before = trial.everything()
    with pytest.raises(SystemExit) as ended:
        run([], {"MP107_DATABASE_URL": trial.url, "MP107_S1SP": "S1SP1", "MP107_MODE": mode})
    assert ended.value.code == 2
    assert "--mode" in capsys.readouterr().err.replace("MP107_MODE", "--mode")
    assert trial.everything() == before
