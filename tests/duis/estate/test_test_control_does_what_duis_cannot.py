"""The ports by test control: circumstances, switches, alerts, what was decided, and requests kept in flight."""

from dataclasses import replace

import pytest

from rulebook.vocabulary import (
    BASELINE,
    SECMP0107,
    Accepted,
    Check,
    Component,
    DeviceType,
    Quarantined,
    Refused,
    Release,
    Silent,
    UserRole,
    Variant,
    refusal,
)
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.duis.countersigned import read_countersigned
from sut_adapters.duis.request import read_request
from sut_adapters.port import Circumstance, DeviceSpec, NotExercised
from tests.duis.estate.devices import RIGHT, WRONG
from tests.duis.estate.lab import Lab
from tests.duis.estate.test_devices_are_leased_with_care import update


def test_releases_are_switched_component_by_component(lab: Lab) -> None:
    system = lab.controlled()
    mixed = Release(dsp=True, s1sps={Component.S1SP1: False, Component.S1SP2: True, Component.S1SP3: False})
    for release in (mixed, BASELINE, SECMP0107):
        system.switch(release)
        assert system.release() == release


def test_a_circumstance_is_brought_about(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(WRONG)
    system.arrange(Circumstance.ANOMALY_THRESHOLD_REACHED, party="Southfell")
    assert isinstance(system.send(update("Southfell", "Northmoor", device)), Quarantined)


def test_one_that_cannot_be_had_is_not_exercised_in_the_environments_own_words(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(DeviceSpec(DeviceType.GPF))
    with pytest.raises(NotExercised, match="for ESMEs only"):
        system.arrange(Circumstance.MIGRATION_CONTROL_CENTRE, party="Birchwater", device=device)


def test_a_registration_is_moved(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(RIGHT)
    system.switch(BASELINE)
    system.register(device, UserRole.ELECTRICITY_DISTRIBUTOR, "Southfell")
    assert system.send(update("Northmoor", "Northmoor", device)) == refusal(Component.DSP, Check.REGISTRATION)


def test_a_device_raises_an_alert(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(WRONG)
    system.raise_alert(device)
    assert system.recipients("Device Alert", device) == ("Southfell",)


def test_decisions_are_those_of_the_scenarios_request_and_not_of_the_suites_own(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(WRONG)
    system.switch(SECMP0107)
    assert system.send(update("Southfell", "Northmoor", device)) == Accepted()
    system.slots(device)
    assert "SRPD 6.2(d)" in {entry.clause for entry in system.last_decisions() if entry.component is Component.DSP}


def test_a_request_stays_in_flight_while_the_world_changes(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(WRONG)
    s1sp = system.served_by(device)
    system.switch(SECMP0107)
    ticket = system.submit(update("Southfell", "Northmoor", device))
    assert not system.settled()
    system.switch(SECMP0107.switched(s1sp, on=False))
    assert system.outcome(ticket) == refusal(s1sp, Check.REGISTRATION)


def test_slots_can_be_read_and_components_restarted_while_a_request_is_held(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(WRONG)
    before = system.slots(device)
    ticket = system.submit(update("Southfell", "Northmoor", device))
    assert system.slots(device) == before
    for component in (Component.DSP, system.served_by(device)):
        system.restart(component)
    assert system.outcome(ticket) == Accepted()
    assert system.slots(device) != before


def test_a_scenario_leaves_nothing_held(lab: Lab) -> None:
    system = lab.controlled()
    system.submit(update("Southfell", "Northmoor", system.place(WRONG)))
    system.end()
    system.begin("another scenario", 2)
    assert system.send(update("Southfell", "Northmoor", system.place(WRONG))) != Silent(proved=False)


def test_an_s1sp_is_handed_a_request_past_the_dsp(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(DeviceSpec(DeviceType.ESME, slots=WRONG.slots, s1sp=Component.S1SP3))
    system.switch(BASELINE)
    request = update("Southfell", "Northmoor", device)
    assert system.hand_over(request) == refusal(Component.S1SP3, Check.REGISTRATION)
    system.switch(SECMP0107)
    assert system.hand_over(request) == Accepted()
    assert lab.holds(device) == {"Northmoor"}


def test_past_the_dsp_a_counter_is_repeated_where_the_request_says_so(lab: Lab) -> None:
    system = lab.controlled()
    device = system.place(WRONG)
    request = update("Northmoor", "Northmoor", device)
    assert isinstance(system, DuisSystem)
    assert isinstance(system.hand_over(request), Refused)
    assert isinstance(system.hand_over(replace(request, repeats_counter=True)), Refused)
    sent = [message.document for message in system.messages() if b"CountersignedServiceRequest" in message.document]
    counters = [
        read_request(read_countersigned(document).request, tuple(Variant)).header.counter for document in sent[-2:]
    ]
    assert len(set(counters)) == 1
