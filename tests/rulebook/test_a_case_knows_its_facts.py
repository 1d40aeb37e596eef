"""What a clause may ask of a case and of the world, and what the words of an outcome are."""

from dataclasses import replace

import pytest

from rulebook.case import Case
from rulebook.law import rulings
from rulebook.model import MeterPoints, Registration, User, World
from rulebook.vocabulary import (
    BASELINE,
    S1SPS,
    SECMP0107,
    Accepted,
    Check,
    Component,
    Failed,
    FailureKind,
    Outcome,
    Quarantined,
    Refused,
    Release,
    Rulings,
    Scheduled,
    ServiceRequest,
    Silent,
    Slot,
    UserRole,
    Variant,
    article,
    attested_code,
    describe,
    refusal,
)
from tests.rulebook.worlds import DEFAULT, DEVICES, LONG_AGO, NOON, WORLD, pair

TWO_ROLES = User("two roles", "two roles", frozenset({UserRole.IMPORT_SUPPLIER, UserRole.ELECTRICITY_DISTRIBUTOR}))
BOTH = WORLD.with_user(TWO_ROLES)
READ = ServiceRequest(Variant.READ_NETWORK_DATA, "two roles", "ESME")
OWN_COPY = rulings({"O21": "own-copy"})
OTHERS = (Registration("1", UserRole.IMPORT_SUPPLIER, "a", "b", LONG_AGO),)


def case(request: ServiceRequest, world: World = BOTH, ruled: Rulings = DEFAULT) -> Case:
    return Case(request, Component.S1SP1, world, SECMP0107, ruled)


@pytest.mark.parametrize(
    ("variant", "roles"),
    [
        ("6.15.1", {UserRole.IMPORT_SUPPLIER, UserRole.ELECTRICITY_DISTRIBUTOR}),
        ("1.1.2", {UserRole.IMPORT_SUPPLIER}),
        ("8.5", {UserRole.IMPORT_SUPPLIER, UserRole.ELECTRICITY_DISTRIBUTOR}),
        ("6.6", {UserRole.IMPORT_SUPPLIER, UserRole.ELECTRICITY_DISTRIBUTOR}),
    ],
)
def test_a_user_acts_in_those_of_its_roles_that_may_send_or_in_all(variant: str, roles: set[UserRole]) -> None:
    assert case(replace(READ, variant=variant)).acting_roles == roles


def test_a_case_knows_who_sends_to_what() -> None:
    known = case(replace(READ, other_device="GSME"))
    assert (known.sender, known.device, known.other_device) == (TWO_ROLES, DEVICES["ESME"], DEVICES["GSME"])
    unknown = case(replace(READ, target="no device"))
    assert (unknown.device, unknown.other_device) == (None, None)
    nameless = BOTH.with_device(replace(DEVICES["GSME"], device_id=""))
    assert case(replace(READ, other_device=""), nameless).other_device is None


def test_a_target_is_of_smets1_if_the_inventory_says_so() -> None:
    targets = ("ESME", "SMETS2 ESME", "no device")
    assert [case(replace(READ, target=target)).targets_smets1 for target in targets] == [True, False, False]


def test_an_s1sp_goes_by_its_own_copy_where_it_has_one_and_that_is_ruled() -> None:
    copied = replace(BOTH, s1sp_copies={Component.S1SP1: OTHERS})
    elsewhere = replace(BOTH, s1sp_copies={Component.S1SP2: OTHERS})
    assert case(READ, copied).registrations == WORLD.registrations
    assert case(READ, copied, OWN_COPY).registrations == OTHERS
    assert case(READ, elsewhere, OWN_COPY).registrations == WORLD.registrations


def test_a_world_is_made_from_another_and_leaves_it_as_it_was() -> None:
    empty = World(NOON, {}, {})
    signing, agreeing = pair("OU")
    world = empty.with_slots("ESME", {Slot.CRITICAL_SUPPLIER: signing})
    assert world == replace(empty, slots={"ESME": {Slot.CRITICAL_SUPPLIER: signing}})
    more = world.with_slots("ESME", {Slot.NON_CRITICAL_SUPPLIER: agreeing}).with_slots("GPF", {})
    both = {Slot.CRITICAL_SUPPLIER: signing, Slot.NON_CRITICAL_SUPPLIER: agreeing}
    assert more == replace(empty, slots={"ESME": both, "GPF": {}})
    assert [more.stored("ESME", slot) for slot in Slot] == [None, None, signing, agreeing]
    assert more.stored("nowhere", Slot.CRITICAL_SUPPLIER) is None
    two = empty.with_user(TWO_ROLES).with_user(WORLD.users["OU"])
    assert two == replace(empty, users={"two roles": TWO_ROLES, "OU": WORLD.users["OU"]})
    three = empty.with_device(DEVICES["ESME"]).with_device(DEVICES["GPF"])
    assert three == replace(empty, devices={name: DEVICES[name] for name in ("ESME", "GPF")})
    assert empty == World(NOON, {}, {})
    assert MeterPoints() == MeterPoints(None, None, None, None)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Accepted(), "accepted"),
        (
            Refused(Component.DSP, Check.REGISTRATION, "E4"),
            "refused by the DSP at its registration check (E4)",
        ),
        (
            Refused(Component.S1SP2, Check.UNATTESTED, "unattested"),
            "refused by S1SP2 on a ground of its own (unattested)",
        ),
        (Failed(FailureKind.COMMUNICATION, "no way"), "failed, a communication failure: no way"),
        (Quarantined("7"), "quarantined under 7"),
        (Scheduled(), "scheduled"),
        (Silent(True), "no terminal answer, though the system has settled"),
        (Silent(False), "no terminal answer"),
    ],
)
def test_an_outcome_is_told_in_one_line(outcome: Outcome, words: str) -> None:
    assert describe(outcome) == words


def test_a_component_has_an_article_unless_it_is_an_s1sp() -> None:
    assert [article(one) for one in Component] == ["the DSP", "S1SP1", "S1SP2", "S1SP3", "the Device"]


CODES_OF_THE_DSP = {
    Check.USER_ROLE: "E2",
    Check.USER_STATUS: "E3",
    Check.REGISTRATION: "E4",
    Check.DEVICE_STATUS: "E5",
    Check.DEVICE_TYPE: "E11",
    Check.COMMAND_VARIANT: "E12",
    Check.DEVICE_EXISTENCE: "E19",
}
CODES_OF_AN_S1SP = {Check.REGISTRATION: "S1VE4", Check.CERTIFICATE_OWNERSHIP: "S1VE64"}


@pytest.mark.parametrize("check", list(Check))
@pytest.mark.parametrize("by", list(Component))
def test_a_refusal_has_the_code_that_is_attested_if_one_is(by: Component, check: Check) -> None:
    codes = {Component.DSP: CODES_OF_THE_DSP, Component.DEVICE: {}}.get(by, CODES_OF_AN_S1SP)
    assert attested_code(by, check) == codes.get(check)
    assert refusal(by, check) == Refused(by, check, codes.get(check, "unattested"))


def test_the_change_is_switched_on_and_off_component_by_component() -> None:
    of_one = BASELINE.switched(Component.S1SP2, on=True)
    assert of_one == Release(False, {Component.S1SP1: False, Component.S1SP2: True, Component.S1SP3: False})
    assert of_one.switched(Component.DSP, on=True) == Release(True, of_one.s1sps)
    assert of_one.switched(Component.S1SP2, on=False) == BASELINE
    assert Release(True).switched(Component.S1SP1, on=True) == Release(True, {Component.S1SP1: True})
    assert [Release(True).in_force_at(one) for one in Component] == [True, False, False, False, False]
    assert str(of_one) == "DSP=off, S1SP1=off, S1SP2=on, S1SP3=off"
    assert str(Release(True)) == "DSP=on, S1SP1=off, S1SP2=off, S1SP3=off"


def test_the_service_providers_are_three_and_roles_have_their_initials() -> None:
    assert [one for one in Component if one.is_s1sp] == list(S1SPS) == ["S1SP1", "S1SP2", "S1SP3"]
    assert [role.abbreviation for role in UserRole] == ["IS", "ES", "GS", "RSA", "ED", "GT", "OU"]


def test_a_point_is_read_as_it_is_ruled_else_by_its_default() -> None:
    of_two = Rulings({"a": "ruled"}, {"a": "first", "b": "other"})
    assert [of_two.reading(point) for point in "ab"] == ["ruled", "other"]
    assert [of_two.is_open(point) for point in "ab"] == [False, True]
    with pytest.raises(KeyError):
        of_two.reading("c")
