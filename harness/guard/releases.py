"""Whether each scenario says for which state of the Modification it holds, and its tags say the same."""

from collections.abc import Iterator

from harness.corpus import Finding
from harness.guard.subject import Suite

_TAG_BY_SENTENCE = {
    "SECMP0107 is in force": "from-secmp0107",
    "SECMP0107 is not in force": "before-secmp0107",
}


def scenarios_name_a_release(suite: Suite) -> Iterator[Finding]:
    """No verdict without the state that it holds for."""
    for scenario in suite.corpus.scenarios:
        if not any("SECMP0107" in step.text for step in scenario.steps):
            yield scenario.finding(
                scenario.definition_line, "no step of the scenario says whether SECMP0107 is in force"
            )


def release_tags_tell_the_state(suite: Suite) -> Iterator[Finding]:
    """Where one sentence alone sets the state; several make a mixed one, for which either tag may be right."""
    for scenario in suite.corpus.scenarios:
        said = [step for step in scenario.steps if "SECMP0107" in step.text]
        tag = _TAG_BY_SENTENCE.get(said[0].text) if len(said) == 1 else None
        if tag and tag not in scenario.tags:
            yield scenario.finding(said[0].line, f"says {said[0].text!r}, and {scenario.name!r} is not tagged @{tag}")
