"""Correlation: by RequestID under concurrency, by device and time for an S1SP Alert without one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import permutations

import pytest
from aiohttp import web

from rulebook.vocabulary import Accepted, Check, Component, Outcome, Refused, ServiceRequest
from sut_adapters.trouble import Misunderstood
from tests.duis.adapter.conftest import ESME, SILENT, BuildSystem, update
from tests.duis.adapter.fakes import Arrived, FakeDsp, acknowledge, now, reply

REFUSED = Refused(Component.S1SP1, Check.CERTIFICATE_OWNERSHIP, "S1VE64")
SENDERS = ("Northmoor", "Southfell", "Westbrook", "Ashdown")


def reading(sender: str) -> ServiceRequest:
    return ServiceRequest("4.10", sender, ESME)


@pytest.mark.parametrize("order", list(permutations(range(3)))[1::2])
def test_answers_out_of_order_find_their_requests(order: tuple[int, ...], dsp: FakeDsp, build: BuildSystem) -> None:
    system = build()
    tickets = [system.gateway.dispatch(update()) for _ in order]
    documents = [
        dsp.alert(arrived, "S1VE64") if number == 1 else dsp.success(arrived)
        for number, arrived in enumerate(dsp.arrived)
    ]
    for number in order:
        assert dsp.push(dsp.arrived[number].duis.header.originator, documents[number]) == 204
    assert [system.gateway.collect(ticket) for ticket in tickets] == [Accepted(), REFUSED, Accepted()]


def test_many_requests_at_once_each_get_their_own_answer(dsp: FakeDsp, build: BuildSystem) -> None:
    async def by_sender(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        user_id = arrived.duis.header.originator
        southfell = user_id == dsp.pki.user_id["Southfell"]
        dsp.push_later(user_id, dsp.alert(arrived, "S1VE64") if southfell else dsp.success(arrived))
        return reply(dsp.acknowledgement(arrived))

    dsp.behave = by_sender
    system = build()
    requests = [reading(sender) for sender in SENDERS] * 6
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(system.send, requests))
    assert outcomes == [REFUSED if request.sender == "Southfell" else Accepted() for request in requests]
    for sender in SENDERS:
        counters = [
            arrived.duis.header.counter
            for arrived in dsp.arrived
            if arrived.duis.header.originator == dsp.pki.user_id[sender]
        ]
        assert counters == sorted(counters), "requests of one User ID arrive in the order of their counters"


def test_an_alert_without_a_request_id_is_found_by_device_and_time(dsp: FakeDsp, build: BuildSystem) -> None:
    async def nameless(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        dsp.push_later(arrived.duis.header.originator, dsp.alert(arrived, "S1VE64", named=False))
        return reply(dsp.acknowledgement(arrived))

    dsp.behave = nameless
    assert build().send(update()) == REFUSED


def test_an_alert_from_before_the_request_is_not_its_answer(dsp: FakeDsp, build: BuildSystem) -> None:
    async def stale_first(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        stale = dsp.alert(arrived, "S1VE64", named=False, at=now() - timedelta(minutes=1))
        dsp.push_later(arrived.duis.header.originator, stale, dsp.success(arrived))
        return reply(dsp.acknowledgement(arrived))

    dsp.behave = stale_first
    assert build().send(update()) == Accepted()


def test_a_nameless_alert_goes_to_the_request_that_nothing_else_answers(dsp: FakeDsp, build: BuildSystem) -> None:
    system = build()
    tickets = [system.gateway.dispatch(update()) for _ in range(2)]
    first, second = dsp.arrived
    user_id = first.duis.header.originator
    dsp.push(user_id, dsp.alert(first, "S1VE64", named=False))
    dsp.push(user_id, dsp.success(second))
    outcomes: list[Outcome] = []
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(system.gateway.collect, tickets))
    assert outcomes == [REFUSED, Accepted()]


def test_a_nameless_alert_that_fits_two_requests_is_not_understood(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = acknowledge
    system = build(SILENT)
    tickets = [system.gateway.dispatch(update()) for _ in range(2)]
    dsp.push(dsp.arrived[0].duis.header.originator, dsp.alert(dsp.arrived[0], "S1VE64", named=False))
    with pytest.raises(Misunderstood, match="fits 2 requests in flight"):
        system.gateway.collect(tickets[0])


def test_what_nobody_here_asked_for_is_valid_and_left_alone(dsp: FakeDsp, build: BuildSystem) -> None:
    async def anothers_first(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        user_id = arrived.duis.header.originator
        foreign = arrived.duis.header.counter + 1000
        another = dsp.success(arrived, counter=foreign, request_id=f"{user_id}:{ESME}:{foreign}")
        dsp.push_later(user_id, another, dsp.success(arrived))
        return reply(dsp.acknowledgement(arrived))

    dsp.behave = anothers_first
    assert build().send(update()) == Accepted()
    dsp.idle()
    assert dsp.statuses == [204, 204]


def test_an_answer_in_another_users_inbox_is_no_answer(dsp: FakeDsp, build: BuildSystem) -> None:
    async def astray(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        dsp.push_later(dsp.pki.user_id["Westbrook"], dsp.alert(arrived, "S1VE64"))
        dsp.push_later(arrived.duis.header.originator, dsp.success(arrived))
        return reply(dsp.acknowledgement(arrived))

    dsp.behave = astray
    assert build().send(update()) == Accepted()


def test_a_repeated_counter_repeats_the_request_id_and_hears_its_own_answer(dsp: FakeDsp, build: BuildSystem) -> None:
    async def refuse_then_carry_out(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        user_id = arrived.duis.header.originator
        if len(dsp.arrived) == 1:
            refusals.append(dsp.alert(arrived, "S1VE64"))
            dsp.push_later(user_id, refusals[0])
        else:
            dsp.push_later(user_id, refusals[0], dsp.success(arrived))
        return reply(dsp.acknowledgement(arrived))

    refusals: list[bytes] = []
    dsp.behave = refuse_then_carry_out
    system = build()
    assert system.send(update()) == REFUSED
    assert system.send(update(repeats_counter=True)) == Accepted()
    assert dsp.arrived[0].request_id == dsp.arrived[1].request_id
