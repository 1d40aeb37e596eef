"""The DUIS request matrix as the decision table reads it: four columns that follow from variant and sender."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rulebook.vocabulary import UserRole

YES_OR_NO = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One variant; `roles` are the abbreviations that the matrix prints, none where it prints none."""

    critical: bool
    non_device: bool
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix by Service Reference Variant, and the roles of each sender by the words of the table."""

    entries: Mapping[str, Entry]
    senders: Mapping[str, frozenset[str]]

    COLUMNS: ClassVar[Mapping[str, frozenset[str]]] = {
        "Critical": frozenset(YES_OR_NO.values()),
        "Non-Device": frozenset(YES_OR_NO.values()),
        "role": frozenset({"may", "may not", "unknown"}),
        "acting as": frozenset({*(str(role) for role in UserRole), "Import and Gas Supplier"}),
    }
    """The columns that follow from the matrix, each with the values that it can have."""

    def value(self, column: str, variant: str, sender: str) -> str:
        """What one of the four columns holds."""
        entry, roles = self.entries[variant], self.senders[sender]
        match column:
            case "Critical":
                return YES_OR_NO[entry.critical]
            case "Non-Device":
                return YES_OR_NO[entry.non_device]
            case "role":
                return "unknown" if not entry.roles else "may" if entry.roles & roles else "may not"
            case _:
                return self._named(entry.roles & roles or roles)

    def _named(self, roles: frozenset[str]) -> str:
        return next(sender for sender, its_roles in self.senders.items() if its_roles == roles)


def matrix_in(text: str, senders: tuple[str, ...]) -> Matrix:
    """The matrix in the text of `srv_eligibility.csv`."""
    rows = csv.DictReader(text.splitlines())
    return Matrix(
        {row["service_reference_variant"]: _entry(row) for row in rows}, {sender: _roles(sender) for sender in senders}
    )


def _entry(row: Mapping[str, str]) -> Entry:
    roles = frozenset(row["eligible_user_roles"].split())
    return Entry(row["critical"] == "Yes", row["non_device"] == "Yes", roles)


def _roles(sender: str) -> frozenset[str]:
    """`Import and Gas Supplier` has two roles, every other sender the one that it is called by."""
    both = sender == "Import and Gas Supplier"
    names = ("Import Supplier", "Gas Supplier") if both else (sender,)
    return frozenset(UserRole(name).abbreviation for name in names)
