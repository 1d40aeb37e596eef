"""A check asks one case one thing; a component makes its checks in order and stops at the first that fails."""

from collections.abc import Iterable

from rulebook.case import Case
from rulebook.model.build import CheckFunction, Hearing
from rulebook.model.findings import Finding
from rulebook.vocabulary import Check


def examine(case: Hearing, checks: Iterable[CheckFunction]) -> tuple[Finding, ...]:
    """What the checks found, in order, up to and including the first that failed."""
    trail: list[Finding] = []
    for check in checks:
        finding = check(case)
        if finding is not None:
            trail.append(finding)
            if not finding.holds:
                break
    return tuple(trail)


def finding(case: Case, check: Check, clause: str, holds: bool, because: str) -> Finding:
    """A finding of the case's own component."""
    return Finding(case.component, check, clause, holds, because)
