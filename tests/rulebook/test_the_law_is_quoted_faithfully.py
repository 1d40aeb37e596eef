"""A reading carries the text of its clause, and the law prints what the Assessment prints."""

import os
from pathlib import Path

import pytest

from rulebook import law
from rulebook.readings import certificate_ownership, registration_check
from rulebook.readings.clause import Clause

READINGS = [
    value
    for module in (registration_check, certificate_ownership)
    for value in vars(module).values()
    if isinstance(value, Clause)
]
VERBATIM = [statement for statement in law.statements().values() if statement.verbatim]
ASSESSMENT = os.environ.get("MP107_FIA_TEXT")


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.id)
def test_a_reading_quotes_its_clause(reading: Clause) -> None:
    assert reading.text == law.statements()[reading.id].text


def test_every_clause_of_the_two_appendices_is_read_but_for_those_that_only_say_where_others_apply() -> None:
    of_the_appendices = {identifier for identifier in law.statements() if identifier.startswith(("srpd-", "s1sr-"))}
    assert of_the_appendices - {reading.id for reading in READINGS} == {"srpd-6.2", "srpd-16.1"}


@pytest.mark.skipif(
    not ASSESSMENT,
    reason="set MP107_FIA_TEXT to the Full Impact Assessment v0.5 as text to compare the quotations with it",
)
@pytest.mark.parametrize("statement", VERBATIM, ids=lambda statement: statement.id)
def test_what_stands_as_verbatim_is_printed_in_the_assessment(statement: law.Statement) -> None:
    assert statement.text in _plain(Path(ASSESSMENT or "").read_text(encoding="utf-8"))


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())
