"""Each way in which a request can end (design of the wire; domain facts, section 9) becomes its own outcome."""

import pytest
from aiohttp import web

from rulebook.vocabulary import (
    Accepted,
    CertificateUse,
    Check,
    Component,
    Failed,
    FailureKind,
    Outcome,
    Quarantined,
    Refused,
    RemotePartyRole,
    Scheduled,
    ServiceRequest,
    Silent,
)
from sut_adapters.duis.responses import (
    CommandFailure,
    Header,
    Inventory,
    InventoryDevice,
    Message,
    Quarantine,
    Refusal,
    SlotOutcome,
)
from tests.duis.adapter.behaviours import carry_out, turn_down
from tests.duis.adapter.conftest import ESME, SILENT, BuildSystem, update
from tests.duis.adapter.fakes import Arrived, Behaviour, FakeDsp, now, reply


def refusing(code: str) -> Behaviour:
    async def behave(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        return reply(dsp.refusal(arrived, code))

    return behave


def answering(document: str) -> Behaviour:
    """Acknowledged, and later answered with what the method of that name makes."""

    async def behave(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        dsp.push_later(arrived.duis.header.originator, LATER[document](dsp, arrived))
        return reply(dsp.acknowledgement(arrived))

    return behave


def failure(dsp: FakeDsp, arrived: Arrived) -> bytes:
    bad = SlotOutcome(RemotePartyRole.NETWORK_OPERATOR, CertificateUse.DIGITAL_SIGNING, "badCertificate")
    return dsp.success(arrived, success=False, outcomes=(bad,))


def half_a_success(dsp: FakeDsp, arrived: Arrived) -> bytes:
    bad = SlotOutcome(RemotePartyRole.NETWORK_OPERATOR, CertificateUse.DIGITAL_SIGNING, "badCertificate")
    return dsp.success(arrived, outcomes=(bad,))


def quarantine(dsp: FakeDsp, arrived: Arrived) -> bytes:
    body = Quarantine(arrived.request_id, "4711")
    return dsp.signed(Message(Header(None, response(arrived), "I0", now()), body, alert_code="N999"))


def command_failure(dsp: FakeDsp, arrived: Arrived) -> bytes:
    body = CommandFailure(arrived.request_id, arrived.duis.header.target)
    return dsp.signed(Message(Header(None, response(arrived), "I0", now()), body, alert_code="N999"))


def later_refusal(code: str, dsp: FakeDsp, arrived: Arrived) -> bytes:
    header = Header(arrived.request_id, response(arrived), code, now())
    return dsp.signed(Message(header, Refusal(arrived.duis.header.variant)))


def response(arrived: Arrived) -> str:
    header = arrived.duis.header
    return f"{header.target}:{header.originator}:{header.counter}"


LATER = {
    "failure": failure,
    "half a success": half_a_success,
    "quarantine": quarantine,
    "command failure": command_failure,
    "E20": lambda dsp, arrived: later_refusal("E20", dsp, arrived),
    "E4": lambda dsp, arrived: later_refusal("E4", dsp, arrived),
    "an unknown code": lambda dsp, arrived: dsp.alert(arrived, "S1VE99", "S1SP2"),
    "S1VE4": lambda dsp, arrived: dsp.alert(arrived, "S1VE4", "S1SP2"),
}


def test_a_signed_response_that_says_success_is_an_acceptance(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = carry_out
    assert build().send(update()) == Accepted()
    dsp.idle()
    assert dsp.statuses == [204]


def test_an_s1sp_alert_is_a_refusal_by_whoever_signed_it(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = turn_down
    assert build().send(update()) == Refused(Component.S1SP1, Check.CERTIFICATE_OWNERSHIP, "S1VE64")


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("E4", Refused(Component.DSP, Check.REGISTRATION, "E4")),
        ("E2", Refused(Component.DSP, Check.USER_ROLE, "E2")),
        ("E061504", Refused(Component.DSP, Check.UNATTESTED, "E061504")),
        ("E21", Failed(FailureKind.COMMUNICATION, "E21: the device does not answer")),
    ],
)
def test_a_refusal_at_once_is_the_dsps(code: str, outcome: Outcome, dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = refusing(code)
    assert build().send(update()) == outcome


@pytest.mark.parametrize(
    ("document", "outcome"),
    [
        ("failure", Failed(FailureKind.RESPONSE, "NetworkOperator digital signing: badCertificate")),
        ("half a success", Failed(FailureKind.RESPONSE, "NetworkOperator digital signing: badCertificate")),
        ("quarantine", Quarantined("4711")),
        ("command failure", Failed(FailureKind.COMMUNICATION, "the DSP reports a Command Failure")),
        ("E20", Failed(FailureKind.COMMUNICATION, "E20: the device cannot be reached")),
        ("E4", Refused(Component.DSP, Check.REGISTRATION, "E4")),
        ("S1VE4", Refused(Component.S1SP2, Check.REGISTRATION, "S1VE4")),
        ("an unknown code", Refused(Component.S1SP2, Check.UNATTESTED, "S1VE99")),
    ],
)
def test_every_later_end_is_told_apart(document: str, outcome: Outcome, dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = answering(document)
    assert build().send(update()) == outcome


def test_a_future_dated_request_that_is_taken_is_scheduled(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = carry_out
    assert build().send(update(future_dated=True)) == Scheduled()


def test_a_future_dated_request_of_which_nothing_more_is_heard_is_scheduled(build: BuildSystem) -> None:
    assert build(SILENT).send(update(future_dated=True)) == Scheduled()


def test_silence_without_proof_of_life_proves_nothing(build: BuildSystem) -> None:
    assert build(SILENT).send(update()) == Silent(proved=False)


def test_a_request_to_the_dsp_itself_is_answered_at_once(dsp: FakeDsp, build: BuildSystem) -> None:
    async def inventory(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        assert arrived.http.path == "/api/v1/serviceD"
        device = InventoryDevice(ESME, "ESME")  # type: ignore[arg-type]
        return reply(dsp.answer(arrived, "I0", Inventory((device,))))

    dsp.behave = inventory
    assert build().send(ServiceRequest("8.2", "Northmoor", ESME)) == Accepted()
