"""The audit as CSV: the counts, the slots that are wrong, and the rows that could not be judged."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path

from data_update.audit.lines import with_lines
from data_update.audit.reasons import UNTOLD, WRONG
from data_update.audit.result import Audit, Count
from data_update.audit.soundness import KEYS, BadRow
from data_update.audit.sources import Source
from data_update.audit.tokens import Tokens
from reports.text import cell

COUNTS, WRONG_SLOTS, BAD_ROWS, PAGE = "audit-counts.csv", "audit-slots.csv", "audit-bad-rows.csv", "audit.html"
BAD_COLUMNS = ("input", "line", "why", "key")


def write(audit: Audit, sources: Mapping[str, Source], folder: Path, tokens: Tokens) -> None:
    """UTF-8 with a byte order mark, which spreadsheets need. Counts are never hidden."""
    _csv(folder / COUNTS, (field.name for field in fields(Count)), map(asdict, audit.counts))
    rows = (tokens.row(row) for row in audit.rows(WRONG, UNTOLD))
    first = next(rows, None)
    if first is not None:
        _csv(folder / WRONG_SLOTS, first, _chained(first, rows))
    else:
        _csv(folder / WRONG_SLOTS, ("finding",), ())
    _csv(folder / BAD_ROWS, BAD_COLUMNS, _bad(audit, sources, tokens))


def bad_rows(audit: Audit, sources: Mapping[str, Source], tokens: Tokens) -> Iterator[BadRow]:
    """Each with its line, where it came from a CSV file."""
    for one in audit.misshapen:
        yield BadRow(one.name, (), one.why, one.line)
    for row in with_lines(audit.bad, sources):
        key = tuple(tokens.of(name, value) for name, value in zip(KEYS[row.name], row.key, strict=True))
        yield BadRow(row.name, key, row.why, row.line)


def _bad(audit: Audit, sources: Mapping[str, Source], tokens: Tokens) -> Iterator[dict[str, object]]:
    for row in bad_rows(audit, sources, tokens):
        yield {"input": row.name, "line": row.line or "", "why": row.why, "key": " ".join(row.key)}


def _chained(first: dict[str, str], rest: Iterator[dict[str, str]]) -> Iterator[dict[str, str]]:
    yield first
    yield from rest


def _csv(file: Path, columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.DictWriter(text, list(columns), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({name: cell(str(value)) for name, value in row.items()} for row in rows)
