"""The axes of the product that the proof walks: what a case may be like, and by which ruling it is judged.

The first value of each is the usual one. `legal/decision_table.md` lists the same axes for itself; that the two agree
is part of the proof.
"""

from collections.abc import Mapping
from functools import cache
from itertools import product

from rulebook import law
from rulebook.vocabulary import S1SPS, DeviceStatus, DeviceType, Generation, UserRole

RULING = "ruling"
DEFAULT = "default"

MEETING = (
    ("O1.dsp", "O2"),
    ("O1.s1sp", "O2"),
    ("O18", "O29"),
    ("O4", "O5.slot"),
    ("O11", "O31"),
    ("O3.s1sp", "O5.empty"),
)
"""Points that one provision turns on together: how far 6.2(d) reaches, which Device statuses admit an exempt request,
which certificates are compared and how, which requests that are dated forward, and what an empty slot is told first."""

YES_NO = ("yes", "no")
IN_FORCE = ("in force", "not in force")
PARTIES = ("the sender", "its operator under another User ID", "another")
STORED = ("the sender's", "the sender's former", "another's", "empty")
SENDERS = (
    UserRole.ELECTRICITY_DISTRIBUTOR,
    UserRole.GAS_TRANSPORTER,
    UserRole.IMPORT_SUPPLIER,
    UserRole.EXPORT_SUPPLIER,
    UserRole.GAS_SUPPLIER,
    "Import and Gas Supplier",
    UserRole.REGISTERED_SUPPLIER_AGENT,
    UserRole.OTHER_USER,
)


@cache
def axes() -> Mapping[str, tuple[str, ...]]:
    """Every axis with its values, in the order in which a diagram asks them."""
    return {RULING: tuple(rulings())} | {axis: tuple(map(str, values)) for axis, values in _of_a_case().items()}


def unusual(row: Mapping[str, str]) -> dict[str, str]:
    """What a row has that is not the usual value of its axis."""
    return {axis: row[axis] for axis, values in axes().items() if row[axis] != values[0]}


@cache
def rulings() -> Mapping[str, Mapping[str, str]]:
    """The default reading of every open point, and then each other reading of each point by itself.

    Last come the other readings of two points that meet in one provision, both together.
    """
    ruled = law.rulings()
    default = {key: ruled.reading(key) for key in law.points()}
    others = {
        key: [{key: reading.id} for reading in point.readings if reading.id != default[key]]
        for key, point in law.points().items()
    }
    alone = (reading for readings in others.values() for reading in readings)
    together = (one | other for first, second in MEETING for one, other in product(others[first], others[second]))
    return {DEFAULT: default} | {_named(ruling): default | ruling for ruling in (*alone, *together)}


def _named(ruling: Mapping[str, str]) -> str:
    return ", ".join(f"{key}={reading}" for key, reading in ruling.items())


def _of_a_case() -> dict[str, tuple[str, ...]]:
    return {
        "way": ("from the User", "handed over by the DSP"),
        "switch thrown under way": ("no", "yes"),
        "sender": SENDERS,
        "variant": ("6.15.1", *(variant for variant in law.eligibility() if variant != "6.15.1")),
        "generation": tuple(Generation),
        "device": tuple(DeviceType),
        "SECMP0107 at the DSP": IN_FORCE,
        "SECMP0107 at the S1SP": IN_FORCE,
        "SECMP0107 at another S1SP": IN_FORCE,
        "user status": ("active", "suspended"),
        "in the inventory": YES_NO,
        "device status": (
            DeviceStatus.COMMISSIONED,
            *(status for status in DeviceStatus if status is not DeviceStatus.COMMISSIONED),
        ),
        "Command Variant": ("as usual", "1", "4", "5"),
        "registered role": ("its own", "another"),
        "registered meter point": (
            "Import MPAN or MPRN",
            "Secondary Import MPAN",
            "Export MPAN",
            "another device's",
        ),
        "Import MPAN": YES_NO,
        "registered days": ("today", "from tomorrow", "until yesterday", "until today"),
        "registered party": PARTIES,
        "registered party in the S1SP's copy": PARTIES,
        "device to join": ("GSME", "ESME", "itself", "none"),
        "electricity hub": ("the same", "another"),
        "electricity supplier": (
            *PARTIES[:2],
            "the sender from tomorrow",
            "the sender until yesterday",
            "the sender until today",
            "the sender for the export",
            PARTIES[2],
        ),
        "anomaly threshold": ("not reached", "reached"),
        "slots named": ("Network Operator", "Supplier"),
        "critical Network Operator slot": STORED,
        "non-critical Network Operator slot": STORED,
        "critical Supplier slot": STORED,
        "non-critical Supplier slot": STORED,
        "originator counter": ("the first", "above the last", "not above the last"),
        "certificates placed": (
            "the registered operator's",
            "another operator's",
            "a Supplier's",
            "two operators'",
            "signing only",
            "key agreement only",
            "none",
        ),
        "future-dated": ("no", "yes"),
        "floor": ("none", "the highest"),
        "served by": S1SPS,
    }
