"""Whether parties find the alerts that are theirs, and no others."""

from collections.abc import Iterable
from functools import partial
from typing import cast

from proof.adapter_check.examined import Examined
from proof.adapter_check.finding import Fault, Finding
from proof.adapter_check.questions import NOT_IN_THE_SLOTS, RENEWAL
from sut_adapters import shapes
from sut_adapters.port import Alert, AlertInbox, AlertTrigger, Estate, UserGateway

S1SP_ALERT, DEVICE_ALERT = "S1SP Alert", "Device Alert"
REFUSED = "the alert by which an S1SP refuses Northmoor's request"
RAISED = "the alert of a device whose slots hold Northmoor's certificates"
MEND = "give each alert to the party in whose inbox it was, about the device by its handle, once"


def examine(adapter: Examined) -> None:
    """An alert that reports a refusal (FIA 4.1), and one that a device raises."""
    adapter.attempt(f"AlertInbox: {REFUSED}", partial(_refused, adapter), AlertInbox, UserGateway, Estate)
    adapter.attempt(f"AlertTrigger: {RAISED}", partial(_raised, adapter), AlertTrigger, AlertInbox, Estate)


def received_by(adapter: Examined, party: str) -> tuple[Alert, ...]:
    """Every alert that the party has found."""
    return cast("tuple[Alert, ...]", adapter.ask("AlertInbox.received_by", "received_by", party, shape=shapes.alerts))


def _refused(adapter: Examined) -> None:
    device = adapter.place(NOT_IN_THE_SLOTS.spec)
    adapter.send(NOT_IN_THE_SLOTS.words, NOT_IN_THE_SLOTS.request(device))
    _expect_recipient(adapter, REFUSED, S1SP_ALERT, device)
    found = received_by(adapter, "Northmoor")
    told = [alert.recipient for alert in found if (alert.kind, alert.device) == (S1SP_ALERT, device)]
    if told != ["Northmoor"]:
        observed = f"received_by gives {len(told)} such alerts, to {_named(told)}"
        raise Fault(Finding(REFUSED, "received by Northmoor", observed, MEND))


def _raised(adapter: Examined) -> None:
    device = adapter.place(RENEWAL.spec)
    adapter.ask("AlertTrigger.raise_alert", "raise_alert", device, shape=shapes.nothing)
    _expect_recipient(adapter, RAISED, DEVICE_ALERT, device)


def _expect_recipient(adapter: Examined, words: str, kind: str, device: str) -> None:
    told = adapter.ask("AlertInbox.recipients", "recipients", kind, device, shape=shapes.names)
    if told != ("Northmoor",):
        observed = f"received by {_named(cast('tuple[str, ...]', told))}"
        raise Fault(Finding(words, "received by Northmoor", observed, MEND))


def _named(parties: Iterable[str]) -> str:
    return ", ".join(parties) or "nobody"
