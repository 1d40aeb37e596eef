"""What the DSP finds of who sends a request, and what it makes of all that it finds: each check by itself."""

from dataclasses import replace

import pytest

from rulebook.model import RIGHT, Acknowledgement, dsp
from rulebook.vocabulary import (
    Check,
    Component,
    Quarantined,
    Refused,
    RemotePartyRole,
    ServiceRequest,
    UserRole,
    Variant,
)
from tests.rulebook.hearings import found, hearing, suspended
from tests.rulebook.worlds import WORLD, update

UPDATE = update("holding ED", "registered ED")
BY_SUPPLIER = update("other IS", "registered ED")
READ = ServiceRequest(Variant.READ_NETWORK_DATA, "holding ED", "ESME")
SILENT_ON_ROLES = ServiceRequest("8.5", "holding ED", "ESME")
NOWHERE = replace(UPDATE, target="no device")
BOTH_SUPPLIERS = WORLD.with_user(
    replace(WORLD.users["other IS"], roles=frozenset({UserRole.IMPORT_SUPPLIER, UserRole.GAS_SUPPLIER}))
)


@pytest.mark.parametrize(
    ("request_", "ruled", "holds"),
    [
        (UPDATE, {}, False),
        (UPDATE, {"O18": "lifted-as-well"}, True),
        (READ, {"O18": "lifted-as-well"}, False),
        (NOWHERE, {"O18": "lifted-as-well"}, False),
    ],
)
def test_a_suspended_user_sends_nothing_unless_that_is_lifted_as_well(
    request_: ServiceRequest, ruled: dict[str, str], holds: bool
) -> None:
    because = "the sender is suspended"
    heard = hearing(request_, world=suspended("holding ED"), **ruled)
    assert found(dsp.user_status, heard) == (Component.DSP, Check.USER_STATUS, "duis-e3", holds, because)


def test_an_active_user_may_send() -> None:
    assert found(dsp.user_status, hearing(UPDATE)) == (
        Component.DSP,
        Check.USER_STATUS,
        "duis-e3",
        True,
        "the sender is active",
    )


@pytest.mark.parametrize(
    ("request_", "holds", "because"),
    [
        (UPDATE, True, "the role of Electricity Distributor may send 6.15.1"),
        (replace(UPDATE, sender="OU"), False, "the role of Other User may not send 6.15.1"),
        (BY_SUPPLIER, True, "the role of Gas Supplier and Import Supplier may send 6.15.1"),
    ],
)
def test_the_matrix_says_who_may_send_what(request_: ServiceRequest, holds: bool, because: str) -> None:
    heard = hearing(request_, world=BOTH_SUPPLIERS)
    assert found(dsp.user_role, heard) == (Component.DSP, Check.USER_ROLE, "duis-e2", holds, because)


def test_where_the_matrix_prints_no_role_nobody_is_turned_away() -> None:
    assert hearing(SILENT_ON_ROLES).variant.roles is None
    assert found(dsp.user_role, hearing(SILENT_ON_ROLES)) is None


def test_a_supplier_that_names_the_operators_slots_is_found_where_that_is_ruled() -> None:
    because = "the role of the replaced party is not the sender's"
    expected = (Component.DSP, Check.UNATTESTED, "O8", False, because)
    assert found(dsp.consistent_role, hearing(BY_SUPPLIER, O8="inconsistent-role")) == expected


@pytest.mark.parametrize(
    ("request_", "reading"),
    [
        (BY_SUPPLIER, "ownership"),
        (UPDATE, "inconsistent-role"),
        (replace(BY_SUPPLIER, role=RemotePartyRole.SUPPLIER), "inconsistent-role"),
        (replace(BY_SUPPLIER, target="SMETS2 ESME"), "inconsistent-role"),
        (replace(BY_SUPPLIER, variant=Variant.REQUEST_HANDOVER), "inconsistent-role"),
    ],
)
def test_nobody_else_is_inconsistent(request_: ServiceRequest, reading: str) -> None:
    assert found(dsp.consistent_role, hearing(request_, O8=reading)) is None


@pytest.mark.parametrize(
    ("reading", "check"), [("role-first", Check.USER_ROLE), ("registration-first", Check.REGISTRATION)]
)
def test_the_order_of_the_checks_is_a_question_and_the_first_that_fails_decides(reading: str, check: Check) -> None:
    heard = hearing(replace(READ, variant="1.1.2"), O3_dsp=reading)
    answer = dsp.receive(heard)
    assert answer.outcome == RIGHT.refusal(Component.DSP, check)
    assert answer.world is heard.world
    assert [finding.holds for finding in answer.trail] == [*[True] * (len(answer.trail) - 1), False]


def test_a_build_without_a_check_finds_nothing_and_goes_on() -> None:
    heard = hearing(UPDATE, build=replace(RIGHT, dsp_order={"role-first": ()}))
    assert dsp.receive(heard) == Acknowledgement(heard.world, None, ())


def test_a_refusal_has_the_code_that_the_build_gives_it() -> None:
    heard = hearing(NOWHERE, build=replace(RIGHT, refusal=lambda by, check: Refused(by, check, "mine")))
    assert dsp.receive(heard).outcome == Refused(Component.DSP, Check.DEVICE_EXISTENCE, "mine")


@pytest.mark.parametrize(
    ("request_", "left", "afterwards"),
    [(UPDATE, None, None), (UPDATE, 2, 1), (UPDATE, 1, 0), (replace(READ, sender="registered ED"), 0, 0)],
)
def test_only_a_critical_request_counts_towards_a_threshold_and_only_where_one_is_near(
    request_: ServiceRequest, left: int | None, afterwards: int | None
) -> None:
    sender = replace(WORLD.users[request_.sender], critical_requests_left=left)
    answer = dsp.receive(hearing(request_, world=WORLD.with_user(sender)))
    assert answer.outcome is None
    assert answer.trail
    expected = replace(sender, critical_requests_left=afterwards)
    assert answer.world == WORLD.with_user(expected)


def test_a_critical_request_over_the_threshold_is_quarantined_and_changes_nothing() -> None:
    world = WORLD.with_user(replace(WORLD.users["holding ED"], critical_requests_left=0))
    answer = dsp.receive(hearing(UPDATE, world=world))
    assert (answer.outcome, answer.world) == (Quarantined("the sender's anomaly threshold"), world)
    assert answer.trail[-1].holds
