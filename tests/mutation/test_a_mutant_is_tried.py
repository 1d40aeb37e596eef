"""A planted module in a folder of its own: its mutants wake one at a time, and what nothing notices is found out."""

import json
import subprocess
import sys
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant, mutated, read, write
from tests.mutation.results import Result, Results, State
from tests.mutation.workplace import MUTANTS, ROOT, unrolled

SOURCE = '''\
from functools import cache


@cache
def looked_up(name: str) -> int:
    """Decorated."""
    return len(name) + 1


class Lamp:
    @property
    def lit(self) -> bool:
        """Decorated too."""
        return True

    def brightness(self) -> int:
        return 2


def never_asked() -> int:
    return 3
'''
TESTS = """\
from planted import Lamp, looked_up


def test_a_name_is_looked_up():
    assert looked_up("abc") == 4


def test_a_lamp_shines():
    assert Lamp().lit
    assert Lamp().brightness()
"""
ONE, TWO, OF_LAMP = "planted.x_looked_up", "planted.x_never_asked", "planted.xǁLampǁ"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What `tests.mutation.trying` is started in: a mutated module, its mutants, and a file of killers."""
    code, mutants = mutated(Path("planted.py"), unrolled(SOURCE))
    (tmp_path / "planted.py").write_text(code, encoding="utf-8")
    (tmp_path / "test_planted.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.mutmut]\nsource_paths = ["."]\n', encoding="utf-8")
    write(mutants, tmp_path / MUTANTS)
    return tmp_path


def try_them(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", "-p", "tests.mutation.trying"]
    told = [f"--results={folder / 'results'}", "--project=now", f"--rootdir={folder}", *options]
    environment = {"PYTHONPATH": f"{ROOT}:{folder}", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run([*command, *told], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_what_is_noticed_is_told_from_what_is_not_and_a_run_goes_on_where_it_was_broken_off(folder: Path) -> None:
    assert try_them(folder, f"--part={OF_LAMP}*").returncode == 0
    before = (folder / "results").read_text(encoding="utf-8")
    assert try_them(folder).returncode == 0
    lines = (folder / "results").read_text(encoding="utf-8").removeprefix(before).splitlines()
    assert not any(OF_LAMP in json.loads(line)["mutant"] for line in lines)
    results = Results(folder / "results").of("now").values()
    assert {(one.mutant.partition("__mutmut")[0], one.state, one.killer) for one in results} == {
        (ONE, State.KILLED, "test_planted.py::test_a_name_is_looked_up"),
        (OF_LAMP + "lit", State.KILLED, "test_planted.py::test_a_lamp_shines"),
        (OF_LAMP + "brightness", State.SURVIVED, ""),
        (TWO, State.NOT_MET, ""),
    }


def test_a_killer_that_fails_as_things_are_stops_everything(folder: Path) -> None:
    (folder / "test_planted.py").write_text(TESTS.replace("== 4", "== 5"), encoding="utf-8")
    ended = try_them(folder)
    assert ended.returncode == 4
    assert "test_planted.py::test_a_name_is_looked_up fails as things are" in ended.stdout + ended.stderr
    assert not (folder / "results").exists()


def test_a_killer_that_passes_only_once_stops_everything(folder: Path) -> None:
    once = "from pathlib import Path\n\n\ndef test_once():\n    Path('there').mkdir()\n"
    (folder / "test_once.py").write_text(once, encoding="utf-8")
    assert "test_once.py::test_once fails a second time as things are" in try_them(folder).stderr
    assert not (folder / "results").exists()


def test_a_mutant_is_known_by_what_it_changes() -> None:
    _, mutants = mutated(Path("rulebook/planted.py"), unrolled(SOURCE))
    brightness = [one for one in mutants if one.change.function == "Lamp.brightness"]
    assert [(one.change.file, one.change.was, one.change.became) for one in brightness] == [
        ("rulebook/planted.py", "return 2", "return 3")
    ]
    assert [one.function for one in brightness] == ["rulebook.planted.xǁLampǁbrightness"]


@pytest.mark.parametrize(
    ("parts", "belongs"),
    [
        ([], True),
        (["rulebook/*"], True),
        (["rulebook/law.py"], False),
        (["rulebook/law.py", "rulebook.planted.x_never_asked*"], True),
    ],
)
def test_a_part_is_a_file_or_a_function(parts: list[str], belongs: bool) -> None:
    _, mutants = mutated(Path("rulebook/planted.py"), unrolled(SOURCE))
    assert mutants[-1].belongs_to(parts) is belongs


def test_a_decorator_is_called_after_its_function_and_means_the_same() -> None:
    assert "@" not in unrolled(SOURCE)
    names: dict[str, object] = {}
    exec(unrolled(SOURCE), names)  # noqa: S102 - the source stands above
    assert isinstance(vars(names["Lamp"])["lit"], property)
    assert isinstance(names["looked_up"], _lru_cache_wrapper)


def test_a_line_that_was_not_finished_counts_for_nothing(tmp_path: Path) -> None:
    results = Results(tmp_path / "results")
    for result in (Result("a", State.SURVIVED, "", "before"), Result("a", State.KILLED, "by", "now")):
        results.note(result)
    with (tmp_path / "results").open("a", encoding="utf-8") as file:
        file.write('{"mutant": "b", "st')
    again = Results(tmp_path / "results")
    assert again.of("now") == {"a": Result("a", State.KILLED, "by", "now")}
    assert again.of("before") == {}
    assert [again.killer(name) for name in "ab"] == ["by", ""]


def test_mutants_are_written_down_and_read_again(tmp_path: Path) -> None:
    _, mutants = mutated(Path("planted.py"), unrolled(SOURCE))
    write(mutants, tmp_path / MUTANTS)
    assert read(tmp_path / MUTANTS) == mutants
    assert all(isinstance(one, Mutant) for one in mutants)
