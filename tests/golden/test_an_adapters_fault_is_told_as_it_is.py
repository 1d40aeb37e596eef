"""What the suite itself finds wrong says where by itself: nothing is added to it."""

from pathlib import Path

import pytest
from pytest_bdd.exceptions import StepDefinitionNotFoundError

from harness.asking import AdapterFault
from harness.judge import Judgement, judge
from harness.verdicts import Verdict


@pytest.mark.parametrize("kind", [AdapterFault, StepDefinitionNotFoundError])
def test_the_reason_is_what_was_raised(kind: type[Exception]) -> None:
    assert judge(kind("it is at fault"), Path.cwd()) == Judgement(Verdict.SUITE_ERROR, "it is at fault")
