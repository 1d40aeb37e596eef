"""The completion report of one run on paper: `report.pdf`, PDF/UA-1, titled for its stage."""

from harness.record import RunRecord
from reports.pdf import criteria, defects, lists, matrix, people, results, scope
from reports.pdf.blocks import Paper
from reports.pdf.opening import front
from reports.pdf.titles import SUBJECT, title
from reports.pdf.typesetting import pdf
from reports.pdf.wording import declared

SECTIONS = (
    scope.section,
    criteria.section,
    lists.section,
    results.section,
    defects.section,
    defects.regression,
    matrix.section,
    people.own_results,
    people.attachments,
    people.witnesses,
    people.sign_off,
)
"""What FIA 4.4, 5.1 and 6.1 ask for, in the order of reading."""


def document(record: RunRecord) -> bytes:
    """The whole report. The bytes repeat where the record does."""
    return pdf(paper(record))


def paper(record: RunRecord) -> Paper:
    """Before it is typeset."""
    provider = declared(record).provider
    return Paper(
        title(record.stage),
        f"{SUBJECT} \u2013 Service Provider: {provider or 'not declared'}",
        record.started,
        front(record),
        [section(record) for section in SECTIONS],
    )
