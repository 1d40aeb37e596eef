"""In which line of a CSV file a bad row stands, found again by its key: engines forget lines."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from data_update.audit.soundness import KEYS, BadRow
from data_update.audit.sources import CSV, Source

BREAK = re.compile("\r\n|\r|\n")
REST = ""
"""Where cells are kept that the header has no name for."""


def with_lines(bad: Iterable[BadRow], sources: Mapping[str, Source]) -> Iterator[BadRow]:
    """One for each line that a bad row stands in; those of other inputs than CSV as they are, without a line."""
    rows = list(bad)
    for name, one in sources.items():
        ours = [row for row in rows if row.name == name]
        if one.kind == CSV and ours:
            yield from _found(ours, Path(one.place))
        else:
            yield from ours


def _found(bad: list[BadRow], file: Path) -> Iterator[BadRow]:
    wanted = {row.key: row for row in bad}
    found = set()
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        reader = csv.DictReader(text, restkey=REST)
        for record in reader:
            key = tuple(record.get(column) or "" for column in KEYS[bad[0].name])
            if key in wanted:
                found.add(key)
                yield replace(wanted[key], line=reader.line_num - _broken(record))
    yield from (row for key, row in wanted.items() if key not in found)


def _broken(record: Mapping[str, str | list[str] | None]) -> int:
    """How many lines of the file are inside its cells: it stands in the line in which it begins."""
    cells = [cell for name, cell in record.items() if name != REST] + list(record.get(REST) or ())
    return sum(len(BREAK.findall(cell)) for cell in cells if isinstance(cell, str))
