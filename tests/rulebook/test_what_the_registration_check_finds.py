"""The registration check by itself: whom it concerns, what it finds, by which clause, and in which words."""

from dataclasses import replace

import pytest

from rulebook.model import RIGHT
from rulebook.model.registration import in_force, paragraph_in_force, registration_check
from rulebook.readings.clause import Clause
from rulebook.vocabulary import BASELINE, SECMP0107, Check, Component, Release, RemotePartyRole, ServiceRequest, Variant
from tests.rulebook.hearings import found, hearing
from tests.rulebook.worlds import update

UPDATE = update("holding ED", "registered ED")
OF_GAS = update("holding GT", "registered GT", "GPF")
BY_SUPPLIER = update("other IS", "other IS", role=RemotePartyRole.SUPPLIER)
READ = ServiceRequest(Variant.READ_NETWORK_DATA, "holding ED", "ESME")
INVENTORY = ServiceRequest(Variant.READ_INVENTORY, "holding ED", "ESME")

LIFTED = ("srpd-6.2.d", True, "the step of 6.1(f) does not apply")
REGISTERED = ("srpd-6.1.f", True, "the sender is the registered party for the device")
NOT_REGISTERED = (
    "srpd-6.1.f",
    False,
    "the sender is not the registered party for the device, and no paragraph of 6.2 in force lifts the step",
)
OF_SMETS2 = ("fia-3.1.smets2", True, "a Critical request to a SMETS2 device has no registration check")
LAGS = ("fia-5.2.lagging-s1sp", False, "O26 is read as every operator")
LAGGING = Release(dsp=True, s1sps={Component.S1SP1: False, Component.S1SP2: True})


@pytest.mark.parametrize("component", [Component.DSP, Component.S1SP1])
@pytest.mark.parametrize(
    ("request_", "release", "finding"),
    [
        (UPDATE, SECMP0107, LIFTED),
        (UPDATE, BASELINE, NOT_REGISTERED),
        (replace(UPDATE, sender="registered ED"), SECMP0107, LIFTED),
        (replace(UPDATE, sender="registered ED"), BASELINE, REGISTERED),
        (READ, SECMP0107, NOT_REGISTERED),
        (replace(READ, sender="registered ED"), SECMP0107, REGISTERED),
        (replace(UPDATE, target="SMETS2 ESME"), SECMP0107, OF_SMETS2),
        (replace(READ, target="SMETS2 ESME"), SECMP0107, NOT_REGISTERED),
        (BY_SUPPLIER, SECMP0107, NOT_REGISTERED),
    ],
)
def test_who_sends_for_a_device_is_registered_for_it_unless_a_paragraph_lifts_that(
    component: Component, request_: ServiceRequest, release: Release, finding: tuple[str, bool, str]
) -> None:
    heard = hearing(request_, component, release=release)
    assert found(registration_check, heard) == (component, Check.REGISTRATION, *finding)


@pytest.mark.parametrize("request_", [INVENTORY, replace(UPDATE, target="no device")])
def test_the_step_has_no_object_without_a_device(request_: ServiceRequest) -> None:
    assert found(registration_check, hearing(request_)) is None


@pytest.mark.parametrize(
    ("request_", "component", "release", "lags"),
    [
        (UPDATE, Component.S1SP1, LAGGING, True),
        (OF_GAS, Component.S1SP1, LAGGING, True),
        (replace(UPDATE, sender="registered ED"), Component.S1SP1, LAGGING, True),
        (UPDATE, Component.S1SP2, LAGGING, False),
        (UPDATE, Component.S1SP1, BASELINE, False),
        (UPDATE, Component.S1SP1, SECMP0107, False),
        (UPDATE, Component.DSP, BASELINE, False),
        (READ, Component.S1SP1, LAGGING, False),
        (BY_SUPPLIER, Component.S1SP1, LAGGING, False),
    ],
)
def test_a_lagging_s1sp_refuses_every_operator_where_that_is_ruled(
    request_: ServiceRequest, component: Component, release: Release, lags: bool
) -> None:
    expected = (component, Check.REGISTRATION, *LAGS)
    every = hearing(request_, component, release=release, O26="every-operator")
    assert (found(registration_check, every) == expected) is lags
    assert found(registration_check, hearing(request_, component, release=release)) != expected


@pytest.mark.parametrize(
    ("component", "release", "expected"),
    [
        (Component.DSP, LAGGING, True),
        (Component.S1SP1, LAGGING, False),
        (Component.S1SP2, LAGGING, True),
        (Component.S1SP3, LAGGING, False),
        (Component.DEVICE, SECMP0107, False),
        (Component.DSP, BASELINE, False),
    ],
)
def test_the_change_is_in_force_component_by_component(component: Component, release: Release, expected: bool) -> None:
    assert in_force(hearing(UPDATE, component, release=release)) is expected


def test_a_build_may_have_other_paragraphs_and_other_facts() -> None:
    always, never = Clause("always", "", lambda _: True), Clause("never", "", lambda _: False)
    build = replace(
        RIGHT,
        clause_6_2=(never,),
        clause_6_2_as_modified=(never, always, never),
        registered=lambda case: case.request is BY_SUPPLIER,
    )
    assert paragraph_in_force(hearing(UPDATE, build=build)) is always
    assert paragraph_in_force(hearing(UPDATE, build=build, release=BASELINE)) is None
    assert paragraph_in_force(hearing(UPDATE, build=replace(build, in_force=lambda _: False))) is None
    [held, failed] = [hearing(one, build=build, release=BASELINE) for one in (BY_SUPPLIER, UPDATE)]
    assert found(registration_check, held) == (Component.DSP, Check.REGISTRATION, *REGISTERED)
    assert found(registration_check, failed) == (Component.DSP, Check.REGISTRATION, *NOT_REGISTERED)
