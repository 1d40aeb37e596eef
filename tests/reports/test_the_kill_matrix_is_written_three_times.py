"""One matrix as JSON, as a table for a spreadsheet, and as a page."""

import csv
import io
import json

from lxml import html

from proof.kill_record import Cell, ClauseRecord, FaultRecord, KillRecord, ScenarioRow, Strength
from reports import kill_matrix_html
from reports.kill_matrix import as_csv, as_json

RECORD = KillRecord(
    faults=(
        FaultRecord("one-way", "srpd-6.2.d", "srpd-6.2.d.role", "It <b>forgot</b>.", {"O2": "same-fuel"}, ("a", "b")),
        FaultRecord("no-way", "s1sr-4.2", "", "It slept.", {}, (), "no scenario catches it"),
    ),
    scenarios=(
        ScenarioRow("a", "s1sr-4.2", "=A title", "x.feature", 3, cells=(Cell.CAUGHT, Cell.SILENT)),
        ScenarioRow("b", "srpd-6.2.d", "Another", "x.feature", 9, cells=(Cell.CAUGHT, Cell.NOT_REACHED)),
        ScenarioRow("c", "srpd-6.2.d", "A third", "y.feature", 1, cells=(Cell.SILENT, Cell.SILENT)),
    ),
    clauses=(
        ClauseRecord("srpd-6.2.d", "SRPD 6.2(d)", Strength.FORCED, {"one-way": 2}),
        ClauseRecord("s1sr-4.2", "S1SR 4.2", Strength.UNFORCED, {"no-way": 0}),
    ),
    seed=7,
    partial=False,
    left_out={"message_integrity/": 5},
)
PAGE = html.document_fromstring(kill_matrix_html.document(RECORD).decode())


def test_json_names_what_survives_what_is_idle_and_who_caught_what() -> None:
    content = json.loads(as_json(RECORD))
    assert (content["exit_code"], content["survivors"], content["idle_scenarios"]) == (10, ["no-way"], ["c"])
    assert [(one["caught"], one["not_reached"]) for one in content["scenarios"]] == [
        (["one-way"], []),
        (["one-way"], ["no-way"]),
        ([], []),
    ]
    assert content["clauses"][0]["strength"] == "forced"


def test_a_spreadsheet_has_a_column_for_each_fault_and_no_formula() -> None:
    head, first, *_ = csv.reader(io.StringIO(as_csv(RECORD).decode("utf-8-sig")))
    assert head == ["clause", "scenario", "title", "catches", "one-way", "no-way"]
    assert first == ["s1sr-4.2", "a", "'=A title", "1", "caught", "silent"]


def test_the_page_says_in_words_what_is_wrong() -> None:
    said = " ".join(PAGE.xpath("//header")[0].text_content().split())
    assert "2 builds, 1 not caught, 1 scenarios catch nothing" in said
    assert "no-way survives: no scenario catches it" in said
    assert "Catches nothing: A third (features/y.feature:1)" in said
    assert "the 5 scenarios of features/message_integrity/" in said


def test_every_cell_is_a_letter_in_the_order_of_the_law() -> None:
    rows = PAGE.xpath("//div[@class='matrix']//tbody/tr[td]")
    assert [(row[0].text.partition(" (")[0], "".join(cell.text for cell in row[1:])) for row in rows] == [
        ("Another", "Cn"),
        ("A third", "\u00b7\u00b7"),
        ("=A title", "C\u00b7"),
    ]


def test_columns_lead_to_their_fault_and_are_called_by_its_name() -> None:
    links = PAGE.xpath("//div[@class='matrix']//thead//a")
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("#one-way", "1 one-way"),
        ("#no-way", "2 no-way"),
    ]
    assert all(PAGE.get_element_by_id(link.get("href")[1:]) is not None for link in links)


def test_the_page_needs_nothing_but_itself_and_can_be_heard() -> None:
    assert not PAGE.xpath("//script | //link | //img | //@src")
    assert PAGE.get("lang") == "en-GB"
    assert all(table.find("caption") is not None for table in PAGE.iter("table"))
    assert all(head.get("scope") for head in PAGE.iter("th"))
    assert [(region.get("tabindex"), region.get("aria-label")) for region in PAGE.xpath("//*[@role='region']")] == [
        ("0", "Matrix")
    ]
    identifiers = PAGE.xpath("//@id")
    assert len(identifiers) == len(set(identifiers))
    assert PAGE.xpath("//b") == []
