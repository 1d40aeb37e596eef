"""The scenarios of the project, read once for these tests."""

from pathlib import Path

from harness.corpus import read_corpus

SCENARIOS = read_corpus(Path(__file__).parents[2] / "features").scenarios
