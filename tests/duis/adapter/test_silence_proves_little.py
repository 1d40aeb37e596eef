"""Silence after an acknowledgement: proved where the system has settled, or was alive before and after."""

from collections.abc import Callable

import pytest
from aiohttp import web

from rulebook.vocabulary import Accepted, Silent
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.trouble import Unreachable
from tests.duis.adapter.behaviours import carry_out
from tests.duis.adapter.conftest import SILENT, BuildSystem, update
from tests.duis.adapter.fakes import Arrived, Behaviour, FakeDsp, acknowledge

LIVENESS = "00-DB-12-34-00-00-00-02"
INVENTORY = f"""
[[device]]
id = "{LIVENESS}"
type = "ESME"
generation = "SMETS1"
s1sp = "{{s1sp}}"
registered = {{{{ "Electricity Distributor" = "{{party}}" }}}}
"""


def silent_on_updates(alive: Callable[[FakeDsp], bool]) -> Behaviour:
    """Acknowledges every update and carries none out; other requests are carried out first while it is alive."""

    async def behave(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        if arrived.duis.header.variant != "6.15.1" and alive(dsp):
            await dsp.pushed(arrived.duis.header.originator, dsp.success(arrived))
        return await acknowledge(dsp, arrived)

    return behave


def updates(dsp: FakeDsp) -> int:
    return sum(arrived.duis.header.variant == "6.15.1" for arrived in dsp.arrived)


def with_inventory(build: BuildSystem, s1sp: str = "S1SP1", party: str = "Southfell") -> DuisSystem:
    return build(SILENT, INVENTORY.format(s1sp=s1sp, party=party))


def variants(dsp: FakeDsp) -> list[str]:
    return [arrived.duis.header.variant for arrived in dsp.arrived]


def test_an_s1sp_that_answers_before_and_after_was_silent_on_purpose(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = silent_on_updates(alive=lambda _: True)
    assert with_inventory(build).gateway.send(update()) == Silent(proved=True)
    assert variants(dsp) == ["6.24.1", "6.15.1", "6.24.1"]


@pytest.mark.parametrize(
    "alive",
    [
        pytest.param(lambda _: False, id="never alive"),
        pytest.param(lambda dsp: updates(dsp) == 0, id="alive before only"),
        pytest.param(lambda dsp: updates(dsp) > 0, id="alive after only"),
    ],
)
def test_without_both_nothing_is_proved(alive: Callable[[FakeDsp], bool], dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = silent_on_updates(alive)
    assert with_inventory(build).gateway.send(update()) == Silent(proved=False)


@pytest.mark.parametrize(("s1sp", "party"), [("S1SP2", "Southfell"), ("S1SP1", "Northmoor")])
def test_another_s1sp_or_another_user_proves_nothing(s1sp: str, party: str, dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = silent_on_updates(alive=lambda _: True)
    assert with_inventory(build, s1sp, party).gateway.send(update()) == Silent(proved=False)
    assert variants(dsp) == ["6.15.1"]


def test_an_s1sp_that_has_answered_this_user_need_not_be_asked_before(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = carry_out
    system = build(more=INVENTORY.format(s1sp="S1SP1", party="Southfell"))
    assert system.gateway.send(update()) == Accepted()
    assert variants(dsp) == ["6.24.1", "6.15.1"]
    assert system.gateway.send(update()) == Accepted()
    assert variants(dsp) == ["6.24.1", "6.15.1", "6.15.1"]


@pytest.mark.parametrize(("answers", "outcome"), [([False, True], True), ([True], True)])
def test_a_system_that_says_it_has_settled_is_believed(answers: list[bool], outcome: bool, build: BuildSystem) -> None:
    system = build()
    system.silence.settled = lambda: answers.pop(0) if len(answers) > 1 else answers[0]
    assert system.gateway.send(update()) == Silent(proved=outcome)


def test_what_arrives_while_the_system_settles_still_counts(dsp: FakeDsp, build: BuildSystem) -> None:
    def settled() -> bool:
        arrived = dsp.arrived[0]
        dsp.push(arrived.duis.header.originator, dsp.success(arrived))
        return True

    system = build()
    system.silence.settled = settled
    assert system.gateway.send(update()) == Accepted()


def test_a_system_that_never_settles_proves_nothing(build: BuildSystem) -> None:
    system = build(SILENT)
    system.silence.settled = lambda: False
    assert system.gateway.send(update()) == Silent(proved=False)
    with pytest.raises(Unreachable, match=r"alerts were still under way after 0\.3 s"):
        system.alerts.received_by("Southfell")
