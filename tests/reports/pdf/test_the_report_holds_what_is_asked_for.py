"""What FIA 4.4, 5.1 and 6.1 ask of a completion report, and that what nobody declared is said to be missing."""

import io
from dataclasses import replace

import pytest
from lxml import html
from pypdf import PdfReader

from harness.record import ListRecord, RunRecord, Suite
from reports import html as html_page
from reports.pdf import document, paper
from reports.pdf.printable import printable
from tests.reports.pdf.conftest import printed, squeezed, strings, text_of

TITLES = [
    ("pit", "System Test and FAT Completion Report"),
    ("fat", "System Test and FAT Completion Report"),
    ("sit", "System Integration Testing Report"),
    ("uit", "User Integration Testing Report"),
    ("tto", "Transition to Operations Report"),
    (None, "Conformance Report, all test stages"),
]
SECTIONS = [
    "Scope and baseline",
    "Entry checklist and exit criteria",
    "System Test and FAT",
    "Results",
    "Defects",
    "Regression",
    "Traceability matrix",
    "Unit and build results of the Service Provider",
    "Attachments",
    "Witness log",
    "Sign-off",
]


@pytest.mark.parametrize(("stage", "title"), TITLES)
def test_it_is_called_after_its_stage(record: RunRecord, stage: str | None, title: str) -> None:
    assert paper(replace(record, stage=stage)).title == title


def test_its_title_and_its_bookmarks_are_where_readers_look_for_them(record: RunRecord) -> None:
    report = PdfReader(io.BytesIO(document(record)))
    assert report.metadata is not None
    assert report.metadata.title == "System Integration Testing Report"
    assert report.metadata.title in report.pages[0].extract_text()
    top = [str(one["/Title"]) for one in report.outline if not isinstance(one, list)]
    assert top == [f"{number} {name}" for number, name in enumerate(SECTIONS, start=1)]


def test_all_of_it_is_printed(declared: RunRecord) -> None:
    text = printed(declared)
    assert [one for one in strings(paper(declared)) if squeezed(printable(one)) not in text] == []


def test_nothing_is_invented(record: RunRecord) -> None:
    text = text_of(record)
    for missing in (
        "Service Provider: not declared",
        "SD4.1 DCC User Gateway Interface Design Specification not declared not declared",
        "S1SP2 not declared not declared not declared",
        "Entry checklist: not declared",
        "Agreed exit criteria: not declared",
        "Earlier runs: not declared",
        "Regression tests of the Service Provider: not declared",
        "Unit and build results of the Service Provider: not declared",
        "Attachments: not declared",
        "Witnesses: not declared",
        "For the Service Provider not declared not declared",
    ):
        assert squeezed(missing) in text


def test_it_shows_what_is_declared(declared: RunRecord) -> None:
    text = text_of(replace(declared, stage="pit"))
    for shown in (
        "Service Provider: Example DSP",
        "Configuration: switch table 12",
        "SD4.1 DCC User Gateway Interface Design Specification 5.4",
        "Approach Test Approach 1.0",
        "DSP 22.4.0-rc2 switch on",
        "Documents are agreed yes",
        "Unit tests have passed not declared",
        "No failure of severity 1 in part not declared 2 March",
        "Acceptance will be defined by: 1. An agreed set of design documentation.",
        "Design, Build and PIT Phase: 3 Months (FIA 6.1)",
        "All other SRVs as before",
        "unit tests not declared 1204 0 not declared not declared attachments/unit.xml",
        "attachments/unit.xml Unit results Example DSP",
        "A. Witness not declared not declared the FAT",
        "Test manager not declared not declared",
    ):
        assert squeezed(shown) in text


def test_a_failure_has_a_severity_for_the_board_to_set_and_its_work_off(declared: RunRecord) -> None:
    text = text_of(declared)
    assert squeezed("\u2610 1 \u2610 2 \u2610 3 \u2610 4 \u2610 5 2 D-17: fix in rc3, due 2022-06-01") in text
    assert squeezed("D-18 fia-3.1 not declared closed") in text
    assert squeezed("D-17 srpd") not in text


def test_first_and_latest_stand_beside_each_other(declared: RunRecord) -> None:
    text = text_of(declared)
    assert squeezed("first run 2022-10-01T12:00:00+00:00 build 6 not declared \u2714 conformant") in text
    assert squeezed("2 FAIL is what it came to \u2714 PASS \u2718 FAIL") in text
    assert squeezed("Got worse since the run of 2022-10-01") in text


def test_the_fat_is_shown_to_be_part_of_the_system_test(declared: RunRecord) -> None:
    text = text_of(declared)
    assert "a" * 64 in text
    assert "b" * 64 in text
    assert squeezed("\u2714 FAT is a subset of the System Test: each of its 121 scenarios is in that list.") in text
    assert squeezed("the first scenario began at 2020-09-13T12:26:40.000+00:00") in text
    assert squeezed("LC_ALL=C comm -13 test-lists/system-test.txt test-lists/fat.txt") in text


def test_a_fat_beyond_the_system_test_is_said_to_be_so(declared: RunRecord) -> None:
    system_test, _ = declared.lists
    beyond = ListRecord("FAT", "test-lists/fat.txt", 1, "c" * 64, "", ("a-scenario-of-nowhere",))
    assert squeezed("FAT is no subset of the System Test; outside it: a-scenario-of-nowhere.") in text_of(
        replace(declared, lists=(system_test, beyond))
    )


def test_which_component_answered_is_what_the_system_said(record: RunRecord) -> None:
    first, *others = record.scenarios
    (exchange,) = first.exchanges
    refused = replace(exchange, outcome="refused by S1SP2 at its certificate ownership check (S1VE64)")
    shown = replace(first, exchanges=(refused,), served_by=("S1SP3",))
    text = text_of(replace(record, scenarios=(shown, *others)))
    assert squeezed("S1SP2 1 0 S1SP3 0 1") in text
    assert squeezed("Never named by the system in this run: DSP, S1SP1.") in text


def test_an_attachment_stands_with_its_digest(declared: RunRecord) -> None:
    told = squeezed(" ".join(strings(paper(declared, {"attachments/unit.xml": "f" * 64}))))
    assert squeezed(f"attachments/unit.xml Unit results Example DSP {'f' * 64}") in told
    assert squeezed("attachments/unit.xml Unit results Example DSP see manifest.json") in text_of(declared)


@pytest.mark.parametrize(
    ("suite", "said"),
    [
        (Suite("mp107", "0.1.0", "c0ffee"), "mp107 0.1.0, commit c0ffee, unchanged"),
        (Suite("mp107", "0.1.0", "c0ffee", changed=True), "mp107 0.1.0, commit c0ffee, changed locally"),
        (Suite("mp107", "0.1.0"), "mp107 0.1.0, of no known commit"),
    ],
)
def test_the_commit_of_the_suite_is_on_page_one(record: RunRecord, suite: Suite, said: str) -> None:
    told = replace(record, suite=suite)
    assert squeezed(said) in squeezed(" ".join(strings(paper(told).front)))
    assert squeezed("That the suite can fail 3 systems") in squeezed(
        " ".join(strings(paper(told, {}, "3 systems").front))
    )
    page = html.fromstring(html_page.document(told)).get_element_by_id("verdict").text_content()
    assert (suite.commit or "it was no checkout") in page
    assert ("changed locally" in page) is suite.changed
