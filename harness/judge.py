"""From an exception to a verdict. What nobody foresaw is the suite's or the adapter's error, never the system's."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pytest_bdd.exceptions import StepDefinitionNotFoundError

from harness.asking import AdapterFault
from harness.verdicts import Verdict
from sut_adapters.trouble import Disagreement, Inconclusive, Misconfigured, NotApplicable, NotExercised


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason; `expected` and `observed` only where the system disagreed."""

    verdict: Verdict
    reason: str = ""
    expected: str = ""
    observed: str = ""


PASSED = Judgement(Verdict.PASS)

VERDICT_BY_TROUBLE: Mapping[type[Exception], Verdict] = {
    Inconclusive: Verdict.INCONCLUSIVE,
    NotExercised: Verdict.NOT_EXERCISED,
    NotApplicable: Verdict.NOT_APPLICABLE,
    Misconfigured: Verdict.CONFIG_ERROR,
}
"""Each with its subclasses: Unreachable and Misunderstood are Inconclusive."""


def judge(error: BaseException | None, root: Path) -> Judgement:
    """The verdict on a scenario that ended with this exception, or with none; places are relative to `root`."""
    match error:
        case None:
            return PASSED
        case Disagreement():
            reason = f"expected {error.expected}, observed {error.observed}"
            return Judgement(Verdict.FAIL, reason, error.expected, error.observed)
        case StepDefinitionNotFoundError() | AdapterFault():
            return Judgement(Verdict.SUITE_ERROR, str(error))
    for kind, verdict in VERDICT_BY_TROUBLE.items():
        if isinstance(error, kind):
            return Judgement(verdict, str(error) or kind.__name__)
    return Judgement(Verdict.SUITE_ERROR, f"{_named(error)} at {_place(error, root)}")


def worse(one: Judgement, other: Judgement) -> Judgement:
    """The worse of two; the first where they are equally bad."""
    return other if other.verdict.rank < one.verdict.rank else one


def _named(error: BaseException) -> str:
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _place(error: BaseException, root: Path) -> str:
    """The innermost place in the project, the innermost of all where there is none."""
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [(path, line) for path, line in frames if path.is_relative_to(root) and "site-packages" not in path.parts]
    if not frames:
        return "an unknown place"
    path, line = (ours or frames)[-1]
    return f"{path.relative_to(root) if ours else path}:{line}"
