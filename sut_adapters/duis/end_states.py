"""What became of a leased device, for the list of end states."""

from collections.abc import Mapping
from dataclasses import dataclass

from rulebook.vocabulary import Slot
from sut_adapters.duis.planting import Slots, described


@dataclass(frozen=True, slots=True)
class EndState:
    """One lease. `after` is None where the slots could not be read; `not_put_back` says why, and is empty at best."""

    scenario: str
    device: str
    before: Slots
    after: Slots | None
    not_put_back: str


def differences(held: Slots, wanted: Slots) -> str:
    """In which slots the two differ, for people; empty where they do not."""
    return "; ".join(
        f"its {slot} slot holds {described(held[slot])}, not {described(wanted[slot])}"
        for slot in Slot
        if held[slot] != wanted[slot]
    )


def as_line(state: EndState) -> Mapping[str, object]:
    """One line of the list."""
    return {
        "scenario": state.scenario,
        "device": state.device,
        "before": _said(state.before),
        "after": state.after and _said(state.after),
        "put_back": not state.not_put_back,
        "reason": state.not_put_back,
    }


def _said(slots: Slots) -> dict[str, str]:
    return {slot: described(slots[slot]) for slot in Slot}
