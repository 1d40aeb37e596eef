"""Who receives an alert: the device's own, and the S1SP Alert that reports a refusal."""

from collections import Counter
from collections.abc import Iterator

from pytest_bdd import then, when

from rulebook.vocabulary import AlertKind, DeviceType, Refused
from steps.expectations import expect
from steps.phrases import phrase
from steps.scene import Scene
from sut_adapters.port import AlertInbox, AlertTrigger

DEVICE_ALERT = AlertKind.DEVICE_ALERT
S1SP_ALERT = AlertKind.S1SP_ALERT


@when(phrase("the {device:DeviceType} raises an alert"))
def _(scene: Scene, trigger: AlertTrigger, inbox: AlertInbox, device: DeviceType) -> None:
    scene.alerted = scene.device(device)
    scene.alerts_before = len(inbox.recipients(DEVICE_ALERT, scene.alerted))
    trigger.raise_alert(scene.alerted)


def told(scene: Scene, inbox: AlertInbox) -> tuple[str, ...]:
    """Who received the alert that the scenario had the device raise."""
    return inbox.recipients(DEVICE_ALERT, scene.alerted)[scene.alerts_before :]


@then(phrase("{party:Party} receives the alert"))
def _(scene: Scene, inbox: AlertInbox, party: str) -> None:
    expect(f"{party} received it", f"{party if party in told(scene, inbox) else 'another or nobody'} received it")


@then(phrase("{party:Party} does not receive the alert"))
def _(scene: Scene, inbox: AlertInbox, party: str) -> None:
    expect(
        f"{party} did not receive it", f"{party} {'received' if party in told(scene, inbox) else 'did not receive'} it"
    )


@then(phrase("only {party:Party} receives the alert"))
def _(scene: Scene, inbox: AlertInbox, party: str) -> None:
    expect(f"received by {party}", f"received by {', '.join(told(scene, inbox)) or 'nobody'}")


@then(phrase("only {party:Party} receives an S1SP Alert"))
def _(scene: Scene, inbox: AlertInbox, party: str) -> None:
    recipients = inbox.recipients(S1SP_ALERT, scene.last_request().target)
    expect(f"an S1SP Alert for {party}", f"an S1SP Alert for {' and for '.join(recipients) or 'nobody'}")


@then(phrase("only {party:Party} receives an S1SP Alert, with the code {code:Code}"))
def _(scene: Scene, inbox: AlertInbox, party: str, code: str) -> None:
    found = inbox.recipients(S1SP_ALERT, scene.last_request().target), _codes(scene, inbox, party)
    expect(f"an S1SP Alert for {party}: {code}", f"an S1SP Alert for {', '.join(found[0])}: {', '.join(found[1])}")


@then(phrase("{party:Party} receives no S1SP Alert"))
def _(scene: Scene, inbox: AlertInbox, party: str) -> None:
    expect("no S1SP Alert", ", ".join(_codes(scene, inbox, party)) or "no S1SP Alert")


@then("no request has been answered twice")
def _(scene: Scene, inbox: AlertInbox) -> None:
    expect("one answer to each request", "; ".join(answered_twice(scene, inbox)) or "one answer to each request")


def answered_twice(scene: Scene, inbox: AlertInbox) -> Iterator[str]:
    """Senders with more S1SP Alerts about a device than requests for it that an S1SP has refused."""
    refused = Counter(
        (request.sender, request.target)
        for request, end in scene.answered
        if isinstance(end, Refused) and end.by.is_s1sp
    )
    for sender, target in dict.fromkeys((request.sender, request.target) for request, _ in scene.answered):
        alerts = sum((alert.kind, alert.device) == (S1SP_ALERT, target) for alert in inbox.received_by(sender))
        if alerts > (times := refused[sender, target]):
            yield f"{alerts} S1SP Alerts to {sender}, of whose requests {times} were refused by an S1SP"


def _codes(scene: Scene, inbox: AlertInbox, party: str) -> list[str]:
    target = scene.last_request().target
    return [alert.code for alert in inbox.received_by(party) if alert.kind == S1SP_ALERT and alert.device == target]
