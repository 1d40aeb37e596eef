"""What each input of the audit holds, column by column, as docs/data-update.md names them. All are read as text."""

from collections.abc import Mapping

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "slots": ("device_id", "device_type", "cohort", "mpxn", "slot", "owner"),
    "registrations": ("mpxn", "market_participant", "effective_from", "effective_to"),
    "certificates": ("eui", "use", "not_before", "not_after"),
    "parties": ("eui", "market_participant", "sec_party"),
}
"""`slots` has a row for each anchor slot, with what is known of its device."""

OPTIONAL: Mapping[str, Mapping[str, str | None]] = {
    "slots": {"s1sp": "", "generation": "SMETS1", "status": "Commissioned"},
    "registrations": {"role": None, "meter_point": None, "withdrawn_at": None},
    "certificates": {"licence_area": None, "role": None, "revoked_at": None},
    "parties": {"effective_from": None, "effective_to": None},
}
"""Columns that may be missing, and what stands for them then."""

COHORTS = ("IOC", "MOC", "FOC")
"""The enrolment cohorts of FIA 4.2.2."""

OPERATED = ("ESME", "GPF")
"""The device types with Network Operator slots of their own: a GSME's are its GPF's (O19)."""

METER_POINTS = ("import", "gas")
"""Whose operator counts: the Import MPAN's and the MPRN's (O25)."""

OTHER_METER_POINTS = ("secondary import", "export")
USES = ("digital signing", "key agreement")


def columns_of(name: str) -> tuple[str, ...]:
    """Every column of an input, those first that it must have."""
    return (*REQUIRED[name], *OPTIONAL[name])
