"""By system, stage, boundary and address."""

from pathlib import Path

import pytest

from harness.closed_ways import closed_at
from harness.corpus import ScenarioText, read_corpus
from harness.selection import UnknownAddress, addressed, for_system, in_scope, with_controls
from tests.harness.scenario_texts import text

ACCEPTED = text("accepted", "positive", "dsp", "pit", "meets-srpd-6.2.d.role")
OPEN = text("open", "positive", "dsp", "pit", "open-O3")
REFUSED = text("refused", "negative", "dsp", "pit", "sit", "misses-srpd-6.2.d.role")
HELD = text("held", "positive", "s1sp", "sit", clause="s1sr-4.2", rule_line=40)
UPDATE = text("updated", "positive", "s1sp", "sit", clause="fia-3.3.2", path="requirement_2/b.feature")
ALL = (ACCEPTED, OPEN, REFUSED, HELD)


def test_a_negative_brings_the_plain_positives_of_its_rule() -> None:
    assert with_controls([REFUSED], ALL) == (ACCEPTED, REFUSED)


def test_a_positive_brings_nobody() -> None:
    assert with_controls([OPEN], ALL) == (OPEN,)


def test_the_kind_of_system_fixes_the_set() -> None:
    assert for_system([*ALL, UPDATE], "reference") == ALL
    assert for_system([*ALL, UPDATE], "s1sp-db") == (UPDATE,)


@pytest.mark.parametrize(
    ("stage", "boundary", "chosen"),
    [
        (None, None, ALL),
        (None, "end-to-end", ALL),
        ("sit", None, (ACCEPTED, REFUSED, HELD)),
        ("sit", "s1sp", (HELD,)),
        (None, "dsp", (ACCEPTED, OPEN, REFUSED)),
        ("uit", None, ()),
    ],
)
def test_stage_and_boundary_are_tags(stage: str, boundary: str, chosen: tuple[ScenarioText, ...]) -> None:
    assert in_scope(ALL, stage, boundary) == chosen


@pytest.mark.parametrize(
    ("address", "chosen"),
    [
        ("srpd-6.2.d", (ACCEPTED, OPEN, REFUSED)),
        ("srpd-6.2", (ACCEPTED, OPEN, REFUSED)),
        ("srpd", (ACCEPTED, OPEN, REFUSED)),
        ("srpd-6.2.d.role", (ACCEPTED, REFUSED)),
        ("s1sr-4.2", (HELD,)),
        ("a.feature::refused", (REFUSED,)),
        ("a.feature", ALL),
    ],
)
def test_an_address_is_a_clause_a_family_a_limb_or_a_scenario(address: str, chosen: tuple[ScenarioText, ...]) -> None:
    assert addressed(ALL, [address]) == chosen


def test_several_addresses_add_up() -> None:
    assert addressed(ALL, ["s1sr-4.2", "a.feature::open"]) == (OPEN, HELD)


def test_a_clause_is_no_family_of_its_longer_namesakes() -> None:
    longer = text("other", "positive", clause="srpd-6.22")
    assert addressed((*ALL, longer), ["srpd-6.2"]) == (ACCEPTED, OPEN, REFUSED)


def test_an_unknown_address_is_told_what_is_near() -> None:
    with pytest.raises(UnknownAddress, match=r"no scenario has the address 'srpd-6.3.d'; near: srpd-6.2.d"):
        addressed(ALL, ["srpd-6.3.d"])


def test_a_statement_that_is_not_tested_says_why() -> None:
    with pytest.raises(UnknownAddress, match=r"fia-3.4.duis-version has no scenarios: "):
        addressed(ALL, ["fia-3.4.duis-version"])


@pytest.mark.parametrize("stage", ["sit", "uit"])
def test_the_ways_of_arrival_that_ended_with_migration_are_listed_at_sit_and_uit(stage: str) -> None:
    corpus = read_corpus(Path(__file__).parents[2] / "features").scenarios
    closed = [one for one in in_scope(corpus, stage, None) if closed_at(one, stage)]
    assert {one.row["way"] for one in closed} == {
        "Supplier's Migration Authorisation",
        "Dormant Meter Migration response",
        "Migration Control Centre",
    }
    reason = "SMETS1 migration has ended: of the four ways in which a certificate arrives only SRV 6.21 can still be "
    assert {closed_at(one, stage) for one in closed} == {f"{reason}played at SIT or UIT"}
    others = [one for one in in_scope(corpus, stage, None) if one not in closed]
    assert [one for one in others if one.clause == "fia-3.2.arrival" and "way" in one.row] == []
    assert not any(closed_at(one, other) for one in corpus for other in (None, "pit", "fat", "tto"))
