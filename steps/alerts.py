"""Who receives an alert: the device's own, and the S1SP Alert that reports a refusal."""

from pytest_bdd import then, when

from rulebook.vocabulary import DeviceType
from steps.expectations import expect
from steps.phrases import phrase
from steps.scene import Scene
from sut_adapters.port import AlertInbox, AlertTrigger

DEVICE_ALERT = "Device Alert"
S1SP_ALERT = "S1SP Alert"


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


@then(phrase("{party:Party} receives an S1SP Alert"))
def _(scene: Scene, inbox: AlertInbox, party: str) -> None:
    expect("one S1SP Alert", _counted(scene, inbox, party))


@then(phrase("{party:Party} receives no S1SP Alert"))
def _(scene: Scene, inbox: AlertInbox, party: str) -> None:
    expect("no S1SP Alert", _counted(scene, inbox, party))


def _counted(scene: Scene, inbox: AlertInbox, party: str) -> str:
    target = scene.last_request().target
    number = sum(alert.kind == S1SP_ALERT and alert.device == target for alert in inbox.received_by(party))
    return {0: "no S1SP Alert", 1: "one S1SP Alert"}.get(number, f"{number} S1SP Alerts")
