"""A small features folder that is complete, in a copy where a test may spoil it."""

import importlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.corpus import Corpus, read_corpus
from harness.guard import LawView, StepDefinition, known_words, step_definitions
from harness.guard.subject import Suite
from rulebook.law import Limb, Point, Reading, Statement

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The copy: features/, sample_steps.py and pytest.ini."""
    copied: Path = shutil.copytree(SAMPLE, tmp_path / "project", ignore=shutil.ignore_patterns("__pycache__"))
    return copied


@pytest.fixture
def law() -> LawView:
    """Two statements that the sample tests, one that is not tested, and one open point that a request can show."""
    exempt = (
        "a SMETS1 Service Request with Service Reference Variant 6.15.1 received "
        "from an Electricity Distributor or Gas Transporter."
    )
    exemption = Statement(
        id="srpd-6.2.d",
        citation="SRPD 6.2(d)",
        source="FIA v0.5, section 4.3",
        text=exempt,
        verbatim=True,
        components=("DSP",),
        limbs=(Limb("srpd-6.2.d.variant", "6.15.1"), Limb("srpd-6.2.d.role", "an Electricity Distributor")),
    )
    ownership = Statement(
        id="s1sr-4.2",
        citation="S1SR 4.2",
        source="FIA v0.5, section 3.2",
        text="the S1SP compares the sender with the owner of the stored certificate.",
        verbatim=False,
        components=("S1SP",),
        limbs=(Limb("s1sr-4.2.owner", "the owner of the stored certificate"),),
    )
    charges = Statement("fia-6.4", "FIA 6.4", "", "What it costs.", True, (), (), not_tested_because="A price.")
    readings = (Reading("rdp-first", "", ""), Reading("ownership-first", "", ""))
    return LawView(
        {statement.id: statement for statement in (exemption, ownership, charges)},
        {
            "O3": Point("O3", "O3", "Which first?", readings, "scenarios", "open"),
            "O20": Point("O20", "O20", "Which key?", readings, "No request shows it.", "open"),
        },
        {"srpd-6.2.d.role": ("legal/srpd.toml", 12)},
    )


@pytest.fixture
def corpus(project: Path) -> Callable[[], Corpus]:
    """The copy as it stands when the test asks."""
    return lambda: read_corpus(project / "features")


@pytest.fixture
def suite(project: Path, law: LawView, corpus: Callable[[], Corpus]) -> Callable[[], Suite]:
    """The copy with its law and words, as it stands when the test asks."""
    return lambda: Suite(corpus(), law, known_words(project / "pytest.ini")[0])


@pytest.fixture
def definitions(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[StepDefinition, ...]]:
    """The step definitions of the copy as it stands when the test asks."""
    monkeypatch.syspath_prepend(project)
    monkeypatch.delitem(sys.modules, "sample_steps", raising=False)

    def read() -> tuple[StepDefinition, ...]:
        importlib.invalidate_caches()
        found = step_definitions(["sample_steps"], project)
        sys.modules.pop("sample_steps")
        return found

    return read
