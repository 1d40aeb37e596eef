"""The names that are nobody's household: those of operators, from sound rows of the list of parties."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ibis import _

from data_update.audit.expression import Inputs
from data_update.audit.soundness import KEYS, BadRow

NAMES = ("eui", "market_participant", "sec_party")
EUI_LIKE = re.compile(r"[0-9A-Fa-f]{16}")
MPXN_LIKE = re.compile(r"[0-9]{6}")
BETWEEN = re.compile(r"[^0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Known:
    """`identifiers` are in capitals."""

    identifiers: frozenset[str] = frozenset()
    participants: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()

    def of(self, column: str) -> frozenset[str] | None:
        """Which of them belong into a column; None for a column that has other things in it."""
        if column in ("eui", "owner"):
            return self.identifiers
        if column == "market_participant":
            return self.participants
        return self.operators if column in ("sec_party", "registered", "holder") else None


NOBODY = Known()


def known_names(inputs: Inputs, bad: Iterable[BadRow], *, twofold: bool) -> Known:
    """Less an Entity Identifier that a device has as its id, and a name with an identifier's look.

    `twofold` says that the parties are the certificates, so that a row must be sound as one of those too.
    """
    key = KEYS["parties"]
    at_fault = {row.key for row in bad if row.name == "parties"}
    misread = {row.key[0] for row in bad if row.name == "certificates" and twofold}
    rows = [
        tuple(row[name] or "" for name in key)
        for row in inputs.parties.select(*key).distinct().to_pyarrow().to_pylist()
    ]
    told = [dict(zip(key, row, strict=True)) for row in rows if row not in at_fault and row[0] not in misread]
    devices = _devices(inputs)
    names = {name: frozenset(row[name] for row in told if not _tells(row[name])) for name in NAMES[1:]}
    identifiers = frozenset(row["eui"].upper() for row in told) - devices
    return Known(identifiers, names["market_participant"], names["sec_party"])


def _devices(inputs: Inputs) -> frozenset[str]:
    """The Entity Identifiers of the list that are ids of devices."""
    listed = inputs.parties.select(key=_.eui.upper()).distinct()
    ids = inputs.slots.select(key=_.device_id.upper())
    return frozenset(row["key"] for row in ids.semi_join(listed, "key").distinct().to_pyarrow().to_pylist())


def _tells(name: str) -> bool:
    bare = BETWEEN.sub("", name)
    return bool(EUI_LIKE.search(bare) or MPXN_LIKE.search(bare))
