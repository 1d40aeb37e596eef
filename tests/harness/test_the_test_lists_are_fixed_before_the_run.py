"""The System Test and the FAT: written with their digests first, and compared with what was agreed."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from harness.frozen_lists import freeze, refuse_others
from harness.reporting_profile import AgreedLists
from sut_adapters.trouble import Misconfigured
from tests.harness.conftest import Runner
from tests.harness.scenario_texts import text

SCENARIOS = [text("b", "pit", "fat"), text("a", "pit"), text("c", "sit")]


def test_a_list_is_its_ids_sorted_one_a_line(tmp_path: Path) -> None:
    system_test, fat = freeze(SCENARIOS, tmp_path)
    ids = sorted(one.id for one in SCENARIOS[:2])
    assert (tmp_path / system_test.file).read_text() == f"{ids[0]}\n{ids[1]}\n"
    assert (system_test.count, fat.count) == (2, 1)
    for one in (system_test, fat):
        assert one.sha256 == hashlib.sha256((tmp_path / one.file).read_bytes()).hexdigest()


def test_the_order_of_the_scenarios_does_not_matter(tmp_path: Path) -> None:
    straight, turned = freeze(SCENARIOS, tmp_path), freeze(SCENARIOS[::-1], tmp_path)
    assert [one.sha256 for one in straight] == [one.sha256 for one in turned]


def test_a_fat_within_the_system_test_leaves_nothing_outside(tmp_path: Path) -> None:
    assert [one.outside_the_system_test for one in freeze(SCENARIOS, tmp_path)] == [(), ()]


def test_a_fat_beyond_the_system_test_is_found_out(tmp_path: Path) -> None:
    stray = text("d", "fat")
    _, fat = freeze([*SCENARIOS, stray], tmp_path)
    assert fat.outside_the_system_test == (stray.id,)


def test_lists_other_than_those_agreed_are_refused(tmp_path: Path) -> None:
    lists = freeze(SCENARIOS, tmp_path)
    agreed = AgreedLists(system_test=lists[0].sha256, fat=lists[1].sha256)
    refuse_others(lists, agreed)
    thawed = (lists[0], replace(lists[1], sha256="f" * 64))
    with pytest.raises(
        Misconfigured, match=r"report.agreed.fat: the FAT agreed is [0-9a-f]{64}, and that of this suite"
    ):
        refuse_others(thawed, agreed)


def test_a_run_leaves_both_lists_and_their_digests(run: Runner) -> None:
    ended = run("--stage=pit")
    names = [one.name for one in ended.record.lists]
    assert names == ["System Test", "FAT"]
    for one in ended.record.lists:
        assert hashlib.sha256((ended.folder / one.file).read_bytes()).hexdigest() == one.sha256


def test_a_run_with_other_lists_asks_nothing(run: Runner, project: Path) -> None:
    (project / "profile.toml").write_text(f"[report.agreed]\nsystem_test = '{'0' * 64}'\n")
    ended = run("--profile=profile.toml")
    assert ended.code == 12
    assert "report.agreed.system_test: the System Test agreed is 0000" in ended.said
    assert ended.record.scenarios == ()
