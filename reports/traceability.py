"""From each statement of the law to the scenarios that force it, limb by limb, and from each open point likewise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harness.record import RunRecord, ScenarioRecord
from rulebook.law import Limb, Point, Statement, points, statements

MEETS = "meets"
MISSES = "misses"


@dataclass(frozen=True, slots=True)
class LimbTrace:
    """A limb with the scenarios in which its words are satisfied, and those in which they are not."""

    limb: Limb
    met_by: tuple[ScenarioRecord, ...]
    missed_by: tuple[ScenarioRecord, ...]


@dataclass(frozen=True, slots=True)
class StatementTrace:
    """A statement with its limbs, and the scenarios of its Rules that belong to no limb in particular."""

    statement: Statement
    limbs: tuple[LimbTrace, ...]
    others: tuple[ScenarioRecord, ...]

    @property
    def scenarios(self) -> tuple[ScenarioRecord, ...]:
        """Every scenario that forces the statement, once."""
        of_limbs = (one for limb in self.limbs for one in (*limb.met_by, *limb.missed_by))
        return tuple({one.id: one for one in (*of_limbs, *self.others)}.values())


@dataclass(frozen=True, slots=True)
class PointTrace:
    """An open point; `ruled` is the reading in force by a ruling, empty while it is open.

    `matched` are the scenarios that asked, each with the readings that the answer fits.
    """

    point: Point
    ruled: str
    matched: tuple[tuple[ScenarioRecord, tuple[str, ...]], ...]


def traced(record: RunRecord) -> tuple[StatementTrace, ...]:
    """Every statement, in the order of the law, whether the run touched it or not."""
    return tuple(_traced(statement, record.scenarios) for statement in statements().values())


def traced_points(record: RunRecord) -> tuple[PointTrace, ...]:
    """Every open point, in the order of the register."""
    return tuple(
        PointTrace(point, record.readings.get(key, ""), tuple(_matches(key, record.scenarios)))
        for key, point in points().items()
    )


def _traced(statement: Statement, scenarios: Iterable[ScenarioRecord]) -> StatementTrace:
    known = tuple(scenarios)
    limbs = tuple(
        LimbTrace(limb, _tagged(known, MEETS, statement, limb), _tagged(known, MISSES, statement, limb))
        for limb in statement.limbs
    )
    placed = {scenario.id for limb in limbs for scenario in (*limb.met_by, *limb.missed_by)}
    others = tuple(one for one in known if one.clause == statement.id and one.id not in placed)
    return StatementTrace(statement, limbs, others)


def _tagged(
    scenarios: Iterable[ScenarioRecord], how: str, statement: Statement, limb: Limb
) -> tuple[ScenarioRecord, ...]:
    """By the limb's own tag, or by the statement's, which stands for all its limbs."""
    tags = {f"{how}-{limb.id}", f"{how}-{statement.id}"}
    return tuple(scenario for scenario in scenarios if tags.intersection(scenario.tags))


def _matches(key: str, scenarios: Iterable[ScenarioRecord]) -> Iterator[tuple[ScenarioRecord, tuple[str, ...]]]:
    for scenario in scenarios:
        readings = tuple(reading for match in scenario.matched if match.point == key for reading in match.readings)
        if readings or f"open-{key}" in scenario.tags:
            yield scenario, readings
