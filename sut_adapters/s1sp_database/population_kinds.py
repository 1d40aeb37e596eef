"""Every kind of device that a population plants among the correct ones."""

from rulebook.vocabulary import NETWORK_OPERATOR_ROLE, DeviceType
from sut_adapters.s1sp_database.population_operators import TROUBLED, Publication
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
    Story("its own of old", ESME, Held.OLDER, Held.OLDER, RIGHT, RIGHT, operator="SOUT"),
    Story("its own of old", GPF, Held.OLDER, Held.OLDER, RIGHT, RIGHT, operator="COLD"),
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
    Story("wrong since today", registered=Registered.SINCE_TODAY),
    Story("wrong by a record that will be withdrawn", registered=Registered.WITHDRAWN_LATER),
    Story("wrong beside its own of old", ESME, Held.OLDER, Held.OTHER, RIGHT, CORRECTED, operator="SOUT"),
    Story("wrong with a sister's Export MPAN", point=Point.SISTER_EXPORT, operator="NMOR"),
    Story("wrong with an Export MPAN that is nobody's", point=Point.UNREGISTERED_EXPORT),
    Story("wrong with a Secondary MPAN", point=Point.OWN_SECONDARY),
    Story("wrong by what was the operator's", critical=Held.HANDED_ON, non_critical=Held.HANDED_ON, operator="SOUT"),
    *(Story(f"wrong under {each}", operator=each) for each in ("NMWE", "SOUT", "WEST")),
    *(Story(f"wrong while {each}", status=each) for each in ("Pending", "InstalledNotCommissioned", "Recovery")),
)
WRONG_GPFS = (
    Story("wrong", GPF),
    Story("wrong after another", GPF, registered=Registered.AFTER_ANOTHER),
    Story("wrong since a correction", GPF, registered=Registered.CORRECTED),
    Story("a distributor's certificates", GPF, Held.OTHER_FUEL, Held.OTHER_FUEL),
    Story("a distributor's certificate", GPF, Held.OTHER_FUEL, Held.OWN, CORRECTED, RIGHT),
    Story("wrong since today", GPF, registered=Registered.SINCE_TODAY),
    Story("wrong by a record that will be withdrawn", GPF, registered=Registered.WITHDRAWN_LATER),
    *(Story(f"wrong under {each}", GPF, operator=each) for each in ("BIRC", "COLD")),
    *(Story(f"wrong while {each}", GPF, status=each) for each in ("Suspended", "Whitelisted", "Recovered")),
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


def troubled(device_type: DeviceType) -> tuple[Story, ...]:
    """Registered to those who have published nothing that fits."""
    role = NETWORK_OPERATOR_ROLE[device_type]
    known = {each.market_participant: each for each in TROUBLED if each.role is role and each.is_a_party}
    names = {
        Publication.REVOKED_IN_CRL: "revoked in the revocation list only",
        Publication.ANOTHERS_AS_LISTED_OWN: "another's, listed as its own",
        Publication.NOT_YET_VALID_AS_LISTED_GOOD: "not yet valid, listed as good",
    }
    return tuple(
        left_alone(each.reason, names.get(each.publishes, ""), device_type=device_type, operator=participant)
        for participant, each in known.items()
    )


WRONG_AND_LEFT_ESMES = (
    *troubled(ESME),
    left_alone("about-to-change", "about to end", registered=Registered.WITH_LAST_DAY),
    left_alone("about-to-change", "about to be the holder's", registered=Registered.WITH_SUCCESSOR),
    left_alone("about-to-change", "about to be taken over", registered=Registered.OPEN_ENDED_WITH_SUCCESSOR),
    left_alone("different-distributors", "another's Export MPAN", point=Point.OTHER_EXPORT),
    left_alone("different-distributors", "another's Secondary MPAN", point=Point.OTHER_SECONDARY),
    Story("empty beside wrong", ESME, Held.NOTHING, Held.OTHER, "empty-slot", "empty-slot"),
)
WRONG_AND_LEFT_GPFS = (
    left_alone("about-to-change", "about to end", device_type=GPF, registered=Registered.WITH_LAST_DAY),
    left_alone("about-to-change", "about to be the holder's", device_type=GPF, registered=Registered.WITH_SUCCESSOR),
    left_alone(
        "about-to-change",
        "about to be taken over",
        device_type=GPF,
        registered=Registered.OPEN_ENDED_WITH_SUCCESSOR,
    ),
    *troubled(GPF),
    Story("empty beside wrong", GPF, Held.NOTHING, Held.OTHER, "empty-slot", "empty-slot"),
)
"""Wrong, so that the FIA would count them, and left alone."""

ESMES_AND_GPFS = (ESME, GPF)
NOT_COUNTED = (
    *(left_alone("smets2", device_type=each, generation="SMETS2") for each in ESMES_AND_GPFS),
    *(left_alone("decommissioned", device_type=each, status="Decommissioned") for each in ESMES_AND_GPFS),
    *(left_alone("decommissioned", "withdrawn", device_type=each, status="Withdrawn") for each in ESMES_AND_GPFS),
    left_alone("gsme", device_type=GSME),
    left_alone("no-gas-meter", device_type=GPF),
    *(left_alone("no-registration", device_type=each, registered=Registered.NEVER) for each in ESMES_AND_GPFS),
    *(
        left_alone("no-registration", "registration ended", device_type=each, registered=Registered.ENDED)
        for each in ESMES_AND_GPFS
    ),
    *(left_alone("two-registrations", device_type=each, registered=Registered.TWICE) for each in ESMES_AND_GPFS),
    *(
        left_alone("two-registrations", "two until today", device_type=each, registered=Registered.TWICE_FOR_A_DAY)
        for each in ESMES_AND_GPFS
    ),
    *(
        left_alone(
            "two-registrations",
            "two of which one is in the slot",
            device_type=each,
            held=Held.OWN,
            registered=Registered.TWICE,
        )
        for each in ESMES_AND_GPFS
    ),
    left_alone("two-registrations", "two of one SEC Party", registered=Registered.TWICE_ONE_PARTY, operator="NMOR"),
    left_alone("unknown-operator", operator="UNLI"),
    left_alone("unknown-operator", device_type=GPF, operator="UNNA"),
    *(left_alone("unknown-owner", device_type=each, held=Held.STRANGER) for each in ESMES_AND_GPFS),
    *(Story("empty", each, Held.NOTHING, Held.NOTHING, "empty-slot", "empty-slot") for each in ESMES_AND_GPFS),
    *(Story("empty beside right", each, Held.OWN, Held.NOTHING, RIGHT, "empty-slot") for each in ESMES_AND_GPFS),
)
"""Left alone, and not of the kind that the FIA counts."""
