"""Answers that come early, late, twice or to another request: each counts for its own request, once."""

import pytest
from aiohttp import web

from rulebook.vocabulary import Accepted, Check, Component, Refused
from sut_adapters.trouble import Misunderstood
from tests.duis.adapter.behaviours import carry_out
from tests.duis.adapter.conftest import BuildSystem, update
from tests.duis.adapter.fakes import Arrived, FakeDsp, reply


async def the_previous_answer(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    return reply(dsp.acknowledgement(dsp.arrived[0]))


def test_a_push_before_the_acknowledgement_counts(dsp: FakeDsp, build: BuildSystem) -> None:
    async def push_first(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        await dsp.pushed(arrived.duis.header.originator, dsp.alert(arrived, "S1VE64"))
        return reply(dsp.acknowledgement(arrived))

    dsp.behave = push_first
    assert build().send(update()) == Refused(Component.S1SP1, Check.CERTIFICATE_OWNERSHIP, "S1VE64")


def test_an_answer_that_comes_twice_is_one_answer(dsp: FakeDsp, build: BuildSystem) -> None:
    async def twice(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        success = dsp.success(arrived)
        for _ in range(2):
            await dsp.pushed(arrived.duis.header.originator, success)
        await dsp.pushed(arrived.duis.header.originator, dsp.success(arrived))
        return reply(dsp.acknowledgement(arrived))

    dsp.behave = twice
    assert build().send(update()) == Accepted()
    assert dsp.statuses == [204, 204, 204]


def test_two_answers_that_contradict_each_other_are_not_understood(dsp: FakeDsp, build: BuildSystem) -> None:
    async def both(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        for document in (dsp.success(arrived), dsp.alert(arrived, "S1VE64")):
            await dsp.pushed(arrived.duis.header.originator, document)
        return reply(dsp.acknowledgement(arrived))

    dsp.behave = both
    with pytest.raises(Misunderstood, match="answered twice, differently: accepted and refused by S1SP1"):
        build().send(update())


def test_an_acknowledgement_of_the_previous_request_is_not_understood(dsp: FakeDsp, build: BuildSystem) -> None:
    system = build()
    dsp.behave = carry_out
    system.send(update())
    dsp.behave = the_previous_answer
    with pytest.raises(Misunderstood, match="with an answer to"):
        system.send(update())


def test_a_late_answer_to_the_previous_request_is_left_alone(dsp: FakeDsp, build: BuildSystem) -> None:
    async def previous_first(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        late = dsp.alert(dsp.arrived[0], "S1VE64")
        dsp.push_later(arrived.duis.header.originator, late, dsp.success(arrived))
        return reply(dsp.acknowledgement(arrived))

    system = build()
    dsp.behave = carry_out
    system.send(update())
    dsp.behave = previous_first
    assert system.send(update()) == Accepted()
