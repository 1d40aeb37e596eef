"""A run with everything declared, and what stands in its report."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import get_args

import pytest
from pypdf import PdfReader

from harness.record import ListRecord, RunRecord
from harness.report_files import EarlierRun, Told
from harness.verdicts import RunVerdict, Verdict
from reports.pdf import document, paper
from reports.pdf.blocks import Tone

EVERYTHING = {
    "provider": "Example DSP",
    "configuration": "switch table 12",
    "agreed": {"system_test": "a" * 64},
    "document": [{"id": "SD4.1", "version": "5.4"}, {"id": "Approach", "title": "Test Approach", "version": "1.0"}],
    "component": [{"component": "DSP", "build": "22.4.0-rc2", "configuration": "switch on"}],
    "entry": [{"criterion": "Documents are agreed", "met": "yes"}, {"criterion": "Unit tests have passed"}],
    "exit": [{"criterion": "No failure of severity 1", "met": "in part", "agreed": "2 March"}],
    "defect": [
        {"id": "D-17", "clause": "srpd-6.2.d", "status": "fix in rc3", "due": "2022-06-01", "proposed_severity": 2},
        {"id": "D-18", "clause": "fia-3.1", "status": "closed"},
    ],
    "regression": [{"what": "All other SRVs", "result": "as before"}],
    "own_results": [{"what": "unit tests", "passed": 1204, "failed": 0, "file": "unit.xml"}],
    "witness": [{"name": "A. Witness", "saw": "the FAT"}],
    "signatory": [{"role": "Test manager"}],
    "attachment": [{"file": "unit.xml", "title": "Unit results", "from": "Example DSP"}],
}

UNSEEN = {"dated", "alt", "tone", "link", "anchors"}


def text_of(record: RunRecord) -> str:
    """The letters that are to be printed, without blanks; it takes a hundredth of the time that printing takes."""
    return squeezed(" ".join(strings(paper(record))))


def strings(part: object) -> Iterator[str]:
    """Every string of a report, in the order of reading."""
    if isinstance(part, str):
        yield from [part] if part not in get_args(Tone) else []
    elif isinstance(part, Sequence):
        for one in part:
            yield from strings(one)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in UNSEEN:
                yield from strings(getattr(part, field.name))


def printed(record: RunRecord) -> str:
    """The letters that can be read out of the PDF, without blanks: a long word has any number of them."""
    return squeezed(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(document(record))).pages))


def squeezed(text: str) -> str:
    """The text without blanks, seen or unseen."""
    return "".join(text.replace("\u200b", "").split())


@pytest.fixture
def declared(record: RunRecord) -> RunRecord:
    """The run with everything that a profile can declare, its lists, and an earlier run in which its failure passed."""
    failing = next(one for one in record.scenarios if one.verdict is Verdict.FAIL)
    earlier = EarlierRun(
        file="first.json",
        label="first run",
        sha256="e" * 64,
        started="2022-10-01T12:00:00+00:00",
        build="build 6",
        release="",
        verdict=RunVerdict.CONFORMANT,
        verdicts={failing.id: Verdict.PASS},
    )
    told = Told.model_validate({**EVERYTHING, "earlier": (earlier,)})
    return replace(
        record,
        declared=told.plain,
        lists=(
            ListRecord("System Test", "test-lists/system-test.txt", 785, "a" * 64, "2022-11-03T11:59:00+00:00"),
            ListRecord("FAT", "test-lists/fat.txt", 121, "b" * 64, "2022-11-03T11:59:00+00:00"),
        ),
    )
