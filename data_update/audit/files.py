"""The audit as CSV: the totals, the counts, the slots that are wrong, and the rows that could not be judged."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from data_update.audit.lines import with_lines
from data_update.audit.reasons import UNSOUND, UNTOLD, WRONG
from data_update.audit.result import Audit, Count
from data_update.audit.soundness import KEYS, BadRow
from data_update.audit.sources import Source
from data_update.audit.tokens import Tokens
from data_update.audit.totals import FINDINGS, GROUP, Total, name_of
from data_update.audit.twofold import CERTIFICATES, PARTIES, is_twofold
from reports.text import cell

COUNTS, WRONG_SLOTS, BAD_ROWS, PAGE = "audit-counts.csv", "audit-slots.csv", "audit-bad-rows.csv", "audit.html"
TOTALS = "audit-totals.csv"
NAMES = (PAGE, TOTALS, COUNTS, WRONG_SLOTS, BAD_ROWS)
BAD_COLUMNS = ("input", "line", "why", "key")
TOTAL_COLUMNS = (*GROUP, "counted", "looked_at", *(name_of(finding).replace(" ", "_") for finding in FINDINGS))


def write(audit: Audit, bad: Sequence[BadRow], folder: Path, tokens: Tokens) -> None:
    """UTF-8 with a byte order mark, which spreadsheets need."""
    _csv(folder / TOTALS, TOTAL_COLUMNS, (row for one in audit.totals for row in _total(one)))
    _csv(folder / COUNTS, (field.name for field in fields(Count)), map(asdict, audit.counts))
    rows = (tokens.row(row) for row in audit.rows(WRONG, UNTOLD))
    first = next(rows, None)
    if first is not None:
        _csv(folder / WRONG_SLOTS, first, _chained(first, rows))
    else:
        _csv(folder / WRONG_SLOTS, ("finding",), ())
    _csv(folder / BAD_ROWS, BAD_COLUMNS, map(_bad, bad))


def bad_rows(audit: Audit, sources: Mapping[str, Source], tokens: Tokens) -> Iterator[BadRow]:
    """Each with its line, where it came from a CSV file, and no line twice."""
    lines = {(one.name, one.line) for one in audit.misshapen}
    twofold = is_twofold(sources)
    for one in audit.misshapen:
        if not (twofold and one.name == PARTIES):
            yield BadRow(one.name, (), one.why, one.line)
    for row in with_lines(audit.bad, sources):
        name = CERTIFICATES if twofold and row.name == PARTIES else row.name
        if not row.line or (name, row.line) not in lines:
            lines.add((name, row.line))
            key = (tokens.of(column, value) for column, value in zip(KEYS[row.name], row.key, strict=True))
            yield BadRow(name, tuple(filter(None, key)), row.why, row.line)


def numbers_of_bad_rows(audit: Audit, bad: Sequence[BadRow]) -> Mapping[str, int]:
    """How many rows of each input could not be judged; a slot that is listed twice is two."""
    numbers = Counter(row.name for row in bad)
    misshapen = sum(one.name == "slots" for one in audit.misshapen)
    return {**numbers, "slots": audit.total(UNSOUND) + misshapen} if numbers["slots"] else numbers


def _total(one: Total) -> Iterator[dict[str, object]]:
    for counted, numbers in (("slots", one.slots), ("devices", one.devices)):
        row = (*one.of, counted, numbers.total(), *(numbers[finding] for finding in FINDINGS))
        yield dict(zip(TOTAL_COLUMNS, row, strict=True))


def _bad(row: BadRow) -> dict[str, object]:
    return {"input": row.name, "line": row.line or "", "why": row.why, "key": " ".join(row.key)}


def _chained(first: dict[str, str], rest: Iterator[dict[str, str]]) -> Iterator[dict[str, str]]:
    yield first
    yield from rest


def _csv(file: Path, columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.DictWriter(text, list(columns), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({name: cell(str(value)) for name, value in row.items()} for row in rows)
