"""What the DSP finds of the device that a request is for: each check by itself, its clause and its words."""

from dataclasses import replace

import pytest

from rulebook.model import World, dsp
from rulebook.model.build import CheckFunction
from rulebook.vocabulary import (
    Check,
    Component,
    DeviceStatus,
    RemotePartyRole,
    ServiceRequest,
    Variant,
)
from tests.rulebook.hearings import found, hearing
from tests.rulebook.worlds import DEVICES, WORLD, update

UPDATE = update("holding ED", "registered ED")
TO_SMETS2 = update("holding ED", "registered ED", "SMETS2 ESME")
OF_GSME = update("holding GT", "registered GT", "GSME")
READ = ServiceRequest(Variant.READ_NETWORK_DATA, "holding ED", "ESME")
INVENTORY = ServiceRequest(Variant.READ_INVENTORY, "holding ED", "ESME")
RESTORE = ServiceRequest(Variant.RESTORE_GPF_DEVICE_LOG, "registered IS", "GPF")
JOIN = ServiceRequest(Variant.JOIN_SERVICE_NON_CRITICAL, "registered IS", "GPF", other_device="GSME")
NOWHERE = replace(UPDATE, target="no device")
LIVE = {"InstalledNotCommissioned", "Commissioned", "Suspended", "Recovery", "Recovered"}


def of_status(status: DeviceStatus) -> World:
    return WORLD.with_device(replace(DEVICES["ESME"], status=status))


@pytest.mark.parametrize(
    ("request_", "holds", "because"),
    [(UPDATE, True, "the inventory holds the device"), (NOWHERE, False, "the inventory does not hold the device")],
)
def test_the_device_stands_in_the_inventory(request_: ServiceRequest, holds: bool, because: str) -> None:
    expected = (Component.DSP, Check.DEVICE_EXISTENCE, "duis-e19", holds, because)
    assert found(dsp.device_existence, hearing(request_)) == expected


@pytest.mark.parametrize("status", list(DeviceStatus))
def test_which_statuses_admit_a_request_is_a_question(status: DeviceStatus) -> None:
    expected = (Component.DSP, Check.DEVICE_STATUS, "duis-e5")
    because = f"the device is {status.value}"
    commissioned, world = status is DeviceStatus.COMMISSIONED, of_status(status)
    by_default, by_life = hearing(UPDATE, world=world), hearing(UPDATE, world=world, O29="live-statuses")
    assert found(dsp.device_status, by_default) == (*expected, commissioned, because)
    assert found(dsp.device_status, by_life) == (*expected, status.value in LIVE, because)
    lifted = hearing(UPDATE, world=world, O18="lifted-as-well")
    assert found(dsp.device_status, lifted) == (*expected, True, because)


@pytest.mark.parametrize("check", [dsp.device_existence, dsp.device_status])
def test_a_request_that_is_not_for_a_device_is_not_asked_about_one(check: CheckFunction) -> None:
    assert found(check, hearing(INVENTORY)) is None


def test_a_device_that_is_not_there_has_no_status() -> None:
    assert found(dsp.device_status, hearing(NOWHERE)) is None


@pytest.mark.parametrize(
    ("request_", "clause", "because"),
    [
        (OF_GSME, "O19", "a GSME is taken to have no Network Operator slot"),
        (replace(RESTORE, target="GSME"), "duis-e11", "the target is a GSME"),
        (replace(JOIN, other_device="GPF"), "duis-e11", "the target is a GPF"),
        (replace(RESTORE, target="GSME", other_device="GSME"), "duis-e11", "the target is a GSME"),
    ],
)
def test_a_request_that_does_not_fit_the_type_is_found_by_one_of_two_checks(
    request_: ServiceRequest, clause: str, because: str
) -> None:
    expected = (Component.DSP, Check.DEVICE_TYPE, clause, False, because)
    usual = hearing(request_, O19="refused-as-device-type")
    early = hearing(request_, O19="refused-as-device-type", O3_device_type="device-type-first")
    assert [found(check, usual) for check in (dsp.device_type, dsp.device_type_first)] == [expected, None]
    assert [found(check, early) for check in (dsp.device_type, dsp.device_type_first)] == [None, expected]


@pytest.mark.parametrize(
    ("request_", "reading"),
    [
        (OF_GSME, "as-a-gpf"),
        (OF_GSME, "refused-on-own-ground"),
        (UPDATE, "refused-as-device-type"),
        (replace(OF_GSME, role=RemotePartyRole.SUPPLIER), "refused-as-device-type"),
        (replace(OF_GSME, target="GPF"), "refused-as-device-type"),
        (replace(OF_GSME, variant=Variant.REQUEST_HANDOVER), "refused-as-device-type"),
        (RESTORE, "refused-as-device-type"),
        (JOIN, "refused-as-device-type"),
        (replace(RESTORE, target="no device"), "refused-as-device-type"),
    ],
)
def test_a_request_that_fits_the_type_is_not_turned_away_for_it(request_: ServiceRequest, reading: str) -> None:
    assert found(dsp.device_type, hearing(request_, O19=reading)) is None


@pytest.mark.parametrize(
    ("request_", "named"),
    [
        (OF_GSME, True),
        (replace(OF_GSME, target="GPF"), False),
        (replace(OF_GSME, target="no device"), False),
        (replace(OF_GSME, role=RemotePartyRole.SUPPLIER), False),
        (replace(OF_GSME, variant=Variant.REQUEST_HANDOVER), False),
    ],
)
def test_what_names_the_operators_slots_of_a_gsme(request_: ServiceRequest, named: bool) -> None:
    assert dsp.names_network_operator_slot_of_gsme(hearing(request_)) is named
    smets2 = WORLD.with_device(replace(DEVICES["GSME"], generation=DEVICES["SMETS2 ESME"].generation))
    assert not dsp.names_network_operator_slot_of_gsme(hearing(request_, world=smets2))


@pytest.mark.parametrize(
    ("reading", "sent", "holds", "because"),
    [
        ("send-command", 1, True, "the request carries Command Variant 1, 1 is expected"),
        ("send-command", 4, False, "the request carries Command Variant 4, 1 is expected"),
        ("transform", 4, True, "the request carries Command Variant 4, 4 is expected"),
        ("transform", 1, False, "the request carries Command Variant 1, 4 is expected"),
    ],
)
def test_which_command_variant_fits_is_a_question(reading: str, sent: int, holds: bool, because: str) -> None:
    heard = hearing(replace(UPDATE, command_variant=sent), O9=reading)
    assert found(dsp.command_variant, heard) == (Component.DSP, Check.COMMAND_VARIANT, "O9", holds, because)


@pytest.mark.parametrize("request_", [UPDATE, replace(TO_SMETS2, command_variant=9), replace(READ, command_variant=9)])
def test_what_carries_no_command_variant_that_matters_is_not_asked_for_one(request_: ServiceRequest) -> None:
    assert found(dsp.command_variant, hearing(request_)) is None
