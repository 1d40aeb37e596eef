"""The run in Markdown, as a pull request shows it (`--summary FILE`): verdict, counts, what failed, what to do.

What a system said stands in code spans, where Markdown reads nothing but the end of the span.
"""

import re
from collections.abc import Iterable, Iterator

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import Verdict

MOST = 50
"""How many scenarios are listed."""

LONGEST = 300
"""Characters of what was said."""

SHOWN = (
    Verdict.SUITE_ERROR,
    Verdict.CONFIG_ERROR,
    Verdict.FAIL,
    Verdict.INCONCLUSIVE,
    Verdict.NOT_EXERCISED,
    Verdict.WAIVED,
)


def document(record: RunRecord) -> bytes:
    """UTF-8."""
    return ("\n".join(_lines(record)) + "\n").encode()


def code(text: str) -> str:
    """Text that came from outside as a code span that it cannot leave, in a table or not."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    short = plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}..."
    fence = "`" * (max((len(run) for run in re.findall(r"`+", short)), default=0) + 1)
    gap = " " if len(fence) > 1 else ""
    return f"{fence}{gap}{short.replace('|', chr(0xFF5C))}{gap}{fence}" if short else ""


def _lines(record: RunRecord) -> Iterator[str]:
    yield f"## SECMP0107: {record.verdict} (exit {record.exit_code})"
    yield ""
    yield f"{code(record.claim)}"
    yield ""
    yield from _about(record)
    yield ""
    yield "| " + " | ".join(str(verdict) for verdict in reversed(Verdict)) + " |"
    yield "|" + "---|" * len(Verdict)
    yield "| " + " | ".join(str(record.counts.get(verdict, 0)) for verdict in reversed(Verdict)) + " |"
    yield from _list("What kept the run from its claim", (f"- {code(problem)}" for problem in record.problems))
    yield from _list("Waivers", (f"- {one.state}: {code(one.id)}, {code(one.reason)}" for one in record.waivers))
    found = [one for verdict in SHOWN for one in record.scenarios if one.verdict is verdict]
    yield from _table(found)


def _about(record: RunRecord) -> Iterator[str]:
    facts = {
        "system under test": f"{record.sut.name} ({record.sut.identity})",
        "scope": ", ".join(filter(None, (record.stage, record.boundary))) or "everything",
        "release": record.release or "switched by the suite",
        "seed": str(record.seed),
        "nonce": record.nonce,
        "rulings": ", ".join(f"{point}={reading}" for point, reading in record.readings.items()),
    }
    yield from (f"- {name}: {code(value)}" for name, value in facts.items() if value)


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    if found := list(lines):
        yield from ("", f"### {title}", "", *found[:MOST])


def _table(scenarios: list[ScenarioRecord]) -> Iterator[str]:
    if not scenarios:
        return
    yield from (
        "",
        "### What did not pass",
        "",
        "| Verdict | Clause | Scenario | Expected | Observed |",
        "|---|---|---|---|---|",
    )
    for one in scenarios[:MOST]:
        observed = one.observed or one.reason
        cells = (code(one.clause), code(one.title), code(one.expected), code(observed))
        yield f"| {one.verdict} | {' | '.join(cells)} |"
    if len(scenarios) > MOST:
        yield from ("", f"and {len(scenarios) - MOST} more, in the pack")
