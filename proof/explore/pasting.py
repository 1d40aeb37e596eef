"""Where a scenario that was found belongs, and which tags it needs there: the guard must have nothing against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harness.controls import is_control
from harness.corpus import Corpus, FeatureText, RuleText
from harness.guard.files import LONGEST
from harness.guard.tags import COMPONENTS, DIRECTIONS, RELEASES, STAGES
from proof.explore.event import Sentence

FOLDER = "requirement_1/"


@dataclass(frozen=True, slots=True)
class Place:
    """The end of a feature file; `clause` is that of its last Rule, `tags` are what it and the Feature lend."""

    path: str
    clause: str
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Needs:
    """What a scenario says of itself, and how many lines it has. `clauses` are the ones it is about, best first."""

    component: str
    direction: str
    releases: frozenset[str]
    clauses: tuple[str, ...]
    lines: int


def place_for(needs: Needs, corpus: Corpus) -> Place | None:
    """The best place: under the clause that decided, else wherever the guard allows it; None where it allows none."""
    places = [place for feature in corpus.features for place in _places(feature) if _fits(place, needs)]
    by_room = sorted(places, key=lambda place: _lines(corpus, place))
    with_room = [place for place in by_room if _lines(corpus, place) + needs.lines < LONGEST]
    about_it = (place for clause in needs.clauses for place in with_room if place.clause == clause)
    return next(about_it, with_room[0] if with_room else None)


def tags_at(place: Place | None, needs: Needs) -> tuple[str, ...]:
    """Those that the scenario needs and is not lent."""
    lent = place.tags if place else frozenset[str]()
    stage = () if lent & STAGES else ("pit",)
    return (
        *(tag for tag in (needs.direction, needs.component) if tag not in lent),
        *stage,
        *sorted(needs.releases - lent),
    )


def releases_said(said: Iterable[Sentence]) -> frozenset[str]:
    """The release tags that go with the sentences: one state has one, several have both."""
    named = [text for _, text in said if "SECMP0107" in text]
    if len(named) > 1:
        return RELEASES
    return frozenset({"before-secmp0107" if "not in force" in named[0] else "from-secmp0107"})


def _places(feature: FeatureText) -> Iterator[Place]:
    if not feature.path.startswith(FOLDER) or not feature.rules or feature.backgrounds:
        return
    rule = feature.rules[-1]
    tags = frozenset(tag.name for tag in (*feature.tags, *rule.tags))
    clauses = [tag.name for tag in rule.tags if tag.name.startswith(("srpd-", "s1sr-", "fia-", "mp107-"))]
    if len(clauses) == 1 and _has_a_control(rule) and not any(tag.startswith(("meets-", "misses-")) for tag in tags):
        yield Place(feature.path, clauses[0], tags)


def _has_a_control(rule: RuleText) -> bool:
    return any(is_control(tag.name for tag in definition.tags) for definition in rule.definitions)


def _fits(place: Place, needs: Needs) -> bool:
    return (
        place.tags & COMPONENTS <= {needs.component}
        and place.tags & DIRECTIONS <= {needs.direction}
        and not place.tags & {"illustrative", "destructive", "simulator-only"}
        and not any(tag.startswith("open-") for tag in place.tags)
    )


def _lines(corpus: Corpus, place: Place) -> int:
    return next(len(feature.lines) for feature in corpus.features if feature.path == place.path)
