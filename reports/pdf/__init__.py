"""The completion report of one run on paper: `report.pdf`, PDF/UA-1, titled for its stage."""

from collections.abc import Mapping

from harness.record import RunRecord
from reports.pdf.blocks import Paper
from reports.pdf.opening import front
from reports.pdf.sections import NO_DIGESTS, sections
from reports.pdf.titles import SUBJECT, party, title
from reports.pdf.typesetting import pdf
from reports.pdf.wording import declared


def document(record: RunRecord, digests: Mapping[str, str] = NO_DIGESTS, proved: str = "") -> bytes:
    """The whole report. The bytes repeat where its arguments do: `digests` are those of the attachments, by path."""
    return pdf(paper(record, digests, proved))


def paper(record: RunRecord, digests: Mapping[str, str] = NO_DIGESTS, proved: str = "") -> Paper:
    """Before it is typeset. `proved` says whether the suite has been shown to catch wrong systems."""
    provider = declared(record).provider
    return Paper(
        title(record.stage),
        f"{SUBJECT} \u2013 {party(record.stage)}: {provider or 'not declared'}",
        record.started,
        front(record, proved),
        sections(record, digests),
    )
