"""Which devices of a population stand as a feature says: its words beside the names of the population's stories."""

from collections.abc import Mapping

from sut_adapters.s1sp_database.population_devices import Planted
from sut_adapters.s1sp_database.population_stories import CORRECTED, RIGHT
from sut_adapters.update_terms import PlantedSlot, Plight

STORIES: Mapping[Plight, tuple[str, ...]] = {
    Plight.ANOTHERS: ("wrong", "wrong after another", "wrong since a correction", "wrong by two operators"),
    Plight.ANOTHERS_CRITICAL: ("wrong in the critical slot", "a distributor's certificate"),
    Plight.ANOTHERS_NON_CRITICAL: ("wrong in the non-critical slot", "wrong beside the second Entity Identifier"),
    Plight.TWO_OTHERS: ("wrong by two operators",),
    Plight.HANDED_ON: ("wrong by what was the operator's",),
    Plight.OTHER_FUEL: ("a distributor's certificates", "a distributor's certificate"),
    Plight.SUPPLIERS: ("the supplier's certificates",),
    Plight.PASSED_ON: ("wrong after another",),
    Plight.PASSED_ON_TODAY: ("wrong since today",),
    Plight.CORRECTED_RECORD: ("wrong since a correction",),
    Plight.WITHDRAWN_LATER: ("wrong by a record that will be withdrawn",),
    Plight.SUSPENDED: ("wrong while suspended",),
    Plight.OWN_EXPORT: ("wrong with an Export MPAN",),
    Plight.OWN: (
        "right after another",
        "right since a correction",
        "right with a last day",
        "right with a successor",
        "its own of old",
        "right with another's Export MPAN",
    ),
    Plight.SECOND_USER_ID: (
        "the operator's second Entity Identifier",
        "one slot of each of the operator's Entity Identifiers",
        "a licence of the same SEC Party elsewhere",
    ),
    Plight.SMETS2: ("smets2",),
    Plight.DECOMMISSIONED: ("decommissioned",),
    Plight.GAS_METERS: ("gsme",),
    Plight.NO_GAS_METER: ("no-gas-meter",),
    Plight.EMPTY: ("empty", "empty beside right", "empty beside wrong"),
    Plight.UNREGISTERED: ("no-registration", "registration ended"),
    Plight.REGISTERED_TWICE: ("two-registrations", "two of one SEC Party", "two of which one is in the slot"),
    Plight.ABOUT_TO_CHANGE: ("about to end", "about to be the holder's", "about to be taken over"),
    Plight.MPANS_APART: ("another's Export MPAN", "another's Secondary MPAN"),
    Plight.UNKNOWN_OPERATOR: ("unknown-operator",),
    Plight.UNKNOWN_OWNER: ("unknown-owner",),
    Plight.OTHER_AREAS_TOO: ("wrong under WEST", "wrong under BIRC"),
    Plight.UNPUBLISHED: ("no-published-certificate",),
    Plight.SEVERAL: ("several-certificates",),
    Plight.EXPIRED: ("expired",),
    Plight.NOT_YET_VALID: ("not-yet-valid", "not yet valid, listed as good"),
    Plight.REVOKED: ("revoked",),
    Plight.WRONG_USAGE: ("wrong-usage",),
    Plight.UNTRUSTED: ("untrusted", "another's, listed as its own"),
    Plight.WRONG_ROLE: ("wrong-role",),
    Plight.NOT_ONE_EUI: ("not-one-eui",),
}

NOBODYS = frozenset({"no-gas-meter", "no-registration", "two-registrations", "unknown-operator"})
"""Reasons with which nobody can say who the operator is."""


def planted_slot(planted: Planted) -> PlantedSlot:
    """In the words of the features."""
    return PlantedSlot(
        (planted.device_id, planted.slot),
        frozenset(plight for plight, stories in STORIES.items() if planted.story in stories),
        planted.cohort,
        planted.device_type,
        planted.expects == CORRECTED,
        planted.expects not in (CORRECTED, RIGHT),
        planted.wrong,
        planted.counted,
        "" if planted.expects in NOBODYS else planted.operator,
        "" if planted.expects in (CORRECTED, RIGHT) else planted.expects,
    )
