"""Failures that no waiver covers, by a closed rule over the record of the scenario.

These are the harms that SECMP0107 must not do: a wrong slot written, a Supplier slot touched, an unregistered supplier
accepted, a former holder accepted. Where a record cannot tell a harm from a lesser failure, it counts as the harm.
"""

import re
from collections.abc import Iterable

from harness.record import ExchangeRecord, ScenarioRecord
from rulebook.vocabulary import UserRole
from sut_adapters.cast import CAST

SUPPLIERS = frozenset({UserRole.IMPORT_SUPPLIER, UserRole.EXPORT_SUPPLIER, UserRole.GAS_SUPPLIER})
FORMER_HOLDER = "fia-4.2.1.former-operator"
TAKEN = ("accepted", "scheduled")
"""How an observation begins where the request went through."""

_CHANGED = re.compile(r"^(?P<slots>.+) changed(?: beside what the request names)?$")
_REPLACED = re.compile(r"replaced: (?P<slots>[^;]+)")
_SLOTS_HELD = re.compile(r"\bslot: ")
_REQUEST = re.compile(r"^(?P<sender>.+?) sends SRV \S+(?: \(\w+\))? to (?P<target>[^,]+)(?:, placing (?P<placed>.+))?")
_NOTHING = frozenset({"no slot", "nothing"})


def never_waived(record: ScenarioRecord) -> str:
    """What was done that no waiver covers; empty where the Board may waive the failure."""
    return _slots(record) or _taken(record)


def _slots(record: ScenarioRecord) -> str:
    changed = _CHANGED.match(record.observed) or _REPLACED.search(record.observed)
    slots = changed["slots"].strip() if changed else ""
    if "supplier" in slots.lower():
        return "a Supplier slot was touched"
    if slots and slots not in _NOTHING:
        return "a wrong slot was written"
    if _SLOTS_HELD.search(record.expected):
        return "the slots do not hold what they are to hold"
    return ""


def _taken(record: ScenarioRecord) -> str:
    """The last request went through, where it had to be refused."""
    asked = [one for one in record.exchanges if not one.beside]
    requests = [found for one in asked if (found := _REQUEST.match(one.request))]
    if "negative" not in record.tags or not record.observed.startswith(TAKEN) or not requests:
        return ""
    last, sender = requests[-1], requests[-1]["sender"]
    if CAST.get(sender, frozenset()) & SUPPLIERS:
        return "a supplier was accepted that had to be refused"
    if _about_former_holders(record) or _gave_away(sender, last["target"], asked[:-1]):
        return "a former holder was accepted"
    return ""


def _about_former_holders(record: ScenarioRecord) -> bool:
    about = (FORMER_HOLDER, f"{FORMER_HOLDER}.")
    limbs = (tag.removeprefix("meets-") for tag in record.tags if tag.startswith("meets-"))
    return any(one == about[0] or one.startswith(about[1]) for one in (record.clause, *limbs))


def _gave_away(sender: str, target: str, earlier: Iterable[ExchangeRecord]) -> bool:
    """Whether somebody else's certificates were placed on the device before, which the sender's own gave way to."""
    placed = [
        found["placed"]
        for one in earlier
        if one.outcome.startswith(TAKEN) and (found := _REQUEST.match(one.request)) and found["target"] == target
    ]
    return any(one is not None and not one.startswith(f"{sender}'s ") for one in placed)
