"""What an update prints of a run that is right has to be right as well: whose, how many, and each once."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from proof.update_trials import Called, called
from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.command import Mode, report_of
from sut_adapters.update_terms import UpdateReport
from tests.update_check.conftest import Opened, Played

Counts = dict[str, Any]

ACCOUNT = "accounts-for-the-slots-that-it-corrected-and-for-those-that-it-left::s1sp1"
DRY = "a-dry-run-has-written-nothing-and-counts-nothing-again"
COUNTED = "the-dry-run-at-s1sp-counts-the-wrong-devices-of-each-cohort-and-type-and-their-slots::s1sp1"
AGAIN = "counted-again-s1sp-has-what-was-left-alone-and-no-more::s1sp1"
CORRECTS_NONE = "once-everything-is-corrected-the-dry-run-counts-nothing"
INPUTS = "names-the-moment-of-each-of-its-inputs::s1sp1"
NOWHERE: Mapping[str, Any] = {"cohort": "FOC", "device_type": "GSME", "devices": -50, "slots": -3}


@dataclass(frozen=True, slots=True)
class Lying(Called):
    """Does what the reference update does, and says something else."""

    lie: Callable[[Counts], object] = len

    def run(self, url: str, s1sp: Component, mode: Mode) -> UpdateReport:
        report = Called.run(self, url, s1sp, mode)
        counts = json.loads(json.dumps(dict(report.counts)))
        self.lie(counts)
        return report_of(report.exit_code, json.dumps(counts), "")


def put(*path: Any) -> Callable[[Counts], object]:
    """The last of these in the place that the others name, where there is such a place."""
    *way, name, value = path

    def lie(counts: Any) -> None:
        for step in way:
            counts = counts.get(step, {}) if isinstance(counts, dict) else counts[step]
        if isinstance(counts, list) or name in counts:
            counts[name] = value

    return lie


def first_twice(*path: Any, **false: object) -> Callable[[Counts], object]:
    """A list's first row twice, the first time with something else in it."""

    def lie(counts: Any) -> None:
        for step in path:
            counts = counts.get(step, [])
        counts[:0] = [{**row, **false} for row in counts[:1]]

    return lie


LIES: Mapping[str, tuple[Callable[[Counts], object], str, str]] = {
    "an operator twice": (first_twice("by_operator", found=999), ACCOUNT, "by_operator: twice "),
    "a reason twice": (first_twice("left_alone", slots=12345), ACCOUNT, "left_alone: twice "),
    "a kind twice": (first_twice("wrong", devices=500), COUNTED, "wrong: twice "),
    "a kind twice in what is applied": (first_twice("wrong", devices=500), ACCOUNT, "wrong: twice "),
    "an operator twice afterwards": (first_twice("afterwards", "by_operator", found=0), AGAIN, "by_operator: twice "),
    "devices found": (put("found", "devices", 7), ACCOUNT, "found 7 devices, "),
    "devices found in a dry run": (put("found", "devices", 7), DRY, "found 7 devices, "),
    "devices corrected": (put("corrected", "devices", 1), ACCOUNT, "corrected 1 devices, "),
    "devices left alone": (put("left_alone", 0, "devices", 0), ACCOUNT, " 0 devices, "),
    "devices changed": (put("changed_meanwhile", "devices", 1), ACCOUNT, "changed 1 devices, 0 slots"),
    "devices found afterwards": (put("afterwards", "found", "devices", 0), AGAIN, "found 0 devices, "),
    "devices arisen afterwards": (put("afterwards", "newly_arisen", "devices", 2), AGAIN, "newly_arisen 2 devices, "),
    "devices that it would correct": (put("corrected", "devices", 1), COUNTED, "to correct: 1 devices, "),
    "nothing wrong": (put("wrong", []), ACCOUNT, "observed wrong: none"),
    "less than nothing wrong": (lambda counts: counts["wrong"].append(NOWHERE), COUNTED, "wrong, FOC GSME, slots: -3"),
    "slots of a kind without devices": (
        lambda counts: counts["wrong"].append(dict(NOWHERE, devices=0, slots=3)),
        COUNTED,
        "FOC GSME: 0 devices, 3 slots",
    ),
    "less than nothing corrected": (put("corrected", "slots", -1), ACCOUNT, "observed corrected, slots: -1"),
    "an operator called everybody": (
        lambda counts: counts["by_operator"].append(counts["by_operator"][0] | {"operator": "everybody"}),
        ACCOUNT,
        "'everybody': found ",
    ),
    "another S1SP": (put("s1sp", "S1SP9"), ACCOUNT, "observed s1sp S1SP9, mode apply"),
    "another S1SP in a dry run": (put("s1sp", "S1SP9"), CORRECTS_NONE, "observed s1sp S1SP9, mode dry-run"),
    "another S1SP of the inputs": (put("s1sp", "S1SP2"), INPUTS, "observed s1sp S1SP2"),
    "another mode": (put("mode", "dry-run"), AGAIN, "observed s1sp S1SP1, mode dry-run"),
    "a run without a name": (put("run", " "), ACCOUNT, "run ' ', which is no name"),
    "a moment that is none": (
        put("at", "2026-02-30T09:30:00Z"),
        ACCOUNT,
        "at 2026-02-30T09:30:00Z, which is no moment",
    ),
}


@pytest.mark.parametrize("name", LIES)
def test_a_false_figure_fails_the_scenario_that_knows_it(name: str, opened: Opened, play: Played) -> None:
    lie, scenario, told = LIES[name]
    right = called(None)
    said = play(opened(Lying(right.words, right.limit_s, right.folder, lie=lie)), scenario)
    assert said
    assert all(one.startswith("FAIL: expected ") and told in one for one in said.values()), said


@pytest.mark.parametrize("scenario", [ACCOUNT, DRY, COUNTED, AGAIN, CORRECTS_NONE, INPUTS])
def test_the_truth_passes(scenario: str, opened: Opened, play: Played) -> None:
    assert set(play(opened(), scenario).values()) == {"PASS"}


@pytest.mark.parametrize(
    ("printed", "doubled"), [('{"a": 1, "b": {"c": 1, "c": 2}}', ("c",)), ('{"a": {"c": 1}, "b": {"c": 2}}', ())]
)
def test_a_name_twice_in_one_object_is_remembered(printed: str, doubled: tuple[str, ...]) -> None:
    assert report_of(0, printed, "").doubled == doubled


def test_of_operators_only_a_few_that_differ_are_told_and_of_them_only_what_differs(
    opened: Opened, play: Played
) -> None:
    def lie(counts: Counts) -> None:
        for row in counts.get("by_operator", [])[1:8]:
            row["found"] += 1

    right = called(None)
    (said,) = play(opened(Lying(right.words, right.limit_s, right.folder, lie=lie)), ACCOUNT).values()
    stated, observed = said.removeprefix("FAIL: expected ").split(", observed ")
    assert stated.count(": found ") == observed.count(": found ") == 5
    assert stated.endswith("; 2 more that differ")
    assert "corrected" not in said


def test_of_kinds_of_devices_only_those_that_differ_are_told(opened: Opened, play: Played) -> None:
    right = called(None)
    lie = put("wrong", 0, "devices", 1)
    (said,) = play(opened(Lying(right.words, right.limit_s, right.folder, lie=lie)), COUNTED).values()
    stated, observed = said.split(", observed ")
    assert stated.count("IOC ") == observed.count("IOC ") == 1
