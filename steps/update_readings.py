"""The account that the one-off update prints, read to the letter of docs/data-update.md.

What is not there cannot be judged (Misunderstood). What is there twice, or is less than nothing, is a false account.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from rulebook.vocabulary import Component
from steps.expectations import expect
from sut_adapters.port import Disagreement, Misunderstood, Phase
from sut_adapters.update_terms import Asked, Place, UpdateReport

FORM = "%Y-%m-%dT%H:%M:%SZ"
MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}Z")
Row = Mapping[str, object]


class Count(NamedTuple):
    """Slots, and the devices whose they are where those are counted too."""

    slots: int = 0
    devices: int | None = None

    def __str__(self) -> str:
        slots = f"{self.slots} slots"
        return slots if self.devices is None else f"{self.devices} devices, {slots}"

    @classmethod
    def of(cls, places: Iterable[Place]) -> "Count":
        """Places, with their devices."""
        listed = frozenset(places)
        return cls(len(listed), len({device for device, _ in listed}))


NO_SLOTS = Count()


def expect_head(report: UpdateReport, s1sp: Component, asked: Asked) -> None:
    """Raise Disagreement unless the account is that of the run that was asked for."""
    counts = report.counts
    if not counts:
        raise Misunderstood(Phase.UNDERSTAND, "the update prints no account, or something else than one JSON object")
    twice = ", ".join(shown(name) for name in sorted(set(report.doubled)))
    expect("twice in one JSON object: none", f"twice in one JSON object: {twice or 'none'}")
    run, at = counts.get("run"), counts.get("at")
    named = "named" if isinstance(run, str) and run.strip() else f"{shown(run)}, which is no name"
    when = "a moment" if is_moment(at) else f"{shown(at)}, which is no moment"
    expect(
        f"s1sp {s1sp}, mode {asked}, run named, at a moment",
        f"s1sp {shown(counts.get('s1sp'))}, mode {shown(counts.get('mode'))}, run {named}, at {when}",
    )


def is_moment(value: object) -> bool:
    """Such as 2026-11-22T09:30:00Z."""
    if not isinstance(value, str) or not MOMENT.fullmatch(value):
        return False
    try:
        datetime.strptime(value, FORM)
    except ValueError:
        return False
    return True


def shown(value: object) -> str:
    """No longer than fits a line, nor any but plain characters."""
    return value[:40] if isinstance(value, str) and value.strip() and value.isprintable() else ascii(value)[:40]


def mapping(counts: Row, name: str) -> Row:
    """What is under a name; raises Misunderstood where that is no object."""
    found = counts.get(name)
    if not isinstance(found, Mapping):
        reason = f"the update prints nothing as {name!r}, or something else than an object"
        raise Misunderstood(Phase.UNDERSTAND, reason)
    return found


def rows(counts: Row, name: str, *by: str) -> dict[tuple[str, ...], Row]:
    """A list by what its rows are about; raises Disagreement where two rows are about the same."""
    found = counts.get(name)
    if not isinstance(found, list) or not all(isinstance(row, Mapping) for row in found):
        reason = f"the update prints nothing as {name!r}, or something else than a list"
        raise Misunderstood(Phase.UNDERSTAND, reason)
    keys = [tuple(str(row.get(field)) for field in by) for row in found]
    twice = sorted(key for key, times in Counter(keys).items() if times > 1)
    if twice:
        what = " and ".join(field.replace("_", " ") for field in by)
        raise Disagreement(f"{name}: each {what} once", f"{name}: twice {', '.join(map(_named, twice))}")
    return dict(zip(keys, found, strict=True))


def _named(key: tuple[str, ...]) -> str:
    return shown(" ".join(key)) if any(key) else "nobody known"


def number(value: object, where: str) -> int:
    """A whole number; raises Misunderstood for anything else, and Disagreement for less than nothing."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Misunderstood(Phase.UNDERSTAND, f"the update prints {str(value)[:20]!a} where a number belongs: {where}")
    if value < 0:
        raise Disagreement(f"{where}: a number of 0 or more", f"{where}: {value}")
    return value


def count(counts: Row, name: str) -> Count:
    """Devices and slots under a name."""
    return count_of(mapping(counts, name), name)


def count_of(row: Row, where: str) -> Count:
    """Devices and slots of a row."""
    return Count(number(row.get("slots"), f"{where}, slots"), number(row.get("devices"), f"{where}, devices"))


def slots(row: Row, name: str, where: str) -> Count:
    """A row's number of slots under a name."""
    return Count(number(row.get(name), f"{where}, {name}"))
