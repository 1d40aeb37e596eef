"""One whole run of a small project for each verdict and each exit code, held against what is committed for it.

`UPDATE_GOLDEN=1` writes the files in runs/ anew, to be read before they are committed.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.verdicts import EXIT_CODES, USAGE_ERROR, RunVerdict, Verdict
from tests.golden.summary import GOLDEN, summary
from tests.harness.conftest import Runner
from tests.waivers.conftest import File

ONLY_WAIVABLE = ("-k", "registered_operator_may_not")


@pytest.fixture
def golden(project: Path) -> Callable[..., None]:
    """Compares a run with the file of its name."""

    def compare(name: str, run: Runner, *arguments: str) -> None:
        said = summary(run(*arguments, "--seed=7"), project)
        if os.environ.get("UPDATE_GOLDEN"):
            (GOLDEN / f"{name}.txt").write_text(said, encoding="utf-8")
        assert said == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")

    return compare


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("conformant", ("--sut=fake",)),
        ("not-applicable", ("--sut=fake:fixed", "--release=on")),
        ("non-conformant", ("--sut=fake:accepts",)),
        ("inconclusive", ("--sut=fake:away",)),
        ("refused-everything", ("--sut=fake:refuses",)),
        ("not-exercised", ("--sut=fake:blushes",)),
        ("configuration-error", ("--sut=fake:fixed",)),
        ("nothing-left", ("--sut=fake", "--stage=uit")),
        ("suite-error", ("--sut=fake:breaks",)),
    ],
)
def test_of_a_system(golden: Callable[..., None], run: Runner, name: str, arguments: tuple[str, ...]) -> None:
    golden(name, run, *arguments)


def test_of_a_wrong_command_line(golden: Callable[..., None], mp107: Runner) -> None:
    golden("usage", mp107, "run", "--reading=O3=neither")


@pytest.mark.parametrize(
    ("name", "change"), [("conformant-with-waivers", {}), ("stale-waiver", {"expires": "2020-01-01"})]
)
def test_of_a_waiver(
    golden: Callable[..., None],
    run: Runner,
    waivers: File,
    certificate: Path,
    name: str,
    change: dict[str, str | None],
) -> None:
    also = [] if name == "conformant-with-waivers" else [{**change, "id": "W-2"}]
    board = (f"--waivers={waivers({}, *also)}", f"--board-certificate={certificate}")
    golden(name, run, "--sut=fake:accepts", *ONLY_WAIVABLE, *board)


def test_no_verdict_and_no_exit_code_is_left_out() -> None:
    runs = {file.stem: file.read_text(encoding="utf-8") for file in GOLDEN.glob("*.txt")}
    codes = {int(said.split()[1]) for said in runs.values()}
    assert codes == {*EXIT_CODES.values(), USAGE_ERROR}
    assert {verdict for verdict in RunVerdict if any(f"\n{verdict}, worst " in said for said in runs.values())} == set(
        RunVerdict
    )
    shown = {line.split()[0] for said in runs.values() for line in said.splitlines()[2:]}
    assert set(Verdict) <= shown
