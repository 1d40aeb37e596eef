"""Which meter points are a role's business, and who is registered for them: mutants pointed at these."""

from dataclasses import replace

import pytest

from rulebook.case import Case
from rulebook.law import rulings
from rulebook.readings.registered_party import registered_operators, relevant_meter_points
from rulebook.vocabulary import SECMP0107, Component, UserRole
from rulebook.world import MeterPoints
from tests.rulebook.worlds import DEFAULT, DEVICES, ELECTRICITY, GAS, WORLD, update

IMPORT, EXPORT, MPRN = ELECTRICITY.import_mpan, ELECTRICITY.export_mpan, GAS.mprn
SECONDARY = "1055555555555"
THREE = replace(DEVICES["ESME"], meter_points=replace(ELECTRICITY, secondary_import_mpan=SECONDARY))
EXPORT_ALONE = replace(DEVICES["ESME"], meter_points=MeterPoints(export_mpan=EXPORT))
ANY_MPAN = rulings({"O25.mpan": "any-mpan"})


@pytest.mark.parametrize(
    ("role", "points", "of_export_alone"),
    [
        (UserRole.IMPORT_SUPPLIER, {IMPORT}, {EXPORT}),
        (UserRole.EXPORT_SUPPLIER, {EXPORT}, set()),
        (UserRole.ELECTRICITY_DISTRIBUTOR, {IMPORT}, {EXPORT}),
        (UserRole.REGISTERED_SUPPLIER_AGENT, {IMPORT, SECONDARY, EXPORT}, {EXPORT}),
        (UserRole.GAS_SUPPLIER, set(), set()),
        (UserRole.GAS_TRANSPORTER, set(), set()),
        (UserRole.OTHER_USER, set(), set()),
    ],
)
def test_of_an_electricity_meter(role: UserRole, points: set[str], of_export_alone: set[str]) -> None:
    assert relevant_meter_points(role, THREE, DEFAULT) == points
    assert relevant_meter_points(role, EXPORT_ALONE, DEFAULT) == of_export_alone


def test_a_distributor_may_be_asked_for_any_mpan() -> None:
    points = relevant_meter_points(UserRole.ELECTRICITY_DISTRIBUTOR, THREE, ANY_MPAN)
    assert points == {IMPORT, SECONDARY, EXPORT}


@pytest.mark.parametrize("device", ["GPF", "GSME"])
@pytest.mark.parametrize("role", list(UserRole))
def test_of_a_gas_device(device: str, role: UserRole) -> None:
    gas = {UserRole.GAS_SUPPLIER, UserRole.GAS_TRANSPORTER, UserRole.REGISTERED_SUPPLIER_AGENT}
    assert relevant_meter_points(role, DEVICES[device], DEFAULT) == ({MPRN} if role in gas else set())


def test_operators_are_registered_in_the_role_for_the_meter_point_and_today() -> None:
    case = Case(update("holding ED", "registered ED"), Component.S1SP1, WORLD, SECMP0107, DEFAULT)
    operators = {
        (role, name): registered_operators(case, role, DEVICES[name])
        for role in (UserRole.ELECTRICITY_DISTRIBUTOR, UserRole.GAS_TRANSPORTER)
        for name in ("ESME", "GPF")
    }
    assert {key: value for key, value in operators.items() if value} == {
        (UserRole.ELECTRICITY_DISTRIBUTOR, "ESME"): {"registered ED"},
        (UserRole.GAS_TRANSPORTER, "GPF"): {"registered GT"},
    }
    ended = tuple(replace(one, end=one.start) for one in WORLD.registrations)
    past = replace(case, world=replace(WORLD, registrations=ended))
    assert registered_operators(past, UserRole.ELECTRICITY_DISTRIBUTOR, DEVICES["ESME"]) == frozenset()
