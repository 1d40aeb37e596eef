"""The law as data: the one module that reads `legal/`.

Raises LawError, naming the file and the entry, for anything in there that does not hold together.
"""

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rulebook.provisions import SMETS1_SUPPORT, Closure, Eligibility, Limb, Point, Question, Reading, Statement
from rulebook.vocabulary import Rulings, UserRole

LEGAL = Path(__file__).parent.parent / "legal"
__all__ = [
    "LEGAL",
    "Closure",
    "Eligibility",
    "LawError",
    "Limb",
    "Point",
    "Question",
    "Reading",
    "Statement",
    "closures",
    "eligibility",
    "limbs",
    "points",
    "questions",
    "rulings",
    "statements",
]

STATEMENT_FILES = ("srpd.toml", "s1sr.toml", "duis.toml", "messages.toml", "fia.toml", "update.toml")


class LawError(Exception):
    """What is wrong in `legal/`, with file and entry."""


@cache
def statements() -> Mapping[str, Statement]:
    """Every statement by id, in the order of the files."""
    found: dict[str, Statement] = {}
    for name in STATEMENT_FILES:
        for entry in _read(name).get("statement", []):
            statement = _statement(name, entry)
            if statement.id in found:
                raise LawError(f"legal/{name}: {statement.id} is defined twice")
            found[statement.id] = statement
    return found


@cache
def limbs() -> Mapping[str, Limb]:
    """Every limb of every statement by id."""
    return {limb.id: limb for statement in statements().values() for limb in statement.limbs}


@cache
def questions() -> Mapping[str, Question]:
    """The interpretation register by question id."""
    return {one.id: one for one in map(_question, _read("interpretations.toml").get("question", []))}


@cache
def points() -> Mapping[str, Point]:
    """Every point that can be ruled by its key."""
    return {point.key: point for question in questions().values() for point in question.points}


@cache
def closures() -> tuple[Closure, ...]:
    """What can no longer be played at some stages, and why."""
    return tuple(_closure(entry) for entry in _read("stages.toml").get("closure", []))


@cache
def eligibility() -> Mapping[str, Eligibility]:
    """The DUIS request matrix by Service Reference Variant: 129 rows."""
    rows = csv.DictReader(_text("srv_eligibility.csv").splitlines())
    return {row["service_reference_variant"]: _eligibility(row) for row in rows}


def rulings(ruled: Mapping[str, str] | None = None) -> Rulings:
    """The register's own rulings, with `ruled` on top.

    A key may be a point (`O3.s1sp`) or a whole question (`O3`), which rules every point of it that has the reading,
    but for those that are ruled by themselves.
    Raises LawError for an unknown question, point or reading, naming those that there are.
    """
    decided = {point.key: point.ruling for point in points().values() if point.ruling != "open"}
    for key, reading in sorted((ruled or {}).items(), key=lambda one: one[0] in points()):
        decided |= dict.fromkeys(_points_to_rule(key, reading), reading)
    return Rulings(decided, {point.key: point.readings[0].id for point in points().values()})


def _points_to_rule(key: str, reading: str) -> list[str]:
    candidates = [point for point in points().values() if key in (point.key, point.question)]
    if not candidates:
        raise LawError(f"no open question is called {key!r}; known: {', '.join(points())}")
    matching = [point.key for point in candidates if point.reading(reading)]
    if not matching:
        known = ", ".join(dict.fromkeys(known.id for point in candidates for known in point.readings))
        raise LawError(f"{key} has no reading {reading!r}; known: {known}")
    return matching


def _read(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise LawError(f"legal/{name}: {error}") from error


def _text(name: str) -> str:
    try:
        return (LEGAL / name).read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise LawError(f"legal/{name}: {error}") from error


def _statement(file: str, entry: dict[str, Any]) -> Statement:
    try:
        text = " ".join(entry["text"].split())
        limbs = tuple(Limb(limb["id"], limb["words"]) for limb in entry.get("limb", ()))
        statement = Statement(
            id=entry["id"],
            citation=entry["citation"],
            source=entry["source"],
            text=text,
            verbatim=entry["verbatim"],
            components=tuple(entry["components"]),
            limbs=limbs,
            not_tested_because=entry.get("not_tested_because", ""),
            inserted_by=entry.get("inserted_by", ""),
        )
    except KeyError as missing:
        raise LawError(f"legal/{file}: {entry.get('id', 'an entry')} has no {missing}") from missing
    for limb in limbs:
        if not limb.id.startswith(statement.id + "."):
            raise LawError(f"legal/{file}: limb {limb.id} does not belong to {statement.id}")
        if statement.verbatim and limb.words not in text:
            raise LawError(f"legal/{file}: limb {limb.id} quotes words that {statement.id} does not hold")
    if statement.tested and not limbs:
        raise LawError(f"legal/{file}: {statement.id} is tested and has no limb")
    return statement


def _closure(entry: dict[str, Any]) -> Closure:
    try:
        closure = Closure(tuple(entry["statements"]), tuple(entry["stages"]), " ".join(entry["reason"].split()))
    except KeyError as missing:
        raise LawError(f"legal/stages.toml: an entry has no {missing}") from missing
    for unknown in (one for one in closure.statements if one not in statements()):
        raise LawError(f"legal/stages.toml: there is no statement {unknown}")
    return closure


def _question(entry: dict[str, Any]) -> Question:
    try:
        points = tuple(_point(entry["id"], point) for point in entry["point"])
        return Question(entry["id"], entry["question"], entry["who_can_rule"], points)
    except KeyError as missing:
        raise LawError(f"legal/interpretations.toml: {entry.get('id', 'an entry')} has no {missing}") from missing


def _point(question: str, entry: dict[str, Any]) -> Point:
    readings = tuple(
        Reading(
            reading["id"],
            reading["text"],
            reading["supported_by"],
            tuple(reading.get("against", ())),
            reading.get("finding", ""),
        )
        for reading in entry["reading"]
    )
    return Point(entry["key"], question, entry["asks"], readings, entry["shown_by"], entry.get("ruling", "open"))


ROLE_BY_ABBREVIATION = {role.abbreviation: role for role in UserRole}


def _eligibility(row: Mapping[str, str]) -> Eligibility:
    printed = row["eligible_user_roles"].split()
    support = SMETS1_SUPPORT.get(row["smets1"])
    if support is None:
        raise LawError(f"legal/srv_eligibility.csv: {row['service_reference_variant']} has smets1 {row['smets1']!r}")
    return Eligibility(
        variant=row["service_reference_variant"],
        name=row["name"],
        critical=row["critical"] == "Yes",
        non_device=row["non_device"] == "Yes",
        roles=frozenset(ROLE_BY_ABBREVIATION[code] for code in printed) if printed else None,
        smets1=support,
    )
