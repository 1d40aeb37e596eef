"""What can be the matter with a device, and what has to become of its two Network Operator slots: data, no rule.

Nothing here is computed by an update's own reasoning: each story says what it expects, and a judge believes the story.
"""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.vocabulary import DeviceType

ESME, GPF, GSME = DeviceType.ESME, DeviceType.GPF, DeviceType.GSME
CORRECTED, RIGHT = "corrected", ""
UNCLEAR = frozenset({"no-gas-meter", "no-registration", "two-registrations", "unknown-operator", "unknown-owner"})
"""Reasons with which nobody can say whose the slot should be, so that it is not shown to be wrong."""
OUTSIDE = frozenset({"smets2", "decommissioned", "gsme"})
"""Reasons that keep a device out of the FIA's counts: SMETS1 ESMEs and GPFs in service."""


class Held(StrEnum):
    """Whose certificate a slot holds."""

    OWN = "the registered operator's, as published"
    SECOND = "that of another Entity Identifier of the registered operator"
    OLDER = "an older one of the registered operator's own, which it publishes no more"
    OTHER = "another operator's of the same role"
    THIRD = "yet another operator's of the same role"
    OTHER_FUEL = "an operator's of the other role"
    SUPPLIER = "the supplier's"
    STRANGER = "that of an Entity Identifier which is nobody's"
    HANDED_ON = "that of an Entity Identifier which was the registered operator's until yesterday"
    NOTHING = "nothing"


class Registered(StrEnum):
    """What registration data says of the meter point. OTHER is the operator whose certificate `Held.OTHER` is."""

    ONCE = "the operator, for years"
    AFTER_ANOTHER = "OTHER until last year, the operator since"
    SINCE_TODAY = "OTHER until yesterday, the operator from today"
    CORRECTED = "OTHER in a record withdrawn two days ago, the operator in one that stands since"
    WITHDRAWN_LATER = "the operator, in a record that will be withdrawn in two days"
    NEVER = "nobody"
    ENDED = "the operator, until ten days ago"
    TWICE = "the operator, and OTHER as well"
    TWICE_FOR_A_DAY = "the operator, and OTHER until today"
    TWICE_ONE_PARTY = "the operator, and another market participant of its SEC Party as well"
    WITH_LAST_DAY = "the operator, until ten days from now"
    WITH_SUCCESSOR = "the operator, and OTHER from ten days from now"
    OPEN_ENDED_WITH_SUCCESSOR = "the operator without a last day, and OTHER from ten days from now"


class Point(StrEnum):
    """Which other meter points the device has, and under whom."""

    NONE = "no other"
    OWN_EXPORT = "an Export MPAN under the same operator"
    OWN_SECONDARY = "a Secondary Import MPAN under the same operator"
    SISTER_EXPORT = "an Export MPAN under another market participant of the same SEC Party"
    UNREGISTERED_EXPORT = "an Export MPAN that nobody is registered for"
    OTHER_EXPORT = "an Export MPAN under OTHER"
    OTHER_SECONDARY = "a Secondary Import MPAN under OTHER"


@dataclass(frozen=True, slots=True)
class Story:
    """A kind of device. `critical` and `non_critical` are what the slots hold, the two after them what they expect:
    CORRECTED, RIGHT or the reason for which they are left alone. `operator` is a market participant, if it matters.
    """

    name: str
    device_type: DeviceType = ESME
    critical: Held = Held.OTHER
    non_critical: Held = Held.OTHER
    expects_critical: str = CORRECTED
    expects_non_critical: str = CORRECTED
    registered: Registered = Registered.ONCE
    point: Point = Point.NONE
    operator: str = ""
    generation: str = "SMETS1"
    status: str = "Commissioned"

    @property
    def is_wrong(self) -> bool:
        """Whether the FIA would count the device: a slot shown to be another operator's, on a SMETS1 ESME or GPF."""
        reasons = {self.expects_critical, self.expects_non_critical}
        if reasons & OUTSIDE or not reasons - {RIGHT}:
            return False
        return any(self.shows_wrong(held, reason) for held, reason in self.slots)

    @property
    def slots(self) -> tuple[tuple[Held, str], tuple[Held, str]]:
        """Critical and non-critical."""
        return (self.critical, self.expects_critical), (self.non_critical, self.expects_non_critical)

    @staticmethod
    def shows_wrong(held: Held, reason: str) -> bool:
        """Whether the slot is shown to be another operator's."""
        return (
            reason != RIGHT and reason not in UNCLEAR and held not in (Held.OWN, Held.SECOND, Held.OLDER, Held.NOTHING)
        )
