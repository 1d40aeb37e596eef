"""What the guard judges before a step definition is looked at, and where in `legal/` things stand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harness.corpus import Corpus, Finding
from rulebook import law
from rulebook.law import Limb, Point, Statement


@dataclass(frozen=True, slots=True)
class LawView:
    """The law as far as features answer to it. `places` says in which file of `legal/` and line an id is defined."""

    statements: Mapping[str, Statement]
    points: Mapping[str, Point]
    places: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def limbs(self) -> Mapping[str, Limb]:
        """Every limb by id."""
        return {limb.id: limb for statement in self.statements.values() for limb in statement.limbs}

    def finding(self, identifier: str, message: str) -> Finding:
        """A finding where the statement, limb or point is defined."""
        path, line = self.places.get(identifier, ("legal", 0))
        return Finding(path, line, message)


@dataclass(frozen=True, slots=True)
class Suite:
    """The features, the law that they answer to, and the words that a tag may be besides."""

    corpus: Corpus
    law: LawView
    words: frozenset[str]


Check = Callable[[Suite], Iterable[Finding]]


def read_law() -> LawView:
    """The law of the project; raises rulebook.law.LawError."""
    statements, points = law.statements(), law.points()
    return LawView(statements, points, dict(_places(law.LEGAL, {*statements, *law.limbs(), *points})))


def _places(folder: Path, identifiers: Iterable[str]) -> Iterable[tuple[str, tuple[str, int]]]:
    definitions = {f'{key} = "{identifier}"': identifier for identifier in identifiers for key in ("id", "key")}
    for file in sorted(folder.glob("*.toml")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            if identifier := definitions.get(line.strip()):
                yield identifier, (f"legal/{file.name}", number)
