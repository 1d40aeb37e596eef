"""Sentences against step definitions: each is answered by exactly one, in full, and each definition is used."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from harness.corpus import Corpus, Finding, Kind, StepText
from harness.guard.step_definitions import StepDefinition


@dataclass(frozen=True, slots=True)
class Answered:
    """A sentence as one scenario says it, with every definition that pytest-bdd would consider for it."""

    path: str
    step: StepText
    definitions: tuple[StepDefinition, ...]

    def finding(self, message: str) -> Finding:
        """A finding where the sentence stands."""
        return Finding(f"features/{self.path}", self.step.line, message)


@dataclass(frozen=True, slots=True)
class Sentences:
    """All that is said, and all that could answer."""

    corpus: Corpus
    definitions: Sequence[StepDefinition]
    said: tuple[Answered, ...]


def answered(corpus: Corpus, definitions: Sequence[StepDefinition]) -> Sentences:
    """Every sentence of every scenario with its answers, which are looked up once for each wording."""
    answers: dict[tuple[Kind, str], tuple[StepDefinition, ...]] = {}
    said: dict[tuple[str, StepText], Answered] = {}
    for scenario in corpus.scenarios:
        for step in scenario.steps:
            wording = (step.kind, step.text)
            if wording not in answers:
                answers[wording] = tuple(definition for definition in definitions if definition.serves(step))
            said[scenario.path, step] = Answered(scenario.path, step, answers[wording])
    return Sentences(corpus, definitions, tuple(said.values()))


def sentences_are_defined_once(sentences: Sentences) -> Iterator[Finding]:
    """With none the scenario cannot run; of two pytest-bdd takes one in silence."""
    for answer in sentences.said:
        sentence = f"{answer.step.kind} {answer.step.text}"
        if not answer.definitions:
            close = _close(answer.step, sentences.definitions)
            yield answer.finding(f"no step definition for: {sentence}" + (f" (close: {close})" if close else ""))
        if len(answer.definitions) > 1:
            places = " and ".join(f"{definition.file}:{definition.line}" for definition in answer.definitions)
            yield answer.finding(f"several step definitions for: {sentence} ({places})")


def sentences_keep_their_case(sentences: Sentences) -> Iterator[Finding]:
    """`parse` ignores case, and would take a sentence that differs from its own."""
    for answer in sentences.said:
        for definition in answer.definitions:
            if not definition.matches_case(answer.step.text):
                yield answer.finding(f"is taken in another letter case than its own by: {definition.pattern}")


def arguments_are_consumed(sentences: Sentences) -> Iterator[Finding]:
    """A table or doc string that no step takes is thrown away; one that is missing stops the run."""
    for answer in sentences.said:
        for definition in answer.definitions:
            table = (answer.step.table is not None, definition.takes_table)
            docstring = (answer.step.docstring is not None, definition.takes_docstring)
            for name, (given, taken) in (("data table", table), ("doc string", docstring)):
                if given and not taken:
                    yield answer.finding(f"the step definition takes no {name}: {definition.pattern}")
                if taken and not given:
                    yield answer.finding(f"the step definition needs a {name}: {definition.pattern}")


def definitions_are_not_async(sentences: Sentences) -> Iterator[Finding]:
    """Nothing awaits it: its body never runs."""
    for definition in sentences.definitions:
        if definition.is_async:
            yield definition.finding(f"the step definition is async and would never run: {definition.pattern}")


def definitions_are_used(sentences: Sentences) -> Iterator[Finding]:
    """A sentence that no feature says is dead, or waits for one that somebody believes to be there."""
    used = {id(definition) for answer in sentences.said for definition in answer.definitions}
    for definition in sentences.definitions:
        if id(definition) not in used:
            yield definition.finding(f"no sentence uses the step definition: {definition.pattern}")


def descriptions_are_no_steps(sentences: Sentences) -> Iterator[Finding]:
    """`Givne SECMP0107 is in force` is description; what follows its first word is a sentence."""
    for feature in sentences.corpus.features:
        for line in feature.prose:
            sentence = line.text.partition(" ")[2].strip()
            if any(definition.matches(sentence) for definition in sentences.definitions):
                yield feature.finding(line.number, "is read as description, and is a step but for its first word")


CHECKS: tuple[Callable[[Sentences], Iterable[Finding]], ...] = (
    sentences_are_defined_once,
    sentences_keep_their_case,
    arguments_are_consumed,
    definitions_are_not_async,
    definitions_are_used,
    descriptions_are_no_steps,
)


def _close(step: StepText, definitions: Iterable[StepDefinition]) -> str:
    patterns = [definition.pattern for definition in definitions if definition.kind in (None, step.kind)]
    return next(iter(get_close_matches(step.text, patterns, n=1)), "")
