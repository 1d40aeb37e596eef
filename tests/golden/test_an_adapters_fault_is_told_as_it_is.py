"""What is nobody's verdict says in one line what was raised, and where: mutants pointed at these words."""

from pathlib import Path

import parse
import pytest
from pytest_bdd.exceptions import StepDefinitionNotFoundError

from harness.asking import AdapterFault
from harness.judge import Judgement, judge
from harness.verdicts import Verdict

HERE = Path(__file__)
ROOT = HERE.parents[2]


def raised_here(message: str = "") -> Exception:
    try:
        raise ValueError(message) if message else ValueError
    except ValueError as error:
        return error


def raised_elsewhere() -> Exception:
    try:
        parse.compile(None)
    except Exception as error:
        return error
    raise AssertionError("that should have gone wrong")


def reason(error: Exception, root: Path = ROOT) -> str:
    """Without the number of the line."""
    judgement = judge(error, root)
    assert judgement.verdict is Verdict.SUITE_ERROR
    return judgement.reason.rpartition(":")[0]


@pytest.mark.parametrize("kind", [AdapterFault, StepDefinitionNotFoundError])
def test_the_reason_is_what_was_raised(kind: type[Exception]) -> None:
    assert judge(kind("it is at fault"), Path.cwd()) == Judgement(Verdict.SUITE_ERROR, "it is at fault")


def test_an_error_without_words_is_its_name() -> None:
    assert judge(ValueError(), ROOT).reason == "ValueError at an unknown place"


def test_a_place_in_the_project_is_relative_to_it() -> None:
    place = HERE.relative_to(ROOT)
    assert reason(raised_here()) == f"ValueError at {place}"
    assert reason(raised_here("so it is")) == f"ValueError: so it is at {place}"


def test_a_place_outside_is_told_whole(tmp_path: Path) -> None:
    assert reason(raised_here("so it is"), tmp_path) == f"ValueError: so it is at {HERE}"


def test_a_library_is_not_where_it_went_wrong() -> None:
    """Its caller is, also where the library lies below the project."""
    anywhere = Path(HERE.anchor)
    assert reason(raised_elsewhere(), anywhere).endswith(f" at {HERE.relative_to(anywhere)}")
