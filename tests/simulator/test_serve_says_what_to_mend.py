"""`mp107 serve`: every fault in one line with the mend, a profile when it serves, a clean stop."""

import socket
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import httpx
import pytest
import typer
from typer.testing import CliRunner, Result

from commands.serve import serve
from sut_adapters.duis.profile import read_profile
from sut_adapters.simulator.test_control import BASE
from sut_adapters.smki.pki import TestPki
from tests.simulator.processes import serving

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command, in process, for what ends at once."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    app = typer.Typer()
    app.command()(serve)

    def ran(*options: object) -> Result:
        return CliRunner().invoke(app, [str(option) for option in options])

    return ran


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody else listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--reading", "O99=nonsense"], "O99"),
        (["--reading", "O3.s1sp=nonsense"], "rdp-first"),
        (["--reading", "O3.s1sp"], "POINT=READING"),
        (["--release", "DSP=maybe"], "DSP=on"),
        (["--s1sp-db", "S1SP4=sqlite:///x"], "S1SP1=sqlite:///FILE"),
        (["--s1sp-db", "S1SP1=nonsense"], "sqlite:///FILE"),
        (["--s1sp-db", "S1SP1=mysql://a:secret@b/c"], "mysql"),
        (["--s1sp-db", "S1SP1=sqlite:////no/such/folder/x"], "--s1sp-db S1SP1"),
        (["--s1sp-db", "S1SP1=postgresql://u:secret@127.0.0.1:1/x"], "start the database"),
        (["--s1sp-db", "S1SP1=sqlite:////dev/null"], "--s1sp-db S1SP1"),
        (["--dsp-db", "sqlite://"], "names no file"),
        (["--dsp-db", "sqlite:///same", "--s1sp-db", "S1SP2=sqlite:///same"], "a database of its own"),
        (["--pki", "/no/such/folder"], "/no/such/folder"),
        (["--duis-schemas", "/no/such/folder"], "/no/such/folder"),
        (["--profile-out", "/proc/no/p.toml"], "--profile-out"),
        (["--host", "192.0.2.1"], "192.0.2.1"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_a_fault_is_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, options: Sequence[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*options)
    assert result.exit_code == 12
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("mp107 serve: ")
    assert words in result.stderr
    assert "secret" not in result.stderr


def test_a_port_that_is_taken_is_named(run: Run, taken: int) -> None:
    result = run("--port", taken)
    assert result.exit_code == 12
    assert str(taken) in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_broken_pki_names_the_file(run: Run, pki: TestPki, tmp_path: Path) -> None:
    folder = tmp_path / "pki"
    pki.write(folder)
    broken = folder / "parties" / "s1sp2" / "xml-signing.pem"
    broken.write_text("nothing", encoding="ascii")
    result = run("--pki", folder)
    assert result.exit_code == 12
    assert str(broken) in result.stderr


@pytest.mark.parametrize(
    ("epoch", "words"),
    [
        ("yesterday", "SOURCE_DATE_EPOCH: 'yesterday' is no number of seconds"),
        ("1667476800", "not at SOURCE_DATE_EPOCH (2022-11-03); set it to a day of the last ten years"),
    ],
)
def test_a_clock_that_does_not_go_with_the_pki_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch, pki: TestPki, tmp_path: Path, epoch: str, words: str
) -> None:
    pki.write(tmp_path / "pki")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("--pki", tmp_path / "pki")
    assert (result.exit_code, len(result.stderr.splitlines())) == (12, 1)
    assert words in result.stderr


def test_a_clock_by_which_tls_would_not_be_valid_today_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "315532800")
    result = run()
    assert (result.exit_code, len(result.stderr.splitlines())) == (12, 1)
    assert "is valid from 1979-12-31 to 1989-12-30, not today" in result.stderr


def test_nothing_is_left_behind_without_a_profile(run: Run, tmp_path: Path, taken: int) -> None:
    run("--port", taken)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("mp107-simulator-")]


def test_the_profile_appears_when_it_serves_and_leads_to_it(tmp_path: Path) -> None:
    profile_file = tmp_path / "sim" / "p.toml"
    profile_file.parent.mkdir()
    profile_file.write_text("old", encoding="ascii")
    with serving(
        "--plain-http", "--profile-out", str(profile_file), "--reading", "O3.s1sp=ownership-first"
    ) as simulator:
        while profile_file.read_text(encoding="utf-8") == "old":
            pass
        profile = read_profile(profile_file)
        assert profile.dsp.url == simulator.url
        assert profile.readings == {"O3.s1sp": "ownership-first"}
        assert profile.test_control is not None
        assert httpx.get(f"{profile.test_control.url}/release").status_code == 200
        assert profile.test_control.url == simulator.url + BASE
        assert simulator.stop() == (0, "")
    assert {path.name for path in profile_file.parent.iterdir()} == {"p.simulator", "p.toml"}


def test_it_begins_in_the_state_of_release_that_is_given(tmp_path: Path) -> None:
    with serving("--plain-http", "--release", "DSP=on,S1SP2=on") as simulator:
        released = httpx.get(f"{simulator.url}{BASE}/release").json()
    assert released == {"DSP": "on", "S1SP1": "off", "S1SP2": "on", "S1SP3": "off"}


def test_a_second_simulator_in_one_place_of_work_is_turned_away(tmp_path: Path) -> None:
    """Two that kept one estate would each overwrite what the other had written."""
    options = ("--plain-http", "--profile-out", str(tmp_path / "p.toml"))
    with serving(*options), pytest.raises(AssertionError, match="does not serve"), serving(*options):
        pass
