"""Puts a scenario that was found where it is said to belong, in a copy of the features, and plays it there."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from harness.corpus import Corpus, ScenarioText, read_corpus
from harness.guard import known_words, read_law, static_findings, step_definitions, step_findings
from harness.judge import judge
from proof.collection import ROOT
from proof.explore import Finding
from proof.explore.side import PLAYER
from rulebook.vocabulary import Rulings
from steps import MODULES
from sut_adapters.port import ScenarioScope


@dataclass(frozen=True)
class Pasted:
    """A features folder with the scenario in it."""

    corpus: Corpus
    scenario: ScenarioText


def pasted(finding: Finding, folder: Path) -> Pasted:
    shutil.copytree(ROOT / "features", folder / "features")
    before = {scenario.id for scenario in read_corpus(folder / "features").scenarios}
    with (folder / finding.place).open("a", encoding="utf-8") as file:
        file.write("\n" + finding.scenario)
    corpus = read_corpus(folder / "features")
    (scenario,) = (scenario for scenario in corpus.scenarios if scenario.id not in before)
    return Pasted(corpus, scenario)


def findings(corpus: Corpus) -> set[str]:
    """What the guard has against a features folder."""
    words = known_words(ROOT / "pytest.ini")[0]
    static = static_findings(corpus, read_law(), words)
    return {str(one) for one in (*static, *step_findings(corpus, step_definitions(MODULES, ROOT)))}


def verdict(scenario: ScenarioText, system: object, rulings: Rulings) -> str:
    if isinstance(system, ScenarioScope):
        system.begin(scenario.id, 1)
    try:
        PLAYER.play(scenario, system, rulings)
    except Exception as error:
        return judge(error, ROOT).verdict
    return judge(None, ROOT).verdict
