"""The rulebook over the whole product: what each check comes to, and what becomes of a request, as diagrams.

Each check of a build is run by itself on every combination of what it asks, each component's order of checks on every
combination of what the checks come to, and the way of a request on every combination of what the components come to.
Nobody tells the proof what the rulebook asks: a check is run on a case that records it, and the model on a build whose
parts answer what was found of them.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from proof.prove.case import CaseAsked, Held, facts_of, held, place_of
from proof.prove.diagrams import Diagram, Diagrams
from proof.prove.reads import Axes, Facts, Question, Recorder
from proof.prove.stand_in import Part, named, standing_in
from proof.prove.way import parts_of_the_way
from rulebook.model.build import Build, Hearing
from rulebook.model.findings import Finding
from rulebook.model.registration import registration_check

FAILURE = "failure of "
LAGS = "fails by O26 alone"
"""The S1SP refuses whoever the step would let through: for the table that is another decision."""

STEPS = {
    "srpd-6.1.f": "is passed",
    "srpd-6.2.a": "is lifted by 6.2(a)",
    "srpd-6.2.b": "is lifted by 6.2(b)",
    "srpd-6.2.c": "is lifted by 6.2(c)",
    "srpd-6.2.d": "is lifted by 6.2(d)",
    "fia-3.1.smets2": "is not made",
}
"""What the table calls a registration check that holds, by the clause that it holds by."""


@dataclass
class RulebookDiagrams:
    """The diagrams of one build, made when asked for."""

    build: Build
    diagrams: Diagrams
    units: dict[str, Callable[[Facts], Hashable]] = field(default_factory=dict)
    _reads: set[str] = field(default_factory=set)
    _made: dict[str, Diagram] = field(default_factory=dict)
    _names: dict[tuple[Part, str], str] = field(default_factory=dict)
    _questions: dict[str, Question] = field(default_factory=dict)
    _conditions: dict[tuple[Question, tuple[int, ...]], Diagram] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.recorder = Recorder(Axes(self.diagrams.axes), self._question)
        self._stand_in = standing_in(self.build, self._known)
        self.units |= parts_of_the_way(self._stand_in)

    def of(self, unit: str) -> Diagram:
        """What a unit comes to in every row of the product."""
        if unit not in self._made:
            self._made[unit] = self._make(unit)
        return self._made[unit]

    def step(self, place: str) -> Diagram:
        """What the registration check comes to at one place, by which clause, in the words of the decision table."""
        return self.diagrams.mapped(self.of(self._unit(registration_check, place)), _step)

    @property
    def axes_read(self) -> frozenset[str]:
        """Every axis that some unit asked; known once the diagrams are made."""
        return frozenset(self.diagrams.axes) & self._reads

    def _make(self, unit: str) -> Diagram:
        if unit.startswith(FAILURE):
            return self.diagrams.mapped(self.of(unit.removeprefix(FAILURE)), _failure)
        return self.recorder.tell(self.units[unit], self)

    def _unit(self, part: Part, place: str) -> str:
        """The name of a part of the build at one place."""
        if (part, place) not in self._names:
            name = f"{named(part)} at {place}"
            while name in self.units:
                name += " (another)"
            self._names[part, place] = name
            self.units[name] = lambda facts: self._run(part, place, facts)
        return self._names[part, place]

    def _run(self, part: Part, place: str, facts: Facts) -> Hashable:
        came_to = part(CaseAsked(facts, place, self._stand_in))
        return held(came_to) if isinstance(came_to, Finding) else bool(came_to) if came_to is not None else None

    def _known(self, part: Part, case: Hearing) -> Hashable:
        return facts_of(case).result(FAILURE + self._unit(part, place_of(case)))

    def _question(self, unit: str) -> Question:
        if unit not in self._questions:
            answers = tuple(sorted(self.diagrams.values(self.of(unit)), key=str))
            self._questions[unit] = Question(unit, answers, tuple((str(answer),) for answer in answers))
        return self._questions[unit]

    def found(self, result: Hashable) -> Diagram:
        """What a run came to."""
        return self.diagrams.leaf(result)

    def asked(self, question: Question, below: Sequence[Diagram]) -> Diagram:
        """What came of each answer to a question, in the rows that give it."""
        leading_to: dict[Diagram, list[int]] = {}
        for at, diagram in enumerate(below):
            leading_to.setdefault(diagram, []).append(at)
        result, *others = leading_to
        for other in others:
            result = self.diagrams.choose(self._condition(question, tuple(leading_to[other])), other, result)
        self._reads.add(question.subject)
        return result

    def _condition(self, question: Question, answers: tuple[int, ...]) -> Diagram:
        """Whether the answer is one of these, by their place among the answers."""
        if (question, answers) not in self._conditions:
            self._conditions[question, answers] = self._made_condition(question, answers)
        return self._conditions[question, answers]

    def _made_condition(self, question: Question, answers: tuple[int, ...]) -> Diagram:
        if question.subject in self.diagrams.axes:
            members = frozenset(member for at in answers for member in question.members[at])
            return self.diagrams.fits(question.subject, members)
        given = frozenset(question.answers[at] for at in answers)
        return self.diagrams.mapped(self.of(question.subject), lambda said: said in given)


def _failure(found: Hashable) -> Hashable:
    """Of a check what failed, or None; of a predicate what it said."""
    return None if isinstance(found, Held) and found.holds else found


def _step(found: Hashable) -> str:
    if not isinstance(found, Held):
        return "has no object"
    if not found.holds:
        return LAGS if found.clause == "fia-5.2.lagging-s1sp" else "fails"
    return STEPS.get(found.clause, found.clause)
