"""Tokens for device ids and meter points: the same one for the same device, and nothing behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

HIDDEN = {"device_id": "device", "mpxn": "meter-point"}
"""Columns that name a household; Entity Identifiers of operators stay."""


@dataclass
class Tokens:
    """Numbered as they come up. Without `hide` everything stays as it is."""

    hide: bool
    _given: dict[tuple[str, str], str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def row(self, row: Mapping[str, str | None]) -> dict[str, str]:
        """The row with tokens in it."""
        return {name: self.of(name, value or "") for name, value in row.items()}

    def of(self, column: str, value: str) -> str:
        """A token for what stands in a column that names a household."""
        kind = HIDDEN.get(column)
        if not self.hide or kind is None or not value:
            return value
        if (kind, value) not in self._given:
            self._numbers[kind] = self._numbers.get(kind, 0) + 1
            self._given[kind, value] = f"{kind}-{self._numbers[kind]}"
        return self._given[kind, value]
