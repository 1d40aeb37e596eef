"""The features folder as a proof takes it: read once, and not without the guard."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from harness.corpus import ScenarioText, read_corpus
from harness.guard import known_words, read_law, static_findings, step_definitions, step_findings
from steps import MODULES

ROOT = Path(__file__).absolute().parent.parent


@dataclass(frozen=True, slots=True)
class Collection:
    """Every scenario of the project, and what the guard finds wrong with them."""

    scenarios: tuple[ScenarioText, ...]
    findings: tuple[str, ...]


@cache
def collection() -> Collection:
    """Raises LawError where the law itself does not hold together."""
    corpus = read_corpus(ROOT / "features")
    words, of_words = known_words(ROOT / "pytest.ini")
    of_features = static_findings(corpus, read_law(), words)
    of_sentences = step_findings(corpus, step_definitions(MODULES, ROOT))
    return Collection(corpus.scenarios, tuple(map(str, (*of_words, *of_features, *of_sentences))))
