"""Reads the decision table from its Markdown; raises TableError, naming decision and row, for what means nothing."""

import re
from collections.abc import Iterator, Mapping

from proof.table.decisions import Cell, Decision, Row, Table, TableError
from proof.table.matrix import Matrix, matrix_in

Lines = list[list[str]]

HIT_POLICY = "U"
CLAUSE = "clause"
ANYTHING = Cell(frozenset(), negated=True)
PLACE = "{here}"
NEGATION = re.compile(r"not\((.*)\)")


def read_table(markdown: str, matrix: str) -> Table:
    """The table in the text of `decision_table.md`, with the matrix in the text of `srv_eligibility.csv`."""
    grids = dict(_grids(markdown))
    listed = {name: _listed(values) for name, values in grids.pop("Inputs")[1:]}
    places = _places(grids.pop("Places"))
    request_matrix = matrix_in(matrix, listed["sender"])
    inputs = {**listed, "variant": tuple(request_matrix.entries)}
    decisions = [decision for name, grid in grids.items() for decision in _decisions(name, grid, places)]
    table = Table(inputs, {decision.name: decision for decision in decisions}, request_matrix)
    for decision in decisions:
        _check(decision, table)
    return table


def _grids(markdown: str) -> Iterator[tuple[str, Lines]]:
    """Every table under its heading, without the line below its head."""
    for section in re.split(r"^##+ ", markdown, flags=re.MULTILINE)[1:]:
        heading, *lines = section.splitlines()
        grid = [_cells(line) for line in lines if line.startswith("|")]
        if grid:
            yield heading.strip(), [grid[0], *grid[2:]]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split(","))


def _places(grid: Lines) -> list[dict[str, str]]:
    return [dict(zip(grid[0], row, strict=True)) for row in grid[1:]]


def _decisions(name: str, grid: Lines, places: list[dict[str, str]]) -> Iterator[Decision]:
    """One decision, or one for each place where the name has `{here}` in it."""
    for place in places if PLACE in name else [{}]:
        filled = [[_filled(cell, place) for cell in line] for line in grid]
        yield _decision(_filled(name, place), filled)


def _filled(text: str, place: Mapping[str, str]) -> str:
    for placeholder, meaning in place.items():
        text = text.replace(placeholder, meaning)
    return text


def _decision(name: str, grid: Lines) -> Decision:
    head = grid[0]
    columns = [column for column in head[1:-1] if not column.startswith("**")]
    if head[0] != HIT_POLICY or head[-1] != CLAUSE or len(columns) == len(head) - 2:
        raise TableError(f"'{name}' needs {HIT_POLICY}, columns, a bold column and {CLAUSE}, in this order")
    return Decision(name, tuple(columns), tuple(_row(name, line, head, columns) for line in grid[1:]))


def _row(name: str, line: list[str], head: list[str], columns: list[str]) -> Row:
    if len(line) != len(head):
        raise TableError(f"row {line[0]} of '{name}' has {len(line)} cells and not {len(head)}")
    cells = {column: _cell(cell) for column, cell in zip(columns, line[1:], strict=False)}
    results = [cell for cell in line[1 + len(columns) : -1] if cell != "-"]
    return Row(line[0], cells, " / ".join(results), line[-1])


def _cell(text: str) -> Cell:
    if text == "-":
        return ANYTHING
    excepted = NEGATION.fullmatch(text)
    return Cell(frozenset(_listed(excepted[1] if excepted else text)), negated=bool(excepted))


def _check(decision: Decision, table: Table) -> None:
    """Every value in a cell is one that its column can have; readings of open points are known elsewhere."""
    for row in decision.rows:
        for column, cell in row.cells.items():
            known = _values(column, table)
            if known is not None and not cell.values <= known:
                raise TableError(
                    f"row {row.number} of '{decision.name}': {column} is never {', '.join(cell.values - known)}"
                )


def _values(column: str, table: Table) -> frozenset[str] | None:
    if column in table.decisions:
        return frozenset(row.result for row in table.decisions[column].rows)
    if column in Matrix.COLUMNS:
        return Matrix.COLUMNS[column]
    return frozenset(table.inputs[column]) if column in table.inputs else None
