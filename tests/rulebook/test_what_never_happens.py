"""What no state of release and no reading of any open question may bring about."""

from collections.abc import Iterator
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
    Rulings,
    Slot,
)
from tests.rulebook.worlds import ROLES, WORLD, update

RELEASES = (BASELINE, SECMP0107, BASELINE.switched(Component.DSP, on=True), SECMP0107.switched(Component.DSP, on=False))
EACH_READING = [
    pytest.param(law.rulings({point.key: reading.id}), id=f"{point.key}={reading.id}")
    for point in law.points().values()
    for reading in point.readings
]
OPERATORS = [name for name in ROLES if name.endswith(("ED", "GT"))]
SUPPLIERS = [name for name in ROLES if name.endswith(("IS", "ES", "GS"))]
TARGETS = ("ESME", "GPF", "GSME", "SMETS2 ESME")


def ends(senders: list[str], rulings: Rulings) -> Iterator[tuple[str, model.Transition]]:
    """Every 6.15.1 of these senders, for either kind of slot of every device, in every state of release."""
    for sender, target, role, release in product(
        senders, TARGETS, (RemotePartyRole.NETWORK_OPERATOR, RemotePartyRole.SUPPLIER), RELEASES
    ):
        for owner in ("registered ED", "registered IS", sender):
            yield target, model.receive(WORLD, update(sender, owner, target, role), release, rulings)


def contents(world: model.World, target: str, slots: frozenset[Slot]) -> list[object]:
    return [world.stored(target, slot) for slot in sorted(slots)]


@pytest.mark.parametrize("rulings", EACH_READING)
def test_no_request_of_a_network_operator_touches_a_supplier_slot(rulings: Rulings) -> None:
    for target, end in ends(OPERATORS, rulings):
        assert contents(end.world, target, SUPPLIER_SLOTS) == contents(WORLD, target, SUPPLIER_SLOTS)


@pytest.mark.parametrize("rulings", EACH_READING)
def test_no_request_of_a_supplier_touches_a_network_operator_slot(rulings: Rulings) -> None:
    for target, end in ends(SUPPLIERS, rulings):
        assert contents(end.world, target, NETWORK_OPERATOR_SLOTS) == contents(WORLD, target, NETWORK_OPERATOR_SLOTS)


@pytest.mark.parametrize("rulings", EACH_READING)
def test_nothing_changes_on_a_refusal_and_a_replacement_is_whole(rulings: Rulings) -> None:
    outcomes = set()
    for target, end in ends(list(ROLES), rulings):
        outcomes.add(type(end.outcome))
        if isinstance(end.outcome, Refused):
            assert end.world.slots == WORLD.slots
        else:
            changed = [slot for slot in Slot if end.world.stored(target, slot) != WORLD.stored(target, slot)]
            assert frozenset(changed) in (frozenset(), NETWORK_OPERATOR_SLOTS, SUPPLIER_SLOTS)
    assert outcomes == {Accepted, Refused}


@pytest.mark.parametrize("rulings", EACH_READING)
def test_every_end_has_a_trail_and_a_refusal_names_what_failed(rulings: Rulings) -> None:
    for _, end in ends(list(ROLES), rulings):
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
