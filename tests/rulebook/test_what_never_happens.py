"""What no state of release and no reading of any open question may bring about."""

from itertools import product

import pytest

from rulebook import law, model
from rulebook.vocabulary import (
    BASELINE,
    NETWORK_OPERATOR_SLOTS,
    SECMP0107,
    SUPPLIER_SLOTS,
    Accepted,
    Component,
    Refused,
    Release,
    RemotePartyRole,
    Slot,
)
from tests.rulebook.worlds import ROLES, WORLD, update

RELEASES = (BASELINE, SECMP0107, BASELINE.switched(Component.DSP, on=True), SECMP0107.switched(Component.DSP, on=False))
AS_IT_IS = law.rulings()
EACH_READING = [
    pytest.param(AS_IT_IS, id="as it is"),
    *(
        pytest.param(law.rulings({point.key: reading.id}), id=f"{point.key}={reading.id}")
        for point in law.points().values()
        for reading in point.readings
        if reading.id != AS_IT_IS.reading(point.key)
    ),
]
OPERATORS = [name for name in ROLES if name.endswith(("ED", "GT"))]
SUPPLIERS = [name for name in ROLES if name.endswith(("IS", "ES", "GS"))]
TARGETS = ("ESME", "GPF", "GSME", "SMETS2 ESME")
KINDS = (RemotePartyRole.NETWORK_OPERATOR, RemotePartyRole.SUPPLIER)

Ends = list[tuple[str, str, model.Transition]]


@pytest.fixture(scope="module", params=EACH_READING)
def ends(request: pytest.FixtureRequest) -> Ends:
    """Every 6.15.1 of everybody, for either kind of slot of every device, in every state of release."""
    return [
        (sender, target, model.receive(WORLD, update(sender, owner, target, kind), release, request.param))
        for sender, target, kind, release in product(ROLES, TARGETS, KINDS, RELEASES)
        for owner in dict.fromkeys(("registered ED", "registered IS", sender))
    ]


def contents(world: model.World, target: str, slots: frozenset[Slot]) -> list[object]:
    return [world.stored(target, slot) for slot in sorted(slots)]


def test_no_request_of_a_network_operator_touches_a_supplier_slot(ends: Ends) -> None:
    for target, end in ((target, end) for sender, target, end in ends if sender in OPERATORS):
        assert contents(end.world, target, SUPPLIER_SLOTS) == contents(WORLD, target, SUPPLIER_SLOTS)


def test_no_request_of_a_supplier_touches_a_network_operator_slot(ends: Ends) -> None:
    for target, end in ((target, end) for sender, target, end in ends if sender in SUPPLIERS):
        assert contents(end.world, target, NETWORK_OPERATOR_SLOTS) == contents(WORLD, target, NETWORK_OPERATOR_SLOTS)


def test_nothing_changes_on_a_refusal_and_a_replacement_is_whole(ends: Ends) -> None:
    for _, target, end in ends:
        if isinstance(end.outcome, Refused):
            assert end.world.slots == WORLD.slots
        else:
            changed = [slot for slot in Slot if end.world.stored(target, slot) != WORLD.stored(target, slot)]
            assert frozenset(changed) in (frozenset(), NETWORK_OPERATOR_SLOTS, SUPPLIER_SLOTS)
    assert {type(end.outcome) for _, _, end in ends} == {Accepted, Refused}


def test_every_end_has_a_trail_and_a_refusal_names_what_failed(ends: Ends) -> None:
    for _, _, end in ends:
        assert end.trail
        if isinstance(end.outcome, Refused):
            assert (end.trail[-1].component, end.trail[-1].check) == (end.outcome.by, end.outcome.check)
            assert not end.trail[-1].holds


@pytest.mark.parametrize("release", [*RELEASES, Release(True, {Component.S1SP1: True})], ids=str)
def test_what_an_s1sp_decides_depends_on_the_dsps_switch_and_its_own_deployment_only(release: Release) -> None:
    request = update("holding ED", "registered ED")
    neighbour = release.switched(Component.S1SP3, on=not release.in_force_at(Component.S1SP3))
    rulings = law.rulings()
    assert (
        model.receive(WORLD, request, release, rulings).outcome
        == model.receive(WORLD, request, neighbour, rulings).outcome
    )
