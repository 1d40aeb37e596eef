"""Whether a scenario begins afresh: what one has changed is no business of the next."""

from functools import partial

from proof.adapter_check.alerts import received_by
from proof.adapter_check.answers import placed
from proof.adapter_check.examined import Examined
from proof.adapter_check.finding import Fault, Finding
from proof.adapter_check.questions import NOT_IN_THE_SLOTS, RENEWAL
from rulebook.vocabulary import Accepted, Check, Component, Outcome, ServiceRequest, Variant, describe, refusal
from sut_adapters import shapes
from sut_adapters.port import AlertInbox, Circumstance, Circumstances, Estate, UserGateway

SUSPENDED = "Redshank, suspended as a User, reads the inventory"
RESTORED = "Redshank, suspended in the scenario before, reads the inventory"
ALERTED = "Northmoor, told of a refusal in the scenario before, looks into its inbox"
MEND = "undo in end() what the scenario has changed, or begin() with a state of its own"
ARRANGE = "bring the circumstance about, or raise NotExercised"


def examine(adapter: Examined) -> None:
    """Pairs of scenarios: the first changes something, the second must not see it; slots show in every question."""
    attempt = adapter.attempt
    attempt(SUSPENDED, partial(_suspended, adapter), Circumstances, UserGateway, Estate)
    attempt(RESTORED, partial(_inventory, adapter, RESTORED, Accepted(), MEND), Circumstances, UserGateway, Estate)
    attempt("Northmoor is refused by an S1SP", partial(_refused, adapter), AlertInbox, UserGateway, Estate)
    attempt(ALERTED, partial(_nothing_heard, adapter), AlertInbox)


def _suspended(adapter: Examined) -> None:
    what = Circumstance.USER_SUSPENDED
    adapter.ask("Circumstances.arrange", "arrange", what, shape=shapes.nothing, party="Redshank")
    _inventory(adapter, SUSPENDED, refusal(Component.DSP, Check.USER_STATUS), ARRANGE)


def _inventory(adapter: Examined, words: str, expected: Outcome, mend: str) -> None:
    device = adapter.place(RENEWAL.spec)
    observed = adapter.send(words, ServiceRequest(Variant.READ_INVENTORY, "Redshank", device))
    if observed != expected:
        raise Fault(Finding(words, describe(expected), describe(observed), mend))


def _refused(adapter: Examined) -> None:
    adapter.send(NOT_IN_THE_SLOTS.words, NOT_IN_THE_SLOTS.request(placed(adapter, NOT_IN_THE_SLOTS)))


def _nothing_heard(adapter: Examined) -> None:
    if alerts := received_by(adapter, "Northmoor"):
        observed = f"{len(alerts)} of them, the first about {alerts[0].device}"
        raise Fault(Finding(ALERTED, "no alert from before the scenario began", observed, MEND))
