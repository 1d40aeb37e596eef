"""Page one: the verdict, what was tested, and the counts."""

from collections.abc import Iterator, Mapping

from harness.record import RunRecord, Suite
from harness.verdicts import Verdict
from reports.charts import counted
from reports.html.names import link, scenario_link
from reports.html.tables import facts, listed, table
from reports.marks import MEANINGS, heading, mark, needs_reading
from reports.markup import Markup, el, joined

FIRST = 12
CAN_FAIL = "That the suite can fail"
CHANGED = ", changed locally: suite.patch and the manifest say in what"


def opening(record: RunRecord, proved: str) -> Iterator[Markup]:
    """The verdict in a sentence first. `proved` says whether the suite has been shown to catch wrong systems."""
    words, kind = heading(record)
    yield el(
        "div",
        el("p", words, class_="verdict"),
        el("p", f"{record.claim[:1].upper()}{record.claim[1:]}.", class_="claim"),
        *(
            el("p", joined(["Certified run. The Board's nonce: ", el("code", record.nonce)]))
            for _ in [0]
            if record.certified
        ),
        class_=f"banner {kind}",
    )
    if record.problems:
        yield el("h3", "What kept the run from its end")
        yield listed(record.problems, class_="problems")
    yield el("h3", "What was tested", id="tested")
    yield facts((*_facts(record), (CAN_FAIL, link("kill-matrix", proved))))
    yield from _declared(record.declared)
    yield el("h3", "What it came to", id="counts")
    yield counted.chart(record.counts)
    yield table("Scenarios by verdict", ("Verdict", "Scenarios", "Meaning"), _counts(record), class_="counts")
    yield from _read_first(record)


def _facts(record: RunRecord) -> Iterator[tuple[str, str]]:
    rulings = ", ".join(f"{point}={reading}" for point, reading in record.readings.items())
    yield "System", record.sut.name
    yield "Build, as it names itself", record.sut.identity
    yield "Its TLS certificate (SHA-256)", el("code", record.sut_fingerprint) if record.sut_fingerprint else ""
    yield "Boundary", record.boundary or "end to end"
    yield "Stage", record.stage.upper() if record.stage else "all stages"
    yield "Release state", record.release or "switched by the suite, as each scenario says"
    yield "Rulings", rulings or "none: every open question is left open"
    yield "Scenarios", f"{len(record.scenarios)} of {record.total}" + (" (a part was chosen)" if record.partial else "")
    yield "Kind of run", "certified" if record.certified else "not certified"
    yield "Signature", "by the tester's key, in manifest.p7s" if record.signed else "none: what is here is unsigned"
    yield "Profile", record.profile
    yield "Profile's SHA-256", el("code", record.profile_digest) if record.profile_digest else ""
    yield "Began", _time(record.started)
    yield "Ended", _time(record.ended)
    yield "Took", f"{record.duration_s:.1f} s"
    yield "Seed", str(record.seed)
    yield "Suite", f"{record.suite.name} {record.suite.version}"
    yield "Commit of the suite", _commit(record.suite)


def _commit(suite: Suite) -> Markup | str:
    if not suite.commit:
        return "not known: it was no checkout of its repository"
    return joined([el("code", suite.commit), CHANGED if suite.changed else ", unchanged"])


def _time(said: str) -> Markup | str:
    return el("time", said.replace("T", " "), datetime=said) if said else ""


def _declared(declared: Mapping[str, object]) -> Iterator[Markup]:
    """What the profile says for the report, as far as it is short; the report in print has all of it."""
    short = [(key.replace("_", " "), str(value)) for key, value in declared.items() if isinstance(value, str | int)]
    if short:
        yield el("h3", "What the profile declares")
        yield facts(short)


def _counts(record: RunRecord) -> Iterator[tuple[str, ...]]:
    for verdict, number in record.counts.items():
        yield mark(verdict) if number else str(verdict), str(number), MEANINGS[verdict]


def _read_first(record: RunRecord) -> Iterator[Markup]:
    wanting = sorted(filter(needs_reading, record.scenarios), key=lambda one: one.verdict.rank)
    if not wanting:
        return
    yield el("h3", "Read these first")
    yield listed(joined([mark(one.verdict), " ", scenario_link(one)]) for one in wanting[:FIRST])
    if len(wanting) > FIRST:
        first = next(one for one in Verdict if record.counts[one])
        yield el("p", f"{len(wanting) - FIRST} more stand with their scenarios below; the worst is {first}.")
