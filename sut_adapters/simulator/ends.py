"""How a request ended, as the one message that tells its User."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from rulebook.law import eligibility
from rulebook.model import Transition
from rulebook.model.findings import S1SP_ALERT as S1SP_ALERT_KIND
from rulebook.vocabulary import Accepted, Component, DeviceType, Generation, Outcome, Refused, Scheduled, Variant
from rulebook.world import Device
from sut_adapters.duis.responses import S1spAlert, Smets1Response
from sut_adapters.duis.responses.alert_codes import S1SP_ALERT
from sut_adapters.simulator import codes
from sut_adapters.simulator.device_answers import device_response
from sut_adapters.simulator.exchange import Push
from sut_adapters.simulator.replies import Alerting, Answering
from sut_adapters.simulator.slots import held, replaced
from sut_adapters.simulator.state import State, Work

GAS = frozenset({DeviceType.GPF, DeviceType.GSME})
METER_READINGS = frozenset({Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS, Variant.READ_NETWORK_DATA})


def end(before: State, work: Work, outcome: Outcome, answering: Answering) -> Push:
    """`before` is the state in which the request met its end, unless an S1SP refused it: that is told by its alert."""
    device = before.world.devices[work.request.target]
    carried_out = isinstance(outcome, Accepted | Scheduled)
    if isinstance(outcome, Refused) and outcome.by is Component.DSP:
        document = answering.refused_later(codes.of(outcome))
    elif device.generation is Generation.SMETS2 or device.s1sp is None:
        document = answering.responded(device_response(work, carried_out=carried_out))
    else:
        s1sp = before.settings.signer_of(device.s1sp)
        document = answering.responded(_response(before, work, device, outcome), s1sp)
    critical = eligibility()[work.request.variant].critical
    return Push(work.request.sender, document, work.request_id if carried_out and critical else None)


def s1sp_alerts(before: State, work: Work, found: Transition, now: datetime) -> Iterator[Push]:
    """The standard S1SP Alert by which an S1SP reports a refusal (FIA 4.1), to each who is to have one."""
    s1sp = before.world.devices[work.request.target].s1sp
    if s1sp is None:
        return
    said = f"refused at the {found.outcome.check} check" if isinstance(found.outcome, Refused) else "refused nothing"
    for number, message in enumerate(told for told in found.messages if told.kind == S1SP_ALERT_KIND):
        at = now + timedelta(milliseconds=number)
        alerting = Alerting(before.settings, work.request.target, message.recipient, at, work.version)
        alert = S1spAlert(work.request_id, work.request.target, message.code, said, at)
        yield Push(message.recipient, alerting.alert(alert, S1SP_ALERT, before.settings.signer_of(s1sp)))


def _response(before: State, work: Work, device: Device, outcome: Outcome) -> Smets1Response:
    request = work.request
    return Smets1Response(
        variant=request.variant,
        success=True,
        device=device.device_id,
        user=request.sender,
        counter=work.counter,
        outcomes=tuple(replaced(before, request)) if outcome == Accepted() else (),
        credentials=tuple(held(before, device.device_id, work.asked)),
        gas=device.device_type in GAS and request.variant in METER_READINGS,
    )
