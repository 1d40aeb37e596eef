"""Tokens for whatever may name a household: the same one for the same text, and nothing behind it.

A column shows what is of its own vocabulary, and names from the list of parties. Any other text has got there by
mistake, whatever it may be, and is hidden like a device's id.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from data_update.audit.columns import COHORTS, METER_POINTS, OTHER_METER_POINTS, USES
from data_update.audit.known import NOBODY, Known
from data_update.audit.reasons import TYPES
from data_update.audit.result import Audit, Count
from data_update.audit.totals import GROUP
from rulebook.vocabulary import Slot, UserRole

HIDDEN = {"device_id": "device", "mpxn": "meter-point"}
"""Columns that name a household, and what its tokens are called."""

OTHERWISE = "hidden"
OURS = frozenset({"finding", "because"})
"""What the audit itself says."""

S1SP = re.compile(r"S1SP[0-9]{1,3}")
TELLING = r"(?:[0-9a-f]{2}[-:]?){7}[0-9a-f]{2}|[0-9](?:[ -]?[0-9]){5,}|(?<!\w)'[^']*'(?!\w)|\"[^\"]*\""
"""In what an engine says: an EUI-64, a number of six digits or more, and whatever it quotes."""

SPARED = r"(?:line|byte|position):? [0-9]+|2026-11-22T"
"""Places, and the moment that is an example."""


@dataclass
class Tokens:
    """Numbered as they come up. Without `hide` everything stays as it is; `known` are the names that may be shown."""

    hide: bool
    known: Known = NOBODY
    _given: dict[tuple[str, str], str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def row(self, row: Mapping[str, str | None]) -> dict[str, str]:
        """The row with tokens in it."""
        return {name: self.of(name, value or "") for name, value in row.items()}

    def of(self, column: str, value: str) -> str:
        """What may be shown of the text that stands in a column."""
        if not self.hide or not value or column in OURS:
            return value
        if column not in HIDDEN and self._is_of(column, value):
            return value
        kind = HIDDEN.get(column, OTHERWISE)
        if (kind, value) not in self._given:
            self._numbers[kind] = self._numbers.get(kind, 0) + 1
            self._given[kind, value] = f"{kind}-{self._numbers[kind]}"
        return self._given[kind, value]

    def said(self, text: str, *spared: str) -> str:
        """A message without what it may have from an input; `spared` are words that somebody gave to the command."""
        if not self.hide:
            return text
        kept = "|".join([*(re.escape(word) for word in sorted(spared, key=len, reverse=True) if word), SPARED])
        return re.sub(f"({kept})|{TELLING}", lambda found: found[1] or "(hidden)", text, flags=re.IGNORECASE)

    def audit(self, found: Audit) -> Audit:
        """The counts and messages of an audit with tokens in them; its rows are asked for one by one."""
        return replace(
            found,
            counts=tuple(self._count(one) for one in found.counts),
            totals=tuple(replace(one, of=tuple(map(self.of, GROUP, one.of))) for one in found.totals),
            misshapen=tuple(replace(one, why=self.said(one.why)) for one in found.misshapen),
        )

    def _count(self, one: Count) -> Count:
        s1sp, cohort, device_type = (self.of(name, getattr(one, name)) for name in GROUP)
        registered, holder = self.of("registered", one.registered), self.of("holder", one.holder)
        return replace(one, s1sp=s1sp, cohort=cohort, device_type=device_type, registered=registered, holder=holder)

    def _is_of(self, column: str, value: str) -> bool:
        names = self.known.of(column)
        if names is not None:
            return value in names or value.upper() in names
        return column in VOCABULARY and VOCABULARY[column](value)


def _is_moment(value: str) -> bool:
    try:
        date.fromisoformat(value) if len(value) == len("2026-11-22") else datetime.fromisoformat(value)
    except ValueError:
        return False
    return "-" in value


VOCABULARY: Mapping[str, Callable[[str], bool]] = {
    "s1sp": lambda value: S1SP.fullmatch(value) is not None,
    "cohort": frozenset(COHORTS).__contains__,
    "device_type": frozenset(TYPES).__contains__,
    "slot": frozenset(slot.value for slot in Slot).__contains__,
    "use": frozenset(USES).__contains__,
    "role": frozenset(role.value for role in UserRole).__contains__,
    "meter_point": frozenset((*METER_POINTS, *OTHER_METER_POINTS)).__contains__,
    **dict.fromkeys(("effective_from", "effective_to", "not_before", "not_after"), _is_moment),
}
"""What a column may say of itself; what is in no list here is hidden."""
