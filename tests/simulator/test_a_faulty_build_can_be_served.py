"""`mp107 serve --fault NAME`: what is wrong in memory is wrong on the wire, in the same way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import httpx
import pytest
import typer
from typer.testing import CliRunner

from commands.serve import serve
from rulebook.law import rulings
from rulebook.vocabulary import BASELINE, SECMP0107, Component, Release, Variant
from sut_adapters.duis.requests import encode_request
from sut_adapters.duis.responses import S1spAlert, Smets1Response, decode
from sut_adapters.faulty import FAULTS, find_fault
from sut_adapters.port import Circumstance
from sut_adapters.simulator.endpoint import Service, receive, settle
from sut_adapters.simulator.estate import brought_about
from sut_adapters.simulator.opening import Law
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.state import State
from sut_adapters.simulator.test_control import BASE
from tests.simulator.devices import esme, holders, with_device
from tests.simulator.exchanging import Heard, exchanged, signer
from tests.simulator.parties import Parties
from tests.simulator.processes import serving
from tests.simulator.running import simulation_in

NOT_SERVED = {"stored-in-small-letters", "repeated-request-answered-from-memory", "both-of-two-requests-win"}
Wrong = Callable[[str], State]


@pytest.fixture
def wrong(state: State) -> Wrong:
    """The state with one fault in it."""

    def built(name: str) -> State:
        fault = find_fault(name)
        settings = replace(state.settings, build=fault.build, conduct=fault.conduct)
        if fault.scrutiny:
            settings = replace(settings, scrutiny=fault.scrutiny())
        return replace(state, settings=settings, rulings=fault.ruled(rulings()))

    return built


def handed_over(state: State, parties: Parties, now: datetime, sender: str = "Southfell") -> tuple[Heard, str]:
    """The request to hand the slots, which are Southfell's, to Northmoor."""
    state, device = with_device(state, esme(), now)
    return exchanged(state, parties.signed(sender, parties.update(sender, device, "Northmoor")), now), device


@pytest.mark.parametrize(
    ("name", "code"), [("exemption-missing-at-the-dsp", "E4"), ("dsp-code-generic", "E1"), ("switch-inverted", "E4")]
)
def test_a_dsp_refuses_wrongly(wrong: Wrong, parties: Parties, now: datetime, name: str, code: str) -> None:
    before = replace(wrong(name), release=BASELINE if name == "dsp-code-generic" else SECMP0107)
    heard, device = handed_over(before, parties, now)
    assert (heard.code, holders(heard.state, device)) == (code, ("Southfell", "Southfell"))


def test_an_s1sp_answers_under_the_wrong_code(wrong: Wrong, parties: Parties, now: datetime) -> None:
    heard, _ = handed_over(wrong("s1sp-codes-swapped"), parties, now, sender="Westbrook")
    assert isinstance(heard.end.body, S1spAlert)
    assert heard.end.body.code == "S1VE4"


def test_an_s1sp_accepts_and_writes_nothing(wrong: Wrong, parties: Parties, now: datetime) -> None:
    heard, device = handed_over(wrong("accepted-and-not-written"), parties, now)
    assert isinstance(heard.end.body, Smets1Response)
    assert holders(heard.state, device) == ("Southfell", "Southfell")


@pytest.mark.parametrize(
    ("name", "sender", "told"),
    [
        ("silent-on-success", "Southfell", 0),
        ("silent-on-refusal", "Westbrook", 0),
        ("acknowledgement-for-success", "Southfell", 0),
        ("s1sp-alert-missing", "Westbrook", 0),
        ("s1sp-alert-twice", "Westbrook", 2),
    ],
)
def test_an_end_is_told_too_seldom_or_too_often(
    wrong: Wrong, parties: Parties, now: datetime, name: str, sender: str, told: int
) -> None:
    heard, _ = handed_over(wrong(name), parties, now, sender)
    assert heard.code == "I99"
    assert len(heard.pushed) == told
    assert len({message.header.response_id for _, message in heard.pushed}) == told


def test_an_s1sps_answer_is_signed_by_another(wrong: Wrong, parties: Parties, now: datetime) -> None:
    state, device = with_device(wrong("signed-by-another-s1sp"), esme(s1sp=Component.S1SP2), now)
    reaction = receive(
        Service.SEND_COMMAND,
        parties.signed("Westbrook", parties.update("Westbrook", device, "Westbrook")),
        state,
        now,
    )
    _, (alert,) = settle(reaction.state, now)
    inner = decode(alert.document).inner
    assert inner is not None
    assert signer(inner, state) is Component.S1SP3


def test_a_dsp_carries_out_what_it_refuses(wrong: Wrong, parties: Parties, now: datetime) -> None:
    heard, device = handed_over(replace(wrong("refused-by-the-dsp-and-written"), release=BASELINE), parties, now)
    assert (heard.code, holders(heard.state, device)) == ("E4", ("Northmoor", "Northmoor"))


@pytest.mark.parametrize(
    ("name", "codes"), [("quarantine-taken-for-a-refusal", "E3"), ("exempt-requests-not-counted", "I99")]
)
def test_a_dsp_mistakes_a_quarantine(wrong: Wrong, parties: Parties, now: datetime, name: str, codes: str) -> None:
    state, device = with_device(wrong(name), esme(), now)
    state = brought_about(state, Circumstance.ANOMALY_THRESHOLD_REACHED, "Southfell", device, now)
    heard = exchanged(state, parties.signed("Southfell", parties.update("Southfell", device, "Northmoor")), now)
    assert heard.code == codes
    written = name == "exempt-requests-not-counted"
    assert holders(heard.state, device) == (("Northmoor",) if written else ("Southfell",)) * 2


@pytest.mark.parametrize(
    ("name", "held"),
    [("dormant-meter-lost", "Southfell"), ("dormant-meter-corrected", "Northmoor"), ("dsp-code-generic", "Westbrook")],
)
def test_certificates_arrive_wrongly(wrong: Wrong, now: datetime, name: str, held: str) -> None:
    state, device = with_device(wrong(name), esme(), now)
    after = brought_about(state, Circumstance.DORMANT_METER_RESPONSE, "Westbrook", device, now)
    assert holders(after, device) == (held, held)


@pytest.mark.parametrize(
    ("name", "known", "wanted", "is_on"),
    [
        ("switch-turned-on-for-good", SECMP0107, BASELINE, True),
        ("switch-turned-off-for-good", BASELINE, SECMP0107, False),
        ("switch-lost-when-an-s1sp-deploys", SECMP0107, Release(dsp=True), False),
        ("switch-lost-when-an-s1sp-deploys", BASELINE, SECMP0107, True),
    ],
)
def test_a_switch_does_not_switch(name: str, known: Release, wanted: Release, is_on: bool) -> None:
    assert find_fault(name).conduct.switched(known, wanted).dsp is is_on


@pytest.mark.parametrize(
    ("name", "component", "left"),
    [
        ("switch-lost-on-restart", Component.DSP, SECMP0107.switched(Component.DSP, on=False)),
        ("switch-lost-on-restart", Component.S1SP1, SECMP0107),
        ("deployment-lost-on-restart", Component.S1SP1, SECMP0107.switched(Component.S1SP1, on=False)),
        ("deployment-lost-on-restart", Component.DSP, SECMP0107),
    ],
)
def test_a_restart_loses_something(
    settings: Settings, tmp_path: Path, name: str, component: Component, left: Release
) -> None:
    with simulation_in(tmp_path, settings, Law(rulings(), conduct=find_fault(name).conduct)) as simulation:
        simulation.restart(component)
        assert simulation.state.release == left


def test_a_message_without_a_signature_is_carried_out(wrong: Wrong, parties: Parties, now: datetime) -> None:
    state, device = with_device(wrong("unsigned-message-taken"), esme(), now)
    heard = exchanged(state, encode_request(parties.update("Southfell", device, "Northmoor")), now)
    assert holders(heard.state, device) == ("Northmoor", "Northmoor")


def test_what_is_no_service_request_is_acknowledged(wrong: Wrong, parties: Parties, now: datetime) -> None:
    state, device = with_device(wrong("acknowledged-before-it-is-read"), esme(), now)
    document = parties.signed("Southfell", parties.request("Southfell", device, Variant.READ_NETWORK_DATA))
    reaction = receive(Service.SEND_COMMAND, document.replace(b"ReadNetworkData", b"ReadNothing"), state, now)
    assert (reaction.status, reaction.state) == (200, state)


def test_a_build_that_needs_a_memory_is_not_served_and_the_command_says_so() -> None:
    assert {fault.name for fault in FAULTS if not fault.can_be_served} == NOT_SERVED
    app = typer.Typer()
    app.command()(serve)
    for name in (*sorted(NOT_SERVED), "switch-inverte"):
        ended = CliRunner().invoke(app, ["--fault", name])
        (line,) = ended.stderr.splitlines()
        assert (ended.exit_code, line.startswith("mp107 serve: ")) == (12, True)
        assert ("near: switch-inverted" if name == "switch-inverte" else f"--sut faulty:{name}") in line


def test_a_simulator_that_is_wrong_says_so_and_is(tmp_path: Path) -> None:
    with serving("--plain-http", "--fault", "switch-turned-on-for-good") as simulator:
        off = {"DSP": "off", "S1SP1": "off", "S1SP2": "off", "S1SP3": "off"}
        httpx.put(f"{simulator.url}{BASE}/release", json=off).raise_for_status()
        assert httpx.get(f"{simulator.url}{BASE}/release").json() == {**off, "DSP": "on"}
        assert simulator.said.endswith(", wrong on purpose: switch-turned-on-for-good")
