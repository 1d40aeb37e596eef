"""The kill matrix as a page that opens from disk: nothing fetched, and no meaning in a colour alone."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml.etree import _Element

from proof.kill_record import Cell, FaultRecord, KillRecord, ScenarioRow
from reports.kill_matrix_css import CSS
from reports.plain_page import plain_page, section
from reports.text import element
from rulebook.law import statements

LETTERS = {Cell.CAUGHT: "C", Cell.SILENT: "\u00b7", Cell.NOT_REACHED: "n"}
LEGEND = {
    "C": "caught: the scenario fails the build",
    "\u00b7": "silent: the scenario passes, for the fault does not show in what it asks",
    "n": "not reached: a control was not accepted, a ruling sets the scenario aside, or other scenarios meet the fault",
}


def document(record: KillRecord) -> bytes:
    """UTF-8. Every fault has its name as anchor, every scenario its clause as heading."""
    return plain_page(
        f"Kill matrix{_of(record)}: {_outcome(record)}",
        CSS,
        ("matrix", "To the matrix"),
        [element("h1", f"Faulty builds and the scenarios that catch them{_of(record)}"), *_head(record)],
        [
            section("clauses", "Clauses", _clauses(record)),
            section("faults", "Faulty builds", _faults(record)),
            section("matrix", "Matrix", *_matrix(record)),
        ],
    )


def _of(record: KillRecord) -> str:
    return f", {record.title}" if record.title else ""


def _outcome(record: KillRecord) -> str:
    if record.problems:
        return "worthless"
    survivors, idle = len(record.survivors), len(record.idle)
    return f"{len(record.faults)} builds, {survivors} not caught, {idle} scenarios catch nothing"


def _head(record: KillRecord) -> Iterator[_Element]:
    yield element("p", element("strong", _outcome(record)), ".")
    yield from (element("p", problem) for problem in record.problems)
    chosen = "Some builds were chosen, so that a scenario without a catch says nothing. " if record.partial else ""
    yield element("p", f"{chosen}Seed {record.seed}, {record.duration_s:.1f} s.")
    for folder, number in record.left_out.items():
        yield element("p", f"Not in this matrix: the {number} scenarios of features/{folder}, which meet none of it.")
    for fault in record.survivors:
        yield element("p", element("strong", f"{fault.name} survives: "), fault.survives)
    for fault in record.faults:
        if fault.unplayed:
            yield element("p", f"Not played here: {fault.name}, since {fault.unplayed}.")
    for row in record.idle:
        yield element("p", element("strong", "Catches nothing: "), f"{row.title} (features/{row.path}:{row.line})")


def _clauses(record: KillRecord) -> _Element:
    rows = [
        (
            clause.citation,
            clause.id,
            clause.strength,
            ", ".join(f"{n} ({number})" for n, number in clause.caught_by.items()),
        )
        for clause in record.clauses
    ]
    heads = ("Clause", "Id", "Held by the suite", "Builds that break it, and how many scenarios catch each")
    return element(
        "table",
        element("caption", "How firmly each clause is forced"),
        _heads(heads),
        element("tbody", *(element("tr", *_cells(row)) for row in rows)),
    )


def _faults(record: KillRecord) -> _Element:
    heads = ("No.", "Build", "Breaks", "Mistake", "Under these rulings", "Scenarios that catch it")
    rows = (
        element(
            "tr", *_cells(_fault(number, fault)), id=fault.name, **({"class_": "survives"} if fault.survives else {})
        )
        for number, fault in enumerate(record.faults, start=1)
    )
    return element("table", element("caption", "The catalogue"), _heads(heads), element("tbody", *rows))


def _fault(number: int, fault: FaultRecord) -> tuple[str, ...]:
    rulings = ", ".join(f"{point}={reading}" for point, reading in fault.rulings.items())
    caught = "; ".join(filter(None, (str(len(fault.catchers)), fault.survives, fault.unplayed)))
    return str(number), fault.name, fault.limb or fault.clause, fault.mistake, rulings or "any", caught


def _matrix(record: KillRecord) -> Iterator[_Element]:
    yield element("p", *(f"{letter} {meaning}. " for letter, meaning in LEGEND.items()))
    yield element("p", "A column is headed by the number of its build.")
    columns = (
        element(
            "th", element("a", str(number), href=f"#{fault.name}", **_called(f"{number} {fault.name}")), scope="col"
        )
        for number, fault in enumerate(record.faults, start=1)
    )
    order = list(statements())
    in_order = sorted(record.scenarios, key=lambda row: order.index(row.clause))
    by_clause = groupby(in_order, key=lambda row: row.clause)
    table = element(
        "table",
        element("caption", "Every scenario against every build"),
        element("thead", element("tr", element("th", "Scenario", scope="col"), *columns)),
        *(_group(clause, rows, len(record.faults)) for clause, rows in by_clause),
    )
    yield element("div", table, class_="matrix", role="region", tabindex="0", **_called("Matrix"))


def _called(name: str) -> dict[str, str]:
    return {"aria-label": name}


def _group(clause: str, rows: Iterable[ScenarioRow], columns: int) -> _Element:
    heading = element("tr", element("th", clause, scope="rowgroup", colspan=str(columns + 1)), class_="clause")
    return element("tbody", heading, *map(_row, rows))


def _row(row: ScenarioRow) -> _Element:
    made = element("tr", element("th", f"{row.title} (features/{row.path}:{row.line})", scope="row"))
    for found in row.cells:
        if found is Cell.CAUGHT:
            made.append(element("td", LETTERS[found], class_="c"))
        else:
            made.append(element("td", LETTERS[found]))
    return made


def _heads(heads: Iterable[str]) -> _Element:
    return element("thead", element("tr", *(element("th", head, scope="col") for head in heads)))


def _cells(values: Sequence[str]) -> Iterator[_Element]:
    yield element("th", values[0], scope="row")
    yield from (element("td", value) for value in values[1:])
