"""A build whose parts answer what was found of them, in place of making the checks again."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace

from proof.prove.case import Held
from rulebook.model.build import Build, CheckFunction, Hearing
from rulebook.model.checks import examine
from rulebook.model.findings import Finding
from rulebook.readings.clause import Clause

Part = Callable[[Hearing], object]
"""A check, the checks of a component in their order, the predicate of a clause, or another predicate of a build."""

Known = Callable[[Part, Hearing], Hashable]
"""What a part of the build comes to in a case; of a check, its failure or nothing."""


@dataclass(frozen=True, slots=True)
class InOrder:
    """The checks of a component as one check: the first that fails, if one does."""

    reading: str
    checks: tuple[CheckFunction, ...]

    def __call__(self, case: Hearing) -> Finding | None:
        trail = examine(case, self.checks)
        return trail[-1] if trail and not trail[-1].holds else None


def named(part: Part) -> str:
    """What a part is called: a clause by its id, a check or a predicate by its own name."""
    match part:
        case Clause(id=identifier):
            return identifier
        case InOrder(reading=reading):
            return f"the checks, {reading}"
        case _:
            return str(getattr(part, "__name__", part))


def standing_in(build: Build, known: Known) -> Build:
    """The build with every check and every clause asked of `known`; nothing is changed and nobody is told."""

    def in_order(reading: str, checks: tuple[CheckFunction, ...]) -> tuple[CheckFunction, ...]:
        return (_check(InOrder(reading, tuple(_check(check, known) for check in checks)), known),)

    def in_orders(orders: Mapping[str, tuple[CheckFunction, ...]]) -> dict[str, tuple[CheckFunction, ...]]:
        return {reading: in_order(reading, checks) for reading, checks in orders.items()}

    return replace(
        build,
        clause_6_2=tuple(_clause(paragraph, known) for paragraph in build.clause_6_2),
        clause_6_2_as_modified=tuple(_clause(paragraph, known) for paragraph in build.clause_6_2_as_modified),
        registered=_predicate(build.registered, known),
        owns=_predicate(build.owns, known),
        dsp_order=in_orders(build.dsp_order),
        s1sp_order=in_orders(build.s1sp_order),
        device_order=in_order("as they are", build.device_order),
        carried_out=lambda case: case.world,
        turned_away=lambda case: case.world,
        notifications=lambda _case: (),
        refusal_alert=lambda _case, _refused: (),
    )


def _check(check: Part, known: Known) -> CheckFunction:
    def answered(case: Hearing) -> Finding | None:
        failure = known(check, case)
        if not isinstance(failure, Held):
            return None
        return Finding(case.component, failure.check, failure.clause, failure.holds, "")

    return answered


def _clause(paragraph: Clause, known: Known) -> Clause:
    return replace(paragraph, holds=_predicate(paragraph, known))


def _predicate(part: Part, known: Known) -> Callable[..., bool]:
    return lambda case: bool(known(part, case))
