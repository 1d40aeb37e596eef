"""From a disagreement to a finding: told as a scenario, with its place, its tags and its title."""

from collections.abc import Sequence
from functools import cache

from harness.corpus import Corpus, read_corpus
from proof.collection import ROOT
from proof.explore.event import Sentence, What
from proof.explore.expectations import UNCHANGED
from proof.explore.pasting import Needs, place_for, releases_said, tags_at
from proof.explore.performance import Disagreed
from proof.explore.report import Finding
from proof.explore.telling import scenario, sentences
from rulebook.law import statements

BLANK_LINES = 2
ASKED_OF_BOTH = frozenset({What.REQUEST, What.HANDOVER, What.IN_FLIGHT})
OF_ALERTS, OF_SMETS2 = "fia-3.4.esme-alerts", "fia-4.1.smets2"
IN_VAIN = ", in vain"
HEAD = 2
"""A line of tags and a title."""


@cache
def project_corpus() -> Corpus:
    """The features as they stand."""
    return read_corpus(ROOT / "features")


def told(disagreed: Disagreed) -> tuple[Sentence, ...]:
    """The whole sequence in sentences."""
    return tuple(sentences(disagreed.opening, disagreed.history, disagreed.event, disagreed.thens))


def finding(disagreed: Disagreed, *, replayed: bool) -> Finding:
    """What to print of it; `replayed` where the system was seen to fail it once more."""
    said = told(disagreed)
    needs = Needs(
        component="dsp" if _is_the_dsps(disagreed) else "s1sp",
        direction="negative" if said[-1][1] == UNCHANGED else "positive",
        releases=releases_said(said),
        clauses=_clauses(disagreed),
        lines=len(said) + HEAD + BLANK_LINES,
    )
    place = place_for(needs, project_corpus())
    return Finding(
        expected=disagreed.expected,
        observed=disagreed.observed,
        scenario=scenario(tags_at(place, needs), title(said), said),
        place=f"features/{place.path}" if place else "",
        clause=place.clause if place else "",
        replayed=replayed,
    )


def title(said: Sequence[Sentence]) -> str:
    """The event as a proposition, which a negative denies."""
    happens = [text for kind, text in said if kind == "when"][-1]
    return f"{happens[0].upper()}{happens[1:]}" + (IN_VAIN if said[-1][1] == UNCHANGED else "")


def _clauses(disagreed: Disagreed) -> tuple[str, ...]:
    """The clauses that the reference went by, the one that decided first; then what it is about at all."""
    if disagreed.event.what is What.ALERT:
        return (OF_ALERTS,)
    by_citation = {statement.citation: statement.id for statement in statements().values()}
    cited = [by_citation[one.clause] for one in disagreed.moment.decisions if one.clause in by_citation]
    return (
        *dict.fromkeys(reversed(cited)),
        *([OF_SMETS2] if any("SMETS2" in text for text in disagreed.opening.given) else ()),
    )


def _is_the_dsps(disagreed: Disagreed) -> bool:
    """Whose conduct is judged: that of whoever had the last word on a request."""
    decisions = disagreed.moment.decisions
    return disagreed.event.what in ASKED_OF_BOTH and bool(decisions) and not decisions[-1].component.is_s1sp
