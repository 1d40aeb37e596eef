"""Entry checklist and agreed exit criteria, under the words of the FIA on acceptance."""

from collections.abc import Iterable

from harness.record import RunRecord
from harness.reporting_profile import Criterion
from reports.pdf.blocks import Block, Quote, Section, Text
from reports.pdf.wording import declared, said, table_or_none
from rulebook.law import statements

ACCEPTANCE = ("fia-5.1.1.acceptance", "fia-5.1.2.acceptance")
HEADS = ("Criterion", "Met", "Evidence", "Agreed")


def section(record: RunRecord) -> Section:
    """What the Service Provider says of each criterion; whether it holds is for the Board."""
    told = declared(record)
    return Section(
        "Entry checklist and exit criteria",
        [Text("Met is what the Service Provider says. Whether a criterion is met, the Board decides.")],
        [
            Section("Entry checklist", [_table("Entry checklist", told.entry)]),
            Section("Agreed exit criteria", [_table("Agreed exit criteria", told.exit)]),
            Section(
                "Acceptance in the words of the FIA", [_quoted(name) for name in ACCEPTANCE if name in statements()]
            ),
        ],
    )


def _table(caption: str, criteria: Iterable[Criterion]) -> Block:
    rows = [(one.criterion, said(one.met or ""), said(one.evidence), said(one.agreed)) for one in criteria]
    return table_or_none(caption, HEADS, rows, (4, 1, 3, 2))


def _quoted(name: str) -> Quote:
    statement = statements()[name]
    return Quote(statement.text, statement.source)
