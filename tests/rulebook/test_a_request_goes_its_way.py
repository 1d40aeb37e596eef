"""From the User to the end: who is asked, what each leaves to the next, and what becomes of the world."""

from dataclasses import replace

import pytest

from rulebook import model
from rulebook.model import RIGHT, Finding, Message, World
from rulebook.model.build import Hearing
from rulebook.model.checks import examine
from rulebook.vocabulary import (
    BASELINE,
    SECMP0107,
    Accepted,
    AlertKind,
    Check,
    Component,
    Quarantined,
    Refused,
    Release,
)
from tests.rulebook.builds import says, silent
from tests.rulebook.worlds import DEFAULT, WORLD, held, update

UPDATE = update("holding ED", "registered ED")
LAGGING = Release(dsp=True, s1sps={Component.S1SP1: False})
SENT = replace(WORLD, originator_counters={"holding ED": 1})
DONE = replace(
    SENT,
    slots={**WORLD.slots, "ESME": held("registered ED", "registered IS")},
    execution_counters={("ESME", "holding ED"): 1},
)
TOLD = Message(AlertKind.SECURITY_CREDENTIALS_UPDATED, "registered ED", "ESME")


def test_checks_are_made_up_to_the_first_that_fails_and_only_those_that_concern_the_request() -> None:
    heard = Hearing(UPDATE, Component.DSP, WORLD, SECMP0107, DEFAULT, RIGHT)
    found = examine(heard, [silent, says("a"), silent, says("b", False), says("c"), silent])
    assert [(one.clause, one.holds) for one in found] == [("a", True), ("b", False)]
    assert [one.clause for one in examine(heard, [says("a"), silent, says("b")])] == ["a", "b"]
    assert examine(heard, [silent]) == ()


def test_an_accepted_request_has_passed_the_dsp_and_the_s1sp_and_says_so() -> None:
    end = model.receive(WORLD, UPDATE, SECMP0107, DEFAULT)
    assert (end.world, end.outcome, end.messages) == (DONE, Accepted(), (TOLD,))
    assert [finding.component for finding in end.trail] == [Component.DSP] * 5 + [Component.S1SP1] * 5
    assert all(finding.holds for finding in end.trail)


def test_what_the_dsp_refuses_nobody_else_sees() -> None:
    end = model.receive(WORLD, UPDATE, BASELINE, DEFAULT)
    assert (end.world, end.outcome, end.messages) == (SENT, Refused(Component.DSP, Check.REGISTRATION, "E4"), ())
    assert {finding.component for finding in end.trail} == {Component.DSP}


def test_what_is_quarantined_nobody_else_sees() -> None:
    world = WORLD.with_user(replace(WORLD.users["holding ED"], critical_requests_left=0))
    end = model.receive(world, UPDATE, SECMP0107, DEFAULT)
    assert end.outcome == Quarantined("the sender's anomaly threshold")
    assert end.world.slots == WORLD.slots


def test_what_an_s1sp_refuses_it_reports() -> None:
    end = model.receive(WORLD, UPDATE, LAGGING, DEFAULT)
    refused = Refused(Component.S1SP1, Check.REGISTRATION, "S1VE4")
    assert (end.outcome, end.world.slots) == (refused, WORLD.slots)
    assert end.messages == (Message(AlertKind.S1SP_ALERT, "holding ED", "ESME", "S1VE4"),)
    assert end.world.execution_counters == {("ESME", "holding ED"): 1}


@pytest.mark.parametrize(
    ("before", "repeats", "after"),
    [({}, False, {"holding ED": 1}), ({"holding ED": 4, "OU": 9}, False, {"holding ED": 5, "OU": 9}), ({}, True, {})],
)
def test_each_request_takes_the_senders_next_counter_unless_it_repeats_one(
    before: dict[str, int], repeats: bool, after: dict[str, int]
) -> None:
    world = replace(WORLD, originator_counters=before)
    counted = model.counted(world, replace(UPDATE, repeats_counter=repeats))
    assert counted == replace(world, originator_counters=after)


def test_a_finding_cites_its_clause_or_the_question_that_decided() -> None:
    cited = [Finding(Component.DSP, Check.UNATTESTED, clause, True, "").citation for clause in ("srpd-6.2.d", "O19")]
    assert cited == ["SRPD 6.2(d)", "O19"]


def test_nothing_happens_to_a_world_in_place() -> None:
    before: World = replace(WORLD)
    model.receive(before, UPDATE, SECMP0107, DEFAULT)
    assert before == WORLD
