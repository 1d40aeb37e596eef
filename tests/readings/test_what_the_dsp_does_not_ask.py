"""Checks of the DSP that do not concern a request: each condition under which one is not made, by itself."""

from dataclasses import replace

import pytest

from rulebook.law import rulings
from rulebook.model import World, receive
from rulebook.vocabulary import (
    SECMP0107,
    Accepted,
    Check,
    Component,
    DeviceStatus,
    Outcome,
    Refused,
    RemotePartyRole,
    Rulings,
    ServiceRequest,
    Variant,
)
from tests.rulebook.worlds import DEFAULT, DEVICES, WORLD, update

INCONSISTENT = rulings({"O8": "inconsistent-role"})
RETIRED = WORLD.with_device(replace(DEVICES["ESME"], status=DeviceStatus.DECOMMISSIONED))


def outcome(request: ServiceRequest, ruled: Rulings = DEFAULT, world: World = WORLD) -> Outcome:
    return receive(world, request, SECMP0107, ruled).outcome


def test_a_request_to_no_device_is_not_asked_about_the_devices_status() -> None:
    assert outcome(ServiceRequest(Variant.READ_INVENTORY, "registered ED", "ESME"), world=RETIRED) == Accepted()
    refused = outcome(ServiceRequest(Variant.READ_NETWORK_DATA, "registered ED", "ESME"), world=RETIRED)
    assert refused == Refused(Component.DSP, Check.DEVICE_STATUS, "E5")


@pytest.mark.parametrize(
    ("request_", "refused"),
    [
        (replace(update("holding ED", "registered ED"), command_variant=4), True),
        (replace(update("holding ED", "registered ED"), command_variant=1), False),
        (replace(update("holding ED", "registered ED", "SMETS2 ESME"), command_variant=4), False),
        (ServiceRequest(Variant.READ_NETWORK_DATA, "registered ED", "ESME", command_variant=4), False),
    ],
)
def test_the_command_variant_is_that_of_a_critical_request_for_smets1(request_: ServiceRequest, refused: bool) -> None:
    expected = Refused(Component.DSP, Check.COMMAND_VARIANT, "E12") if refused else Accepted()
    assert outcome(request_) == expected


@pytest.mark.parametrize(
    ("request_", "stopped"),
    [
        (update("registered IS", "registered ED"), True),
        (update("registered IS", "registered IS", role=RemotePartyRole.SUPPLIER), False),
        (update("holding ED", "registered ED"), False),
        (update("registered IS", "registered ED", "SMETS2 ESME"), False),
    ],
)
def test_a_supplier_that_names_the_operators_slots_of_a_smets1_device_is_inconsistent(
    request_: ServiceRequest, stopped: bool
) -> None:
    ended = outcome(request_, INCONSISTENT)
    assert (isinstance(ended, Refused) and ended.by is Component.DSP) is stopped
