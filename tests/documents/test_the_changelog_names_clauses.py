"""Each entry of the changelog says which clauses it can change the verdict on."""

import re

import pytest

from rulebook import law
from tests.documents.passages import CHANGELOG

ENTRIES = [" ".join(entry.split()) for entry in re.split(r"^- ", CHANGELOG.read_text(encoding="utf-8"), flags=re.M)[1:]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry[:40])
def test_an_entry_ends_in_clauses_that_exist_or_says_that_there_is_none(entry: str) -> None:
    _, impacted, named = entry.partition("Impacted: ")
    assert impacted
    identifiers = re.findall(r"`([^`]+)`", named)
    assert [one for one in identifiers if not _is_in_the_law(one)] == []
    assert identifiers or named == "none."


def _is_in_the_law(identifier: str) -> bool:
    return any(known == identifier or known.startswith(f"{identifier}.") for known in law.statements())
