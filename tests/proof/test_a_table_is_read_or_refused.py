"""A decision table that means nothing is refused, with decision and row."""

import pytest

from proof.prove.run import MATRIX, the_table
from proof.table.decisions import TableError
from proof.table.text import read_table

INPUTS = """
## Inputs

| input | values |
|---|---|
| sender | Electricity Distributor, Gas Supplier |
| colour | red, green |

## Places

| {here} | {switch} |
|---|---|
| the DSP | colour |
"""
HEAD = "## seen, by {here}\n\n| U | {switch} | **seen, by {here}** | clause |\n|---|---|---|---|\n"


def table_with(rows: str, head: str = HEAD) -> None:
    read_table(f"# Title\n{INPUTS}\n{head}{rows}", MATRIX.read_text(encoding="utf-8"))


def test_a_place_is_filled_in() -> None:
    text = f"# Title\n{INPUTS}\n{HEAD}| 1 | red | yes | - |\n| 2 | not(red) | no | - |\n"
    table = read_table(text, MATRIX.read_text(encoding="utf-8"))
    sitting = table.decide("seen, by the DSP", {"colour": "green"}.__getitem__)
    assert sitting.value("seen, by the DSP") == "no"
    assert [str(one) for one in sitting.fired] == ["row 2 of 'seen, by the DSP' (-)"]


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("| 1 | blue | yes | - |\n", "row 1 of 'seen, by the DSP': colour is never blue"),
        ("| 1 | red | yes |\n", "row 1 of 'seen, by the DSP' has 3 cells and not 4"),
    ],
)
def test_a_row_that_means_nothing_is_refused(rows: str, complaint: str) -> None:
    with pytest.raises(TableError) as refused:
        table_with(rows)
    assert str(refused.value) == complaint


def test_another_hit_policy_is_refused() -> None:
    with pytest.raises(
        TableError, match="'seen, by the DSP' needs U, columns, a bold column and clause, in this order"
    ):
        table_with("| 1 | red | yes | - |\n", HEAD.replace("| U ", "| F "))


@pytest.mark.parametrize(
    ("rows", "which"), [("| 1 | red | yes | - |\n", "no row"), ("| 1 | - | yes | - |\n" * 2, "1 and 1")]
)
def test_a_case_that_not_exactly_one_row_fits_is_refused(rows: str, which: str) -> None:
    table = read_table(f"# Title\n{INPUTS}\n{HEAD}{rows}", MATRIX.read_text(encoding="utf-8"))
    with pytest.raises(TableError, match=f"^{which} of 'seen, by the DSP' fit where one should: "):
        table.decide("seen, by the DSP", {"colour": "green"}.__getitem__)


def test_every_row_of_the_real_table_names_a_clause_of_the_law() -> None:
    from rulebook.law import limbs, points, statements

    known = {"-", *statements(), *limbs(), *points()}
    named = {row.clause for decision in the_table().decisions.values() for row in decision.rows}
    assert named <= known
