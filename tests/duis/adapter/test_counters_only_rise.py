"""Originator counters: kept before use, locked across processes, never used twice."""

import fcntl
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sut_adapters.duis import counters
from sut_adapters.duis.counters import HIGHEST, counter_file, counter_taken, next_counter
from sut_adapters.trouble import Misconfigured, Unreachable

USER = "02-4D-50-31-30-37-00-01"


def test_a_new_user_id_begins_where_it_is_told_to(tmp_path: Path) -> None:
    assert next_counter(tmp_path / "new folder", USER) == 1
    assert next_counter(tmp_path / "new folder", "02-4D-50-31-30-37-00-02", first=5000) == 5000


def test_each_is_one_more_than_the_last_whoever_asks(tmp_path: Path) -> None:
    assert [next_counter(tmp_path, USER) for _ in range(3)] == [1, 2, 3]
    assert counter_file(tmp_path, USER.lower()).read_text(encoding="utf-8") == "3\n"
    assert next_counter(tmp_path, USER.lower(), first=1) == 4


def test_it_is_kept_before_it_is_used(tmp_path: Path) -> None:
    with counter_taken(tmp_path, USER) as counter:
        assert counter_file(tmp_path, USER).read_text(encoding="utf-8") == f"{counter}\n"


def ten(folder: Path) -> list[int]:
    return [next_counter(folder, USER) for _ in range(10)]


def test_no_two_processes_are_given_the_same(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        taken = [counter for counters in pool.map(ten, [tmp_path] * 3) for counter in counters]
    assert sorted(taken) == list(range(1, 31))


def test_no_two_threads_are_given_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        taken = [counter for counters in pool.map(ten, [tmp_path] * 4) for counter in counters]
    assert sorted(taken) == list(range(1, 41))


def test_the_last_is_two_to_the_63_less_one(tmp_path: Path) -> None:
    counter_file(tmp_path, USER).write_text(f"{HIGHEST - 1}\n", encoding="utf-8")
    assert next_counter(tmp_path, USER) == HIGHEST == 9_223_372_036_854_775_807
    with pytest.raises(Misconfigured, match="used up"):
        next_counter(tmp_path, USER)
    assert counter_file(tmp_path, USER).read_text(encoding="utf-8") == f"{HIGHEST}\n"


@pytest.mark.parametrize("content", ["none", "-3", "1.5", "12 34", "٣", f"{'9' * 70}"])
def test_a_file_that_holds_no_counter_is_left_as_it_is(content: str, tmp_path: Path) -> None:
    file = counter_file(tmp_path, USER)
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Misconfigured, match=r"\.counter: "):
        next_counter(tmp_path, USER)
    assert file.read_text(encoding="utf-8") == content


def test_a_folder_that_cannot_be_written_is_a_configuration_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Misconfigured, match="name a counters folder that can be written"):
        next_counter(tmp_path / "file", USER)


def test_whoever_holds_a_counter_for_ever_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counters, "LONGEST_WAIT_S", 0.05)
    with counter_taken(tmp_path, USER), pytest.raises(Unreachable, match="another request of this User ID has held it"):
        next_counter(tmp_path, USER)
    with counter_file(tmp_path, USER).open("rb") as anothers:
        fcntl.flock(anothers, fcntl.LOCK_EX)
        with pytest.raises(Unreachable, match="end whoever has it open"):
            next_counter(tmp_path, USER)
    assert next_counter(tmp_path, USER) == 2
