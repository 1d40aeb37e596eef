"""Every system that the documents admit while nobody has ruled: none of them may be found wrong.

It may read each open point as it likes, so long as no statement contradicts the reading, and make its checks in any
order. One reading or one order at a time is tried, and then a number of systems that differ in all of them at once.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rulebook import law
from rulebook.case import Case
from rulebook.model import RIGHT, Build, Finding
from rulebook.model.build import CheckFunction, Order
from rulebook.model.s1sp import originator_counter
from rulebook.vocabulary import NETWORK_OPERATORS, SUPPLIERS, Check, RemotePartyRole, Rulings, Variant

AT_ONCE = 24
"""How many systems differ in everything at once."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """One admitted way to be built."""

    rulings: Rulings
    build: Build = RIGHT


def admitted(rulings: Rulings) -> tuple[Admitted, ...]:
    """The reference itself first, and then the others; what is ruled is ruled for all of them."""
    choices = dict(_open_readings(rulings))
    alone = [{point: reading} for point, readings in choices.items() for reading in readings[1:]]
    firsts = range(max(len(_checks(order)) for order in (RIGHT.dsp_order, RIGHT.s1sp_order)))
    return (
        Admitted(rulings),
        *(Admitted(_with(rulings, readings)) for readings in alone),
        *(Admitted(rulings, _ruled(_one_first(position), rulings)) for position in firsts),
        *(Admitted(_with(rulings, _drawn(choices, seed)), _ruled(shuffled(seed), rulings)) for seed in range(AT_ONCE)),
    )


def shuffled(seed: int) -> Build:
    """A build that makes its checks in an order of its own, and stops whoever names slots of the other kind.

    The counter comes last: the model keeps one a sender, and would take two requests under way at once for one.
    """

    def any_order(checks: tuple[CheckFunction, ...]) -> tuple[CheckFunction, ...]:
        return _counter_last(random.Random(seed).sample(checks, len(checks)))  # noqa: S311  no secret

    def of_each(order: Order) -> Order:
        return {reading: any_order((*checks, someone_elses_slots)) for reading, checks in order.items()}

    return replace(RIGHT, dsp_order=of_each(RIGHT.dsp_order), s1sp_order=of_each(RIGHT.s1sp_order))


def _ruled(build: Build, rulings: Rulings) -> Build:
    """The build, with the law's own order of checks wherever that has been ruled (open question O3)."""
    dsp = all(rulings.is_open(point) for point in ("O3.dsp", "O3.device-type"))
    return replace(
        build,
        dsp_order=build.dsp_order if dsp else RIGHT.dsp_order,
        s1sp_order=build.s1sp_order if rulings.is_open("O3.s1sp") else RIGHT.s1sp_order,
    )


def someone_elses_slots(case: Case) -> Finding | None:
    """No document says when a party is stopped that names the other kind's slots, nor on which ground (O1, O8)."""
    if case.request.variant != Variant.UPDATE_SECURITY_CREDENTIALS_KRP or not case.targets_smets1:
        return None
    own = NETWORK_OPERATORS if case.request.role is RemotePartyRole.NETWORK_OPERATOR else SUPPLIERS
    return Finding(case.component, Check.UNATTESTED, "O8", bool(case.sender.roles & own), "whose slots they are")


def _open_readings(rulings: Rulings) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The readings of each open point that no statement contradicts, the default first."""
    for point in law.points().values():
        if rulings.is_open(point.key):
            yield point.key, tuple(reading.id for reading in point.readings if not reading.against)


def _drawn(choices: dict[str, tuple[str, ...]], seed: int) -> dict[str, str]:
    choose = random.Random(seed).choice  # noqa: S311  no secret
    return {point: choose(readings) for point, readings in choices.items()}


def _with(rulings: Rulings, readings: dict[str, str]) -> Rulings:
    return Rulings({**rulings.ruled, **readings}, rulings.defaults)


def _one_first(position: int) -> Build:
    """The right build, but that one check of each component comes before all others."""

    def first(order: Order) -> Order:
        pulled = _checks(order)[position % len(_checks(order))]
        return {reading: _counter_last([pulled, *(c for c in of if c is not pulled)]) for reading, of in order.items()}

    return replace(RIGHT, dsp_order=first(RIGHT.dsp_order), s1sp_order=first(RIGHT.s1sp_order))


def _checks(order: Order) -> list[CheckFunction]:
    return list(dict.fromkeys(check for checks in order.values() for check in (*checks, someone_elses_slots)))


def _counter_last(checks: list[CheckFunction]) -> tuple[CheckFunction, ...]:
    return tuple(sorted(checks, key=lambda check: check is originator_counter))
