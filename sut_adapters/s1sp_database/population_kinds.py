"""Every kind of device that a population plants among the correct ones."""

from sut_adapters.s1sp_database.population_operators import TROUBLED
from sut_adapters.s1sp_database.population_stories import (
    CORRECTED,
    ESME,
    GPF,
    GSME,
    RIGHT,
    Held,
    Point,
    Registered,
    Story,
)

TRAPS = (
    Story("the operator's second Entity Identifier", ESME, Held.SECOND, Held.SECOND, RIGHT, RIGHT, operator="NMOR"),
    Story(
        "one slot of each of the operator's Entity Identifiers",
        ESME,
        Held.OWN,
        Held.SECOND,
        RIGHT,
        RIGHT,
        operator="NMOR",
    ),
    Story("a licence of the same SEC Party elsewhere", ESME, Held.SECOND, Held.SECOND, RIGHT, RIGHT, operator="NMWE"),
    Story("right after another", ESME, Held.OWN, Held.OWN, RIGHT, RIGHT, Registered.AFTER_ANOTHER),
    Story("right since a correction", ESME, Held.OWN, Held.OWN, RIGHT, RIGHT, Registered.CORRECTED),
    Story("right with a last day", GPF, Held.OWN, Held.OWN, RIGHT, RIGHT, Registered.WITH_LAST_DAY),
    Story("right with a successor", ESME, Held.OWN, Held.OWN, RIGHT, RIGHT, Registered.WITH_SUCCESSOR),
    Story("right with another's Export MPAN", ESME, Held.OWN, Held.OWN, RIGHT, RIGHT, point=Point.OTHER_EXPORT),
)
"""Correct, though somebody hasty might think otherwise."""

WRONG_ESMES = (
    Story("wrong"),
    Story("wrong after another", registered=Registered.AFTER_ANOTHER),
    Story("wrong since a correction", registered=Registered.CORRECTED),
    Story("wrong in the critical slot", ESME, Held.OTHER, Held.OWN, CORRECTED, RIGHT),
    Story("wrong in the non-critical slot", ESME, Held.OWN, Held.OTHER, RIGHT, CORRECTED),
    Story(
        "wrong beside the second Entity Identifier", ESME, Held.SECOND, Held.OTHER, RIGHT, CORRECTED, operator="NMOR"
    ),
    Story("wrong by two operators", non_critical=Held.THIRD),
    Story("the supplier's certificates", critical=Held.SUPPLIER, non_critical=Held.SUPPLIER),
    Story("wrong with an Export MPAN", point=Point.OWN_EXPORT),
    Story("wrong while suspended", status="Suspended"),
)
WRONG_GPFS = (
    Story("wrong", GPF),
    Story("wrong after another", GPF, registered=Registered.AFTER_ANOTHER),
    Story("wrong since a correction", GPF, registered=Registered.CORRECTED),
    Story("a distributor's certificates", GPF, Held.OTHER_FUEL, Held.OTHER_FUEL),
    Story("a distributor's certificate", GPF, Held.OTHER_FUEL, Held.OWN, CORRECTED, RIGHT),
)


def left_alone(
    reason: str,
    name: str = "",
    *,
    device_type: str = ESME,
    held: Held = Held.OTHER,
    registered: Registered = Registered.ONCE,
    point: Point = Point.NONE,
    operator: str = "",
    generation: str = "SMETS1",
    status: str = "Commissioned",
) -> Story:
    """Both slots hold the same, and stay."""
    kind = {each.value: each for each in (ESME, GPF, GSME)}[device_type]
    name = name or reason
    return Story(name, kind, held, held, reason, reason, registered, point, operator, generation, status)


WRONG_AND_LEFT_ESMES = (
    *(
        left_alone(reason, operator=participant)
        for participant, reason in dict.fromkeys((each.market_participant, each.reason) for each in TROUBLED)
        if reason != "unknown-operator"
    ),
    left_alone("about-to-change", "about to end", registered=Registered.WITH_LAST_DAY),
    left_alone("about-to-change", "about to be the holder's", registered=Registered.WITH_SUCCESSOR),
    left_alone("different-distributors", "another's Export MPAN", point=Point.OTHER_EXPORT),
    left_alone("different-distributors", "another's Secondary MPAN", point=Point.OTHER_SECONDARY),
    Story("empty beside wrong", ESME, Held.NOTHING, Held.OTHER, "empty-slot", "empty-slot"),
)
WRONG_AND_LEFT_GPFS = (
    left_alone("about-to-change", "about to end", device_type=GPF, registered=Registered.WITH_LAST_DAY),
)
"""Wrong, so that the FIA would count them, and left alone."""

NOT_COUNTED = (
    left_alone("smets2", generation="SMETS2"),
    left_alone("decommissioned", status="Decommissioned"),
    left_alone("gsme", device_type=GSME),
    left_alone("no-gas-meter", device_type=GPF),
    left_alone("no-registration", registered=Registered.NEVER),
    left_alone("no-registration", "registration ended", registered=Registered.ENDED),
    left_alone("two-registrations", registered=Registered.TWICE),
    left_alone("two-registrations", "two of which one is in the slot", held=Held.OWN, registered=Registered.TWICE),
    left_alone("unknown-operator", operator="UNLI"),
    left_alone("unknown-owner", held=Held.STRANGER),
    Story("empty", ESME, Held.NOTHING, Held.NOTHING, "empty-slot", "empty-slot"),
    Story("empty beside right", ESME, Held.OWN, Held.NOTHING, RIGHT, "empty-slot"),
)
"""Left alone, and not of the kind that the FIA counts."""
