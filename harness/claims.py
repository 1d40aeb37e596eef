"""The sentence that a run entitles its reader to say, and no more than that."""

from collections.abc import Mapping

from harness.verdicts import RunVerdict, Verdict

SWITCHED = "in every release state that the scenarios name"

UNSOUND: Mapping[RunVerdict, str] = {
    RunVerdict.SUITE_ERROR: "no claim: the suite or the adapter is at fault, or the run was stopped",
    RunVerdict.CONFIGURATION_ERROR: "no claim: the run was set up wrongly, and says nothing about the system",
    RunVerdict.STALE_WAIVER: "no claim: a waiver is expired, unknown or not needed",
}


def claim(
    verdict: RunVerdict,
    counts: Mapping[Verdict, int],
    *,
    total: int,
    partial: bool,
    release: str = "",
    scope: str = "",
    stale: str = "",
    certified: bool = False,
) -> str:
    """What may be said after a run.

    `total` is how many scenarios there were to choose from; `release` the one state that the system was in, empty
    where the suite switched it; `scope` a stage or a boundary (`pit`, `boundary dsp`), empty for the whole; `stale`
    the waivers that are; `certified` whether the run was, by the Board's nonce.
    """
    said = _said(verdict, counts, total=total, partial=partial, release=release, scope=scope)
    if verdict is RunVerdict.STALE_WAIVER and stale:
        said = f"no claim: {stale}"
    return f"certified run: {said}" if certified else said


def _said(
    verdict: RunVerdict, counts: Mapping[Verdict, int], *, total: int, partial: bool, release: str, scope: str
) -> str:
    ran = sum(counts.values()) - counts[Verdict.NOT_APPLICABLE]
    narrowed = f" ({scope})" if scope else ""
    if verdict in UNSOUND:
        return UNSOUND[verdict]
    if verdict is RunVerdict.NON_CONFORMANT:
        where = f" at {release}" if release else ""
        return f"not conformant: {counts[Verdict.FAIL]} of the {ran} scenarios that ran failed{where}{narrowed}"
    if verdict is RunVerdict.INCOMPLETE:
        return f"no claim of conformance: {_missing(counts, ran)}"
    if partial:
        return f"no failure in the {ran} of {total} that ran{_exceptions(counts)}"
    return f"conformant {f'at {release}' if release else SWITCHED}{narrowed}{_exceptions(counts)}"


def _exceptions(counts: Mapping[Verdict, int]) -> str:
    """What the claim does not reach, counted in the claim itself."""
    waived, left_out = counts[Verdict.WAIVED], counts[Verdict.NOT_APPLICABLE]
    said = [f"{waived} waived by the Board"] if waived else []
    said += [f"{left_out} not applicable"] if left_out else []
    return f", with {' and '.join(said)}" if said else ""


def _missing(counts: Mapping[Verdict, int], ran: int) -> str:
    unanswered = counts[Verdict.INCONCLUSIVE] + counts[Verdict.NOT_EXERCISED]
    return f"{unanswered} of {ran} scenarios got no answer that counts" if unanswered else "no scenario passed"
