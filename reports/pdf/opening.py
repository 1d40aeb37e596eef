"""The title page: the verdict in a sentence, what was asked, and all counts."""

from collections.abc import Iterator

from harness.record import RunRecord, Suite
from reports.html.opening import CAN_FAIL
from reports.marks import heading
from reports.pdf.blocks import Bars, Block, Cell, Table, Text
from reports.pdf.titles import party
from reports.pdf.wording import TONES, declared, run_cell, said


def front(record: RunRecord, proved: str) -> list[Block]:
    """Everything that a reader with one minute wants."""
    return [
        *verdict(record),
        *(Text(f"Problem: {problem}") for problem in record.problems),
        Table("The run", ("What", "Value"), [*_facts(record), *([(CAN_FAIL, proved)] if proved else [])], (1, 3)),
        counts(record),
    ]


def verdict(record: RunRecord) -> list[Block]:
    """In two words, and in a sentence."""
    words, _ = heading(record)
    return [Text(words, strong=True), Text(f"{record.claim[:1].upper()}{record.claim[1:]}.")]


def counts(record: RunRecord) -> Bars:
    """How many scenarios came to each verdict."""
    bars = [(str(verdict), number, TONES.get(verdict, "doubtful")) for verdict, number in record.counts.items()]
    words = ", ".join(f"{name} {number}" for name, number, _ in bars)
    return Bars("Scenarios by verdict", f"Bar chart of the scenarios by verdict: {words}.", bars)


def _facts(record: RunRecord) -> Iterator[tuple[str, str | Cell]]:
    yield "Verdict", run_cell(record.verdict)
    yield party(record.stage), said(declared(record).provider)
    yield "System under test", f"{record.sut.name} ({record.sut.identity})" if record.sut.identity else record.sut.name
    yield "TLS certificate of it, SHA-256", record.sut_fingerprint or "none was shown"
    yield "Stage", record.stage or "all stages"
    yield "Boundary", record.boundary or "end to end"
    yield "Release state", record.release or "switched by the suite, scenario by scenario"
    yield "Rulings", ", ".join(f"{point}={reading}" for point, reading in record.readings.items()) or "none: all open"
    yield "Complete", f"no, {_ran(record)} were selected" if record.partial else f"yes, all {record.total} scenarios"
    yield "Certified run", f"yes, nonce {record.nonce}" if record.certified else "no"
    yield "Signature", "by the tester's key, in manifest.p7s" if record.signed else "none: what is here is unsigned"
    yield "Began and ended", f"{record.started}, {said(record.ended)}"
    yield "Seed", str(record.seed)
    yield "Suite", f"{record.suite.name} {record.suite.version}, {_commit(record.suite)}"
    yield "Profile, SHA-256", f"{record.profile}, {record.profile_digest}" if record.profile else "no profile was given"


def _commit(suite: Suite) -> str:
    if not suite.commit:
        return "of no known commit"
    return f"commit {suite.commit}, {'changed locally' if suite.changed else 'unchanged'}"


def _ran(record: RunRecord) -> str:
    return f"{len(record.scenarios)} of {record.total}"
