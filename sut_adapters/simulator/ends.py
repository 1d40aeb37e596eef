"""How a request ended, as the one message that tells its User."""

from rulebook.law import eligibility
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
    """`before` is the state in which the request met its end."""
    device = before.world.devices[work.request.target]
    carried_out = isinstance(outcome, Accepted | Scheduled)
    if isinstance(outcome, Refused) and outcome.by is Component.DSP:
        document = answering.refused_later(codes.of(outcome))
    elif device.generation is Generation.SMETS2 or device.s1sp is None:
        document = answering.responded(device_response(work, carried_out=carried_out))
    elif isinstance(outcome, Refused):
        document = _s1sp_alert(before, work, device.s1sp, outcome, answering)
    else:
        s1sp = before.settings.s1sps[device.s1sp]
        document = answering.responded(_response(before, work, device, outcome), s1sp)
    critical = eligibility()[work.request.variant].critical
    return Push(work.request.sender, document, work.request_id if carried_out and critical else None)


def _s1sp_alert(before: State, work: Work, s1sp: Component, refused: Refused, answering: Answering) -> bytes:
    """The standard S1SP Alert by which an S1SP reports a refusal (FIA 4.1)."""
    alerting = Alerting(before.settings, work.request.target, work.request.sender, answering.now, work.version)
    said = f"refused at the {refused.check} check"
    alert = S1spAlert(work.request_id, work.request.target, refused.code, said, answering.now)
    return alerting.alert(alert, S1SP_ALERT, before.settings.s1sps[s1sp])


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
