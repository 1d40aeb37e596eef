"""Whole runs: the verdicts, the exit code, the claim."""

from tests.harness.conftest import Runner


def test_a_system_that_is_right_conforms(run: Runner) -> None:
    ended = run("--sut=fake", "--seed=7")
    print(ended.said)
    assert ended.code == 0
