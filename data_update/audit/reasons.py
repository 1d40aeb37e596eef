"""Why a slot is not plainly right, in the order in which a row is asked: the row itself, its device, its owner."""

import ibis
from ibis import Table
from ibis.expr.types import BooleanValue, StringValue

from data_update.audit.cells import is_device_id, is_eui, is_missing
from data_update.audit.columns import COHORTS, OPERATED
from rulebook.vocabulary import NETWORK_OPERATOR_SLOTS, DeviceStatus, DeviceType, Generation, Slot

RIGHT = "right"
"""The certificate belongs to the operator that is registered for the meter point."""

WRONG = "wrong"
"""The certificate belongs to another operator than the one that is registered for the meter point."""

UNTOLD = "unclear"
"""The inputs do not say who is registered, or whose the certificate is."""

LEFT_ASIDE = "left aside"
"""The slot is empty, or its device is none that the update is about."""

UNSOUND = "unsound"
"""The row itself is at fault, so that nothing can be said about its slot."""

OURS = sorted(slot.value for slot in NETWORK_OPERATOR_SLOTS)
THEIRS = sorted(slot.value for slot in set(Slot) - NETWORK_OPERATOR_SLOTS)
TYPES = sorted(kind.value for kind in DeviceType)
GONE = (DeviceStatus.DECOMMISSIONED.value, DeviceStatus.WITHDRAWN.value)

DEFECTS = (
    "the device id is no EUI-64 in capitals",
    "the slot is unknown",
    "the cohort is unknown",
    "the device type is unknown",
    "the owner is no EUI-64",
)
ASIDE = (
    "it is no SMETS1 device",
    "the device is decommissioned",
    "a device of this type has no such slots of its own",
    "the slot is empty",
)
UNKNOWN = (
    "the meter point has no registration",
    "the meter point has several registrations at once",
    "the registered market participant is nobody's",
    "the owner is nobody's Entity Identifier",
)
INCORRIGIBLE = (
    "the registered operator has published no good certificate",
    "the registered operator has published a good certificate for one use alone",
    "the registered operator has published several good certificates for one use",
)
CORRIGIBLE = "the registered operator has published the certificates that belong there"


def is_to_be_judged(row: Table) -> BooleanValue:
    """Whether the row is sound, but for the spelling of its device's id, and the update is about its slot; never null.

    Every row is asked, so it is put as cheaply as can be; `because_of` then says what is the matter.
    """
    cohort = row.cohort.isnull() | row.cohort.isin(COHORTS)
    sound = row.device_id.notnull() & row.slot.isin(OURS) & cohort & row.device_type.isin(OPERATED)
    smets1 = row.generation.fill_null(Generation.SMETS1.value) == Generation.SMETS1.value
    there = ~row.status.isin(GONE).fill_null(False) & ~is_missing(row.owner)
    return sound.fill_null(False) & smets1 & there


def because_of(row: Table) -> StringValue:
    """The first thing that there is to say about the slot."""
    defects = (
        ~is_device_id(row.device_id),
        row.slot.isnull() | ~row.slot.isin(OURS),
        ~is_missing(row.cohort) & ~row.cohort.isin(COHORTS),
        row.device_type.isnull() | ~row.device_type.isin(TYPES),
        ~is_missing(row.owner) & ~is_eui(row.owner),
    )
    aside = (
        row.generation != Generation.SMETS1.value,
        row.status.isin(GONE),
        ~row.device_type.isin(OPERATED),
        is_missing(row.owner),
    )
    unknown = (row.several.isnull(), row.several > 1, row.registered.isnull(), row.holder.isnull())
    published = (row.uses.isnull(), row.uses < 2, row.most > 1)
    conditions = (*defects, *aside, *unknown, *published)
    return ibis.cases(
        *zip(conditions, (*DEFECTS, *ASIDE, *UNKNOWN, *INCORRIGIBLE), strict=True),
        else_=CORRIGIBLE,
    )


def finding_of(row: Table) -> StringValue:
    """What the reason amounts to."""
    return ibis.cases(
        (row.because.isin(DEFECTS), UNSOUND),
        (row.because.isin(ASIDE), LEFT_ASIDE),
        (row.because.isin(UNKNOWN), UNTOLD),
        else_=WRONG,
    )
