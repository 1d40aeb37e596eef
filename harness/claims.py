"""The sentence that a run entitles its reader to say, and no more than that."""

from collections.abc import Mapping

from harness.verdicts import RunVerdict, Verdict

SWITCHED = "in every release state that the scenarios name"

REFUSALS: Mapping[RunVerdict, str] = {
    RunVerdict.SUITE_ERROR: "no claim: the suite itself is at fault, and says nothing about the system",
    RunVerdict.CONFIGURATION_ERROR: "no claim: the run was set up wrongly, and says nothing about the system",
    RunVerdict.NON_CONFORMANT: "not conformant {where}: {failed} of the {ran} scenarios that ran failed",
    RunVerdict.STALE_WAIVER: "no claim: a waiver is expired, unknown or not needed",
    RunVerdict.INCOMPLETE: "no claim of conformance: {unanswered} of {total} scenarios got no answer that counts",
}


def claim(
    verdict: RunVerdict,
    counts: Mapping[Verdict, int],
    *,
    total: int,
    partial: bool,
    release: str = "",
    scope: str = "",
) -> str:
    """What may be said after a run.

    `total` is how many scenarios there were to choose from; `release` the one state that the system was in, empty
    where the suite switched it; `scope` a stage or a boundary (`pit`, `boundary dsp`), empty for the whole.
    """
    selected = sum(counts.values())
    ran = selected - counts[Verdict.NOT_APPLICABLE]
    where = (f"at {release}" if release else SWITCHED) + (f" ({scope})" if scope else "")
    if verdict in REFUSALS:
        unanswered = total - counts[Verdict.PASS] - counts[Verdict.WAIVED] - counts[Verdict.NOT_APPLICABLE]
        return REFUSALS[verdict].format(
            where=where, failed=counts[Verdict.FAIL], ran=ran, unanswered=unanswered, total=total
        )
    if partial:
        return f"no failure in the {ran} of {total} that ran{_waived(counts)}"
    return f"conformant {where}{_waived(counts)}"


def _waived(counts: Mapping[Verdict, int]) -> str:
    return f", with {counts[Verdict.WAIVED]} waived by the Board" if counts[Verdict.WAIVED] else ""
