"""A scenario keeps its address while others come, go and move."""

from pathlib import Path

import pytest

from harness.corpus import is_clause_tag, read_corpus, scenario_id, slug

RULE = "  @srpd-6.2.d\n  Rule: The holder's slots, again\n"
FIRST = "    Example: Southfell hands over\n      When it does\n"
OUTLINE = "    Scenario Outline: <party> is refused\n      When <party> asks <for>\n"
TABLE = "      Examples: Parties\n        | party | for |\n"
ROWS = ("        | Curlew | 6.15.1 |\n", "        | Dunlin | 6.21 |\n")


def _addresses(tmp_path: Path, *parts: str) -> list[str]:
    (tmp_path / "a.feature").write_text("Feature: x\n" + RULE + "".join(parts), encoding="utf-8")
    return [scenario.id for scenario in read_corpus(tmp_path).scenarios]


def test_an_address_is_the_path_the_rule_the_title_and_the_values(tmp_path: Path) -> None:
    assert _addresses(tmp_path, FIRST, OUTLINE, TABLE, *ROWS) == [
        "a.feature::the-holders-slots-again::southfell-hands-over",
        "a.feature::the-holders-slots-again::party-is-refused::curlew_6.15.1",
        "a.feature::the-holders-slots-again::party-is-refused::dunlin_6.21",
    ]


def test_addresses_stay_when_scenarios_and_rows_change_places(tmp_path: Path) -> None:
    before = _addresses(tmp_path, FIRST, OUTLINE, TABLE, *ROWS)
    after = _addresses(tmp_path, OUTLINE, TABLE, *reversed(ROWS), FIRST)
    assert set(before) == set(after)


def test_addresses_stay_when_a_row_comes_in_before(tmp_path: Path) -> None:
    before = _addresses(tmp_path, OUTLINE, TABLE, *ROWS)
    after = _addresses(tmp_path, OUTLINE, TABLE, "        | Gannet | 6.21 |\n", *ROWS)
    assert set(before) < set(after)


def test_no_two_scenarios_have_one_address(tmp_path: Path) -> None:
    found = _addresses(tmp_path, OUTLINE, TABLE, ROWS[0], ROWS[0], ROWS[0])
    assert [address.rpartition("::")[2] for address in found] == ["curlew_6.15.1", "curlew_6.15.1~2", "curlew_6.15.1~3"]


def test_an_address_needs_no_quotes_in_a_shell() -> None:
    assert slug("Northmoor's (second) User ID: café & £5") == "northmoors-second-user-id-cafe-5"
    assert scenario_id("a.feature", "", "T", ["", "S1VE4"]) == "a.feature::t::-_s1ve4"


@pytest.mark.parametrize("tag", ["srpd-6.2.d", "s1sr-4.2", "fia-1.alert-routing", "mp107-r1", "duis-1.4.2"])
def test_the_form_of_a_clause_tag(tag: str) -> None:
    assert is_clause_tag(tag)


@pytest.mark.parametrize(
    "tag", ["meets-s1sr-4.2", "misses-srpd-6.2.d.role", "open-O3", "requirement-1", "from-secmp0107", "s1sp", "pit"]
)
def test_other_tags_have_another_form(tag: str) -> None:
    assert not is_clause_tag(tag)
