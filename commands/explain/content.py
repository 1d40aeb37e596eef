"""The explanation as values, the same for `--json` and for people."""

from collections.abc import Mapping
from dataclasses import dataclass

from commands.explain.facts import Facts
from commands.explain.judge import Bearing, Judgement
from commands.explain.signature import Signature
from rulebook import law
from rulebook.model import Finding
from rulebook.vocabulary import Accepted, Check, Outcome, Refused, Scheduled, attested_code, describe


@dataclass(frozen=True, slots=True)
class Verdict:
    """`outcome` is the kind of end in one word; `by`, `check` and `code` are those of a refusal."""

    outcome: str
    text: str
    by: str | None
    check: str | None
    code: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One clause asked. `kind` is `verbatim`, `paraphrase` or `open question`, and says what `text` is.

    `code` is that of a refusal on this ground, whether or not it came to that; None where the documents attest none.
    """

    component: str
    check: str
    clause: str
    citation: str
    source: str
    text: str
    kind: str
    holds: bool
    because: str
    code: str | None
    deciding: bool


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """An open point that bears on the verdict; `otherwise` is what would come of it, by reading."""

    point: str
    asks: str
    reading: str
    ruled: bool
    otherwise: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Explanation:
    """`messages` are the alerts and notifications raised; `slots_afterwards` is empty where nothing changed."""

    verdict: Verdict
    signature: Signature
    release: str
    request: Facts
    world: Facts
    trail: tuple[Row, ...]
    open_questions: tuple[OpenQuestion, ...]
    messages: tuple[Facts, ...]
    slots_afterwards: tuple[Facts, ...]
    notes: tuple[str, ...]


def verdict(outcome: Outcome | None) -> Verdict:
    """The verdict on an outcome; None is an end that the model does not give."""
    if outcome is None:
        return Verdict("none", "no outcome", None, None, None)
    kind = type(outcome).__name__.lower()
    if isinstance(outcome, Refused):
        return Verdict(kind, describe(outcome), str(outcome.by), str(outcome.check), outcome.code)
    return Verdict(kind, describe(outcome), None, None, None)


def trail(judgement: Judgement) -> tuple[Row, ...]:
    """One row for each clause asked, in the order of asking."""
    findings = judgement.transition.trail
    deciding = _deciding(findings, judgement.transition.outcome)
    return tuple(_row(finding, finding is deciding) for finding in findings)


def open_question(bearing: Bearing) -> OpenQuestion:
    """The bearing as it is shown."""
    return OpenQuestion(bearing.point.key, bearing.point.asks, bearing.reading, bearing.ruled, dict(bearing.others))


def _deciding(findings: tuple[Finding, ...], outcome: Outcome | None) -> Finding | None:
    """The clause that refused; of a request accepted, the last that guarded it and has a name."""
    if isinstance(outcome, Refused):
        return findings[-1] if findings else None
    guards = [finding for finding in findings if finding.check is not Check.UNATTESTED]
    return guards[-1] if guards and isinstance(outcome, Accepted | Scheduled) else None


def _row(finding: Finding, deciding: bool) -> Row:
    code = attested_code(finding.component, finding.check)
    citation, source, text, kind = _authority(finding.clause)
    return Row(
        component=str(finding.component),
        check=str(finding.check),
        clause=finding.clause,
        citation=citation,
        source=source,
        text=text,
        kind=kind,
        holds=finding.holds,
        because=finding.because,
        code=code,
        deciding=deciding,
    )


def _authority(clause: str) -> tuple[str, str, str, str]:
    """Citation, source, text and kind, of a statement or of an open point."""
    if statement := law.statements().get(clause):
        kind = "verbatim" if statement.verbatim else "paraphrase"
        return statement.citation, statement.source, statement.text, kind
    point = law.points()[clause]
    return f"open question {clause}", "legal/interpretations.toml", point.asks, "open question"
