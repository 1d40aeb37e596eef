"""Alerts and notifications that answer no request: to whom the law sends them, as messages."""

from datetime import datetime, timedelta

from rulebook.model import Message
from rulebook.model.findings import SECURITY_CREDENTIALS_UPDATED
from rulebook.vocabulary import Certificate, CertificateUse
from sut_adapters.duis.responses import CommandFailure, CredentialsUpdated, DeviceAlert, Quarantine, certificate_hash
from sut_adapters.duis.responses.alert_codes import COMMAND_FAILURE, CREDENTIALS_UPDATED, QUARANTINE
from sut_adapters.simulator.device_answers import ALERT_CODE, device_alert
from sut_adapters.simulator.exchange import Push
from sut_adapters.simulator.replies import Alerting
from sut_adapters.simulator.state import State, Work


def credentials_updated(state: State, work: Work, messages: tuple[Message, ...], now: datetime) -> tuple[Push, ...]:
    """For each party that is to be told that a device's credentials were replaced (open question O10)."""
    told = [message.recipient for message in messages if message.kind == SECURITY_CREDENTIALS_UPDATED]
    role, placed = work.request.role, work.request.certificates
    if role is None:
        return ()
    return tuple(
        Push(
            user_id,
            Alerting(state.settings, state.settings.dsp_id, user_id, now).alert(
                CredentialsUpdated(work.request.target, role, _hashes(state, placed)), CREDENTIALS_UPDATED
            ),
        )
        for user_id in told
    )


def quarantined(state: State, work: Work, now: datetime) -> Push:
    """The request is held back; its reference is the time in milliseconds."""
    alerting = Alerting(state.settings, state.settings.dsp_id, work.request.sender, now, work.version)
    notice = Quarantine(work.request_id, str(alerting.counter))
    return Push(work.request.sender, alerting.alert(notice, QUARANTINE))


def given_up(state: State, work: Work, now: datetime) -> Push:
    """The request cannot be brought to its end here."""
    alerting = Alerting(state.settings, state.settings.dsp_id, work.request.sender, now, work.version)
    notice = CommandFailure(work.request_id, work.request.target)
    return Push(work.request.sender, alerting.alert(notice, COMMAND_FAILURE))


def device_alerts(state: State, device_id: str, now: datetime) -> tuple[Push, ...]:
    """What a device's alert comes to: a message to the holder of the slot that routes it (open question O23)."""
    device = state.world.devices[device_id]
    pushes = []
    for number, message in enumerate(state.settings.build.device_alert(state.world, device_id, state.rulings)):
        at = now + timedelta(milliseconds=number)
        alerting = Alerting(state.settings, device_id, message.recipient, at)
        if device.s1sp is None:
            document = alerting.alert(device_alert(device_id, message.recipient, alerting.counter))
        else:
            alert = DeviceAlert(device_id, ALERT_CODE, at, message.recipient, alerting.counter)
            document = alerting.alert(alert, s1sp=state.settings.s1sps[device.s1sp])
        pushes.append(Push(message.recipient, document))
    return tuple(pushes)


def _hashes(state: State, placed: tuple[Certificate, ...]) -> dict[CertificateUse, str]:
    return {certificate.use: certificate_hash(state.certificate(certificate)) for certificate in placed}
