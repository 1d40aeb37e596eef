"""What a scenario and a run can come to, and in which order."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum


class Verdict(StrEnum):
    """What one scenario came to, worst first."""

    SUITE_ERROR = "SUITE-ERROR"
    CONFIG_ERROR = "CONFIG-ERROR"
    FAIL = "FAIL"
    INCONCLUSIVE = "INCONCLUSIVE"
    NOT_EXERCISED = "NOT-EXERCISED"
    WAIVED = "WAIVED"
    NOT_APPLICABLE = "NOT-APPLICABLE"
    PASS = "PASS"  # noqa: S105  no password

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return list(Verdict).index(self)


class RunVerdict(StrEnum):
    """What a whole run came to."""

    SUITE_ERROR = "suite-error"
    CONFIGURATION_ERROR = "configuration-error"
    NON_CONFORMANT = "non-conformant"
    STALE_WAIVER = "stale-waiver"
    INCOMPLETE = "incomplete"
    CONFORMANT_WITH_WAIVERS = "conformant-with-waivers"
    CONFORMANT = "conformant"


EXIT_CODES: Mapping[RunVerdict, int] = {
    RunVerdict.SUITE_ERROR: 13,
    RunVerdict.CONFIGURATION_ERROR: 12,
    RunVerdict.NON_CONFORMANT: 10,
    RunVerdict.STALE_WAIVER: 14,
    RunVerdict.INCOMPLETE: 11,
    RunVerdict.CONFORMANT_WITH_WAIVERS: 0,
    RunVerdict.CONFORMANT: 0,
}
"""In the order in which they take precedence."""

USAGE_ERROR = 2
PYTEST_CODES: Mapping[int, int] = {2: 13, 3: 13, 4: USAGE_ERROR, 5: 12}
"""pytest's own exit codes and what becomes of them: interrupted, internal error, usage, nothing collected."""


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Worst wins, never a majority; of none at all, NOT-EXERCISED."""
    return min(verdicts, key=lambda verdict: verdict.rank, default=Verdict.NOT_EXERCISED)


def counts(verdicts: Iterable[Verdict]) -> dict[Verdict, int]:
    """How many of each, those that did not occur included."""
    counted = Counter(verdicts)
    return {verdict: counted[verdict] for verdict in Verdict}


def run_verdict(verdicts: Iterable[Verdict], *, stale_waiver: bool = False) -> RunVerdict:
    """The run's verdict from those of its scenarios, and from any that concern the run as a whole.

    A run in which nothing passed shows nothing, and is incomplete at best.
    """
    found = frozenset(verdicts)
    if Verdict.SUITE_ERROR in found:
        return RunVerdict.SUITE_ERROR
    if Verdict.CONFIG_ERROR in found:
        return RunVerdict.CONFIGURATION_ERROR
    if Verdict.FAIL in found:
        return RunVerdict.NON_CONFORMANT
    if stale_waiver:
        return RunVerdict.STALE_WAIVER
    if found & {Verdict.INCONCLUSIVE, Verdict.NOT_EXERCISED} or not found & {Verdict.PASS, Verdict.WAIVED}:
        return RunVerdict.INCOMPLETE
    return RunVerdict.CONFORMANT_WITH_WAIVERS if Verdict.WAIVED in found else RunVerdict.CONFORMANT


def exit_code_for(pytest_code: int) -> int:
    """What `mp107` exits with when pytest exited with this code; one that nobody foresaw is the suite's error."""
    if pytest_code in EXIT_CODES.values():
        return pytest_code
    return PYTEST_CODES.get(pytest_code, EXIT_CODES[RunVerdict.SUITE_ERROR])
