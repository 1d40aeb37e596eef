"""`python -m proof.weaknesses [kill-matrix.json ...]`: docs/where-this-suite-is-weak.md, from the data of the suite.

A kill matrix takes minutes, so that the section on it stays as it is on the page unless a whole one is named; each
requirement has its own.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from harness.guard.tags import ILLUSTRATIVE
from proof.collection import ROOT, collection
from proof.survivors import reasons
from rulebook import law

PAGE = ROOT / "docs" / "where-this-suite-is-weak.md"
OWN = Path(__file__).parent / "weaknesses.toml"
FORCED: Mapping[str, str] = {
    "Requirement 1 and message integrity": "## Clauses that are not firmly forced",
    "Requirement 2": "## Clauses of Requirement 2 that are not firmly forced",
}
"""By the title of the kill matrix."""

NOT_MADE = "No kill matrix has been given to this page yet."

Forced = Mapping[str, Iterable[str]]
"""The lines on each kill matrix, by its title."""


HEAD = """\
# Where this suite is weak

A suite that says only what it proves hides what it does not. This page is made by `python -m proof.weaknesses` from the
law, the features, the kill matrix and the mutants, and a test holds it to them.
"""


def page(forced: Forced) -> str:
    """The whole page."""
    own = tomllib.loads(OWN.read_text(encoding="utf-8"))
    sections = (
        *((heading, forced.get(title) or [NOT_MADE]) for title, heading in FORCED.items()),
        ("## Statements that are not tested", _untested()),
        ("## Open questions that no request can show", _not_shown()),
        ("## Open questions that have not been ruled", _open()),
        ("## Scenarios that only illustrate", _illustrations()),
        ("## Mistakes that nobody can see", _equivalents(own["equivalent"])),
        ("## Mutants that survive", _survivors()),
        ("## What each method cannot see", _blind(own["blind"])),
    )
    return HEAD + "".join(f"\n{title}\n\n{_joined(lines)}" for title, lines in sections)


def forced_on(text: str) -> dict[str, list[str]]:
    """The lines on the kill matrices as they stand on a page."""
    return {
        title: text.partition(heading)[2].partition("\n## ")[0].strip().splitlines()
        for title, heading in FORCED.items()
    }


def forced_in(matrix: Mapping[str, Any]) -> Iterator[str]:
    """The same from a `kill-matrix.json`; raises ValueError for one that is not whole."""
    if matrix["partial"]:
        raise ValueError("the kill matrix is of some builds only: make a whole one with `mp107 kill-matrix`")
    clauses = matrix["clauses"]
    weak = [clause for clause in clauses if clause["strength"] != "forced"]
    if not weak:
        yield f"All {len(clauses)} clauses that scenarios are about are firmly forced: each faulty build that breaks"
        yield "one is caught by several scenarios."
        return
    yield f"Of {len(clauses)} clauses that scenarios are about, {len(clauses) - len(weak)} are firmly forced: each"
    yield "faulty build that breaks one of these is caught by several scenarios. The others:"
    yield ""
    yield "| Clause | Is | By |"
    yield "|---|---|---|"
    for clause in weak:
        alone = [name for name, times in clause["caught_by"].items() if times == 1]
        why = f"`{'`, `'.join(alone)}`: caught by one scenario" if alone else "no build breaks it"
        yield f"| {clause['citation']} (`{clause['id']}`) | {clause['strength']} | {why} |"


def _untested() -> Iterator[str]:
    yield from _table(
        ("Statement", "Why"), ((f"{one.citation} (`{one.id}`)", one.not_tested_because) for one in _unforced())
    )


def _unforced() -> Iterator[law.Statement]:
    return (statement for statement in law.statements().values() if not statement.tested)


def _not_shown() -> Iterator[str]:
    points = (point for point in law.points().values() if point.shown_by != "scenarios")
    yield from _table(("Point", "Asks", "Why not"), ((f"`{one.key}`", one.asks, one.shown_by) for one in points))


def _open() -> Iterator[str]:
    opened = [one.key for one in law.points().values() if one.shown_by == "scenarios" and one.ruling == "open"]
    yield f"Of these {len(opened)} points a run says which reading an answer fits, and no more, until they are ruled:"
    yield ", ".join(f"`{key}`" for key in opened) + "."


def _illustrations() -> Iterator[str]:
    shown = (scenario for scenario in collection().scenarios if "illustrative" in scenario.tags)
    rows = []
    for scenario in shown:
        said = [line.text for line in scenario.rule_description if line.text.startswith(ILLUSTRATIVE)]
        rows.append((scenario.name, " ".join(line.removeprefix(ILLUSTRATIVE).strip() for line in said)))
    yield from _table(("Scenario", "Why"), rows) if rows else ["None."]


def _equivalents(entries: Iterable[Mapping[str, str]]) -> Iterator[str]:
    yield from _table(("Mistake", "Why it does not show"), ((one["mistake"], one["because"]) for one in entries))


def _survivors() -> Iterator[str]:
    rows = [
        (f"`{one.file}`: `{one.function}`", f"`{one.was}`", f"`{one.became}`", reason)
        for one, reason in reasons().items()
    ]
    yield "`make mutation` changes the rulebook and the verdicts one expression at a time, and plays the scenarios and"
    yield "the tests of both against each change. What none of them notices, and why that is no hole:"
    yield ""
    yield from _table(("Where", "Is", "Could be", "Why nothing notices"), rows) if rows else ["None."]


def _blind(entries: Iterable[Mapping[str, str]]) -> Iterator[str]:
    yield from (f"- **{one['method']}** {one['to']}" for one in entries)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in row)} |"


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page. 0, or 12 where a kill matrix that was named cannot be used."""
    forced = forced_on(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    for named in arguments:
        try:
            matrix = json.loads(Path(named).read_text(encoding="utf-8"))
            forced[matrix["title"]] = list(forced_in(matrix))
        except (OSError, ValueError, LookupError, TypeError) as fault:
            sys.stderr.write(f"{named}: {fault}\n")
            return 12
    PAGE.write_text(page(forced), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
