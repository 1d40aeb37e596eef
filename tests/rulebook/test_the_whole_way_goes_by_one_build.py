"""Whatever a build does otherwise it does from the first check to the last message."""

from dataclasses import replace

import pytest

from rulebook import model
from rulebook.law import rulings
from rulebook.model import RIGHT, Acknowledgement, Build, Finding, Message, Transition
from rulebook.vocabulary import (
    BASELINE,
    SECMP0107,
    Accepted,
    AlertKind,
    Check,
    Component,
    Refused,
    Release,
    Rulings,
    Scheduled,
    ServiceRequest,
    Variant,
)
from tests.rulebook.builds import LAX, STRICT, trail
from tests.rulebook.worlds import DEFAULT, DEVICES, WORLD, held, update

UPDATE = update("holding ED", "registered ED")
TO_SMETS2 = update("holding ED", "registered ED", "SMETS2 ESME")
INVENTORY = ServiceRequest(Variant.READ_INVENTORY, "holding ED", "ESME")
LAGGING = Release(dsp=True, s1sps={Component.S1SP1: False})
SENT = replace(WORLD, originator_counters={"holding ED": 1})
DONE = replace(
    SENT,
    slots={**WORLD.slots, "ESME": held("registered ED", "registered IS")},
    execution_counters={("ESME", "holding ED"): 1},
)
JUDGED_AGAIN = rulings({"O15.in-flight": "judged-again"})
OWNERSHIP_FIRST = rulings({"O3.s1sp": "ownership-first"})
TOLD = Message(AlertKind.SECURITY_CREDENTIALS_UPDATED, "registered ED", "ESME")


@pytest.mark.parametrize(
    ("request_", "device", "by_default", "ruled"),
    [
        (UPDATE, DEVICES["ESME"], trail(Component.S1SP1, "s1sp"), trail(Component.S1SP1, "other s1sp")),
        (
            UPDATE,
            replace(DEVICES["ESME"], s1sp=Component.S1SP3),
            trail(Component.S1SP3, "s1sp"),
            trail(Component.S1SP3, "other s1sp"),
        ),
        (UPDATE, replace(DEVICES["ESME"], s1sp=None), *[trail(Component.DEVICE, "device")] * 2),
        (TO_SMETS2, DEVICES["SMETS2 ESME"], *[trail(Component.DEVICE, "device")] * 2),
        (
            TO_SMETS2,
            replace(DEVICES["SMETS2 ESME"], s1sp=Component.S1SP1),
            *[trail(Component.DEVICE, "device")] * 2,
        ),
    ],
)
def test_after_the_dsp_comes_the_s1sp_of_the_device_or_a_smets2_device_itself(
    request_: ServiceRequest, device: model.Device, by_default: tuple[Finding, ...], ruled: tuple[Finding, ...]
) -> None:
    world = WORLD.with_device(device)
    assert model.hand_over(world, request_, SECMP0107, DEFAULT, LAX).trail == by_default
    assert model.hand_over(world, request_, SECMP0107, OWNERSHIP_FIRST, LAX).trail == ruled


@pytest.mark.parametrize("request_", [INVENTORY, replace(UPDATE, target="no device")])
def test_what_is_for_no_device_the_dsp_answers_itself(request_: ServiceRequest) -> None:
    assert model.hand_over(WORLD, request_, SECMP0107, DEFAULT, STRICT) == Transition(WORLD, Accepted())


def test_what_is_to_be_done_later_is_checked_now_and_changes_nothing() -> None:
    end = model.hand_over(WORLD, replace(UPDATE, future_dated=True), SECMP0107, DEFAULT, LAX)
    assert end == Transition(WORLD, Scheduled(), trail(Component.S1SP1, "s1sp"))


def test_a_refusal_stops_what_was_to_be_done_later() -> None:
    end = model.hand_over(WORLD, replace(UPDATE, future_dated=True), SECMP0107, DEFAULT, STRICT)
    assert end.outcome == Refused(Component.S1SP1, Check.UNATTESTED, "mine")


def test_the_whole_way_goes_by_one_build() -> None:
    end = model.receive(WORLD, UPDATE, BASELINE, DEFAULT, LAX)
    assert end == Transition(
        DONE, Accepted(), trail(Component.DSP, "dsp") + trail(Component.S1SP1, "s1sp"), messages=(TOLD,)
    )
    ruled = rulings({"O3.dsp": "registration-first"})
    assert model.acknowledge(WORLD, UPDATE, BASELINE, ruled, LAX) == Acknowledgement(
        SENT, None, trail(Component.DSP, "other dsp")
    )


def test_each_end_is_the_builds_own() -> None:
    changed = replace(WORLD, registrations=())
    message = Message("a kind", "somebody", "ESME")
    build = replace(
        STRICT,
        turned_away=lambda _: changed,
        refusal_alert=lambda _, refused: (replace(message, code=refused.code),),
        carried_out=lambda _: changed,
        notifications=lambda _: (message,),
    )
    refused = model.hand_over(WORLD, UPDATE, SECMP0107, DEFAULT, build)
    assert (refused.world, refused.messages) == (changed, (replace(message, code="mine"),))
    assert [finding.holds for finding in refused.trail] == [False]
    lax = replace(build, s1sp_order=LAX.s1sp_order)
    accepted = model.hand_over(WORLD, UPDATE, SECMP0107, DEFAULT, lax)
    assert (accepted.world, accepted.messages, accepted.outcome) == (changed, (message,), Accepted())


def test_a_build_without_checks_accepts() -> None:
    build = replace(LAX, s1sp_order={"rdp-first": ()})
    assert model.hand_over(SENT, UPDATE, SECMP0107, DEFAULT, build) == Transition(DONE, Accepted(), (), (TOLD,))


@pytest.mark.parametrize(
    ("release", "ruled", "build", "outcome"),
    [
        (SECMP0107, DEFAULT, RIGHT, Accepted()),
        (SECMP0107, JUDGED_AGAIN, RIGHT, Accepted()),
        (LAGGING.switched(Component.DSP, on=False), DEFAULT, LAX, Accepted()),
        (BASELINE, JUDGED_AGAIN, RIGHT, Refused(Component.DSP, Check.REGISTRATION, "E4")),
        (BASELINE, JUDGED_AGAIN, LAX, Refused(Component.DSP, Check.REGISTRATION, "mine")),
        (SECMP0107, JUDGED_AGAIN, STRICT, Refused(Component.DSP, Check.REGISTRATION, "mine")),
        (SECMP0107, DEFAULT, STRICT, Refused(Component.S1SP1, Check.UNATTESTED, "mine")),
        (
            SECMP0107.switched(Component.S1SP1, on=False),
            DEFAULT,
            RIGHT,
            Refused(Component.S1SP1, Check.REGISTRATION, "S1VE4"),
        ),
    ],
)
def test_what_was_acknowledged_before_is_judged_once_or_again(
    release: Release, ruled: Rulings, build: Build, outcome: object
) -> None:
    end = model.conclude(SENT, UPDATE, release, ruled, build)
    assert end.outcome == outcome
    if isinstance(outcome, Refused) and outcome.by is Component.DSP:
        assert end.world is SENT
        assert [(one.component, one.check, one.holds) for one in end.trail] == [
            (Component.DSP, Check.REGISTRATION, False)
        ]


def test_what_is_judged_again_and_holds_or_has_no_object_goes_on() -> None:
    assert model.conclude(SENT, UPDATE, SECMP0107, JUDGED_AGAIN) == model.conclude(SENT, UPDATE, SECMP0107, DEFAULT)
    assert model.conclude(WORLD, INVENTORY, BASELINE, JUDGED_AGAIN).outcome == Accepted()
