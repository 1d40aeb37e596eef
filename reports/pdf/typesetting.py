"""A report on paper as PDF/UA-1. Every string reaches the typesetter as data: none of it can be markup."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst

from reports.pdf.blocks import Paper
from reports.pdf.printable import printable

TEMPLATE = Path(__file__).parent / "paper.typ"
STANDARD: Literal["ua-1"] = "ua-1"


def pdf(paper: Paper) -> bytes:
    """The same bytes for the same report: the document bears the date that the report does."""
    return typst.compile(
        TEMPLATE.read_bytes(),
        output=None,
        format="pdf",
        sys_inputs={"paper": json.dumps(_plain(paper) | {"dated": _parts(paper.dated)})},
        ignore_system_fonts=True,
        pdf_standards=[STANDARD],
    )


def _plain(part: object) -> dict[str, object]:
    if not is_dataclass(part):
        raise TypeError(part)
    content = {field.name: _value(getattr(part, field.name)) for field in fields(part)}
    return {"kind": type(part).__name__.lower(), **content}


def _value(value: object) -> object:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _value(one) for key, one in value.items()}
    if isinstance(value, Sequence):
        return [_value(one) for one in value]
    return _plain(value) if is_dataclass(value) else value


def _parts(dated: str) -> list[int]:
    moment = _moment(dated)
    return [moment.year, moment.month, moment.day]


def _moment(dated: str) -> datetime:
    """1970 where the run has no date."""
    try:
        moment = datetime.fromisoformat(dated)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
