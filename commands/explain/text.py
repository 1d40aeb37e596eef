"""The explanation as people read it in a terminal."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from commands.explain.content import Explanation, OpenQuestion, Row
from commands.explain.facts import Facts
from commands.explain.signature import BAD, GOOD, Signature


def print_explanation(explanation: Explanation, console: Console) -> None:
    """Verdict, facts, trail, clauses, open questions, notes: in this order. Before them a signature that is bad."""
    verdict, signature = explanation.verdict, explanation.signature
    style = "bold green" if verdict.outcome in ("accepted", "scheduled") else "bold red"
    lines = [Text(f"Verdict: {verdict.text}", style=style), _signature(signature)]
    for line in reversed(lines) if signature.state == BAD else lines:
        console.print(line)
    console.print(Text(f"Release: SECMP0107 {explanation.release}"))
    _section(console, "Taken from the request", _facts(explanation.request))
    _section(console, "Taken from the world file", _facts(explanation.world))
    _section(console, "Signature", _checks(signature))
    if explanation.trail:
        console.print(Text("\nTrail", style="bold"))
        console.print(_trail(explanation.trail))
    _section(console, "Clauses", _clauses(explanation.trail))
    _section(console, "Messages raised", map(_said, explanation.messages))
    _section(console, "Anchor slots afterwards", map(_said, explanation.slots_afterwards))
    _section(
        console, "Open questions that bear on it, each read otherwise by itself", _questions(explanation.open_questions)
    )
    _section(console, "Notes", explanation.notes)


def _signature(signature: Signature) -> Text:
    style = {GOOD: "bold green", BAD: "bold red"}.get(signature.state, "yellow")
    return Text(printable(f"Signature: {signature.text}"), style=style)


def _checks(signature: Signature) -> Iterator[str]:
    for check in signature.checks:
        result = "not checked" if check.holds is None else "good" if check.holds else "BAD"
        yield f"{check.check}: {result}; {check.because}"


def _section(console: Console, title: str, lines: Iterable[str]) -> None:
    if shown := list(lines):
        console.print(Text(f"\n{title}", style="bold"))
        for line in shown:
            console.print(Padding(Text(printable(line)), (0, 0, 0, 2), expand=False))


def _facts(facts: Facts) -> Iterator[str]:
    for key, value in facts.items():
        label = key.replace("_", " ")
        if isinstance(value, list):
            yield from (f"{label}: {_said(entry)}" for entry in value)
        elif value is not None:
            yield f"{label}: {_said(value)}"
        elif key == "device":
            yield "device: the world file does not hold the target"


def _said(value: object) -> str:
    """A party by name and identifier; any other table as its keys and values."""
    match value:
        case {"slot": slot, "holder": holder, "issue": issue}:
            return f"{slot}: {_said(holder)}, issue {issue}" if holder else f"{slot}: empty"
        case {"name": name, "entity_identifier": eui, **rest}:
            return ", ".join([f"{name} ({eui})" if name else f"{eui}", *_pairs(rest)])
        case dict():
            return ", ".join(_pairs(value))
        case list():
            return " and ".join(str(entry) for entry in value)
    return str(value)


def _pairs(table: dict[Any, object]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict) and "name" in value:
            yield f"{key} {_said(value)}"
        elif value is not None:
            yield f"{key.replace('_', ' ')} {_said(value)}"


def _trail(rows: tuple[Row, ...]) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="")
    for heading in ("Component", "Check", "Clause", "Holds", "Because", "Code"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        cells = (row.component, row.check, row.citation, "yes" if row.holds else "NO", row.because)
        code = "" if row.holds else row.code or "none attested"
        style = "bold" if row.deciding else ""
        table.add_row(*(Text(printable(cell), style=style) for cell in (*cells, code)))
    return table


def _clauses(rows: tuple[Row, ...]) -> Iterator[str]:
    """Each clause once, the deciding one first."""
    first = [row for row in rows if row.deciding]
    for citation in dict.fromkeys(row.citation for row in (*first, *rows)):
        row = next(row for row in (*first, *rows) if row.citation == citation)
        if row.text:
            lead = "decides: " if row.deciding else ""
            source = row.source if row.source.startswith(row.kind) else f"{row.kind}, {row.source}"
            yield f"{lead}{row.citation} ({source}): {row.text}"


def _questions(questions: tuple[OpenQuestion, ...]) -> Iterator[str]:
    for question in questions:
        status = "ruled" if question.ruled else "open"
        yield f"{question.point}: {question.asks}"
        yield f"  here: {question.reading} ({status})"
        yield from (f"  {reading}: {outcome}" for reading, outcome in question.otherwise.items())


def printable(text: str) -> str:
    """The text with what could steer a terminal escaped: names and certificates are a stranger's."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
