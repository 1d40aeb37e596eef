"""Messages as sent and received, laid out for reading as far as the page has room; their octets are in files."""

from collections.abc import Iterator, Mapping

from harness.record import MessageRecord, RunRecord
from reports.html.names import of_message
from reports.html.xml_text import lines
from reports.marks import needs_reading
from reports.markup import Markup, el, joined

INDENT = "\t"
IDENTIFIER = "RequestID"
"""Differs between any two requests, and says nothing by it."""
ROOM = 5_000_000
"""Characters of markup; the page of 1,000 scenarios stays under 10 MB with it."""


def laid_out(record: RunRecord, others: Mapping[str, MessageRecord], room: int = ROOM) -> Mapping[str, Markup]:
    """By the names of the messages. Requests and their answers come first, those of scenarios that want reading before.

    `others` are requests to compare with, by the names of those that are compared. What finds no room is left out: its
    file is named all the same.
    """
    made: dict[str, Markup] = {}
    for message in _by_weight(record):
        figure = _figure(message, others.get(message.name))
        room -= len(figure)
        if room < 0:
            break
        made[message.name] = figure
    return made


def reference(one: MessageRecord) -> Markup:
    """Its file alone."""
    arrow = "\u2192" if one.way == "sent" else "\u2190"
    return el("a", f"{arrow}\u00a0{_number(one)}", href=_file(one))


def _by_weight(record: RunRecord) -> Iterator[MessageRecord]:
    wanting = [one for one in record.scenarios if needs_reading(one)]
    others = [one for one in record.scenarios if not needs_reading(one)]
    for scenarios, beside in ((wanting, False), (others, False), (wanting, True)):
        for one in scenarios:
            for exchange in one.exchanges:
                if exchange.beside is beside:
                    yield from exchange.messages


def _figure(one: MessageRecord, other: MessageRecord | None) -> Markup:
    way = "\u2192 Sent by" if one.way == "sent" else "\u2190 Received by"
    notes = filter(None, (one.note, "not UTF-8, here in base64" if one.octets_in_base64 else ""))
    note = "".join(f", {said}" for said in notes)
    file = el("a", f"file {_number(one)}", href=_file(one))
    marks = "; marked: what its control asked otherwise" if other else ""
    caption = joined([el("b", f"{way} {one.party}"), f" at {one.at}{note}, ", file, marks])
    known = frozenset(line.said for line in lines(other.text)) if other else None
    return el("figure", el("figcaption", caption), el("pre", *_shown(one.text, known)), id=of_message(one))


def _file(one: MessageRecord) -> str:
    return f"exchanges/{one.name}"


def _number(one: MessageRecord) -> str:
    return of_message(one).rpartition("-")[0].rpartition("-")[2]


def _shown(document: str, known: frozenset[str] | None) -> Iterator[str]:
    """The signs in one hand, the values in another: what a message says stands out. Values not `known` are marked."""
    pending = ""
    for line in lines(document):
        pending += f"{INDENT * line.depth}{line.opening}"
        if line.value:
            yield from _signs(pending)
            new = known is not None and line.said not in known and IDENTIFIER not in line.opening
            yield el("mark", line.value) if new else line.value
            pending = line.closing
        pending += "\n"
    yield from _signs(pending.rstrip())


def _signs(pending: str) -> Iterator[str]:
    if pending:
        yield el("i", pending) if pending.strip() else pending
