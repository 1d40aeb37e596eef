"""The boundaries: the suite plays the S1SPs for a DSP, or the DSP for an S1SP, and believes neither blindly."""

from http import HTTPStatus

import httpx
import pytest

from rulebook.vocabulary import (
    BASELINE,
    SECMP0107,
    Accepted,
    Check,
    Component,
    DeviceType,
    Generation,
    Release,
    UserRole,
    refusal,
)
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.duis.boundaries import boundary_of
from sut_adapters.duis.countersigned import Countersigned, encode_countersigned
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.signing import sign
from sut_adapters.port import AlertTrigger, Circumstance, DeviceSpec, Misconfigured, NotExercised, S1spGateway
from tests.duis.estate.devices import ELECTRICITY, WRONG
from tests.duis.estate.lab import Lab, Switchable, inventory_entry
from tests.duis.estate.test_devices_are_leased_with_care import update

ONLY_DSP = Release(dsp=True)


def alone(lab: Lab, boundary: str, *, over_tls: bool = False) -> Switchable:
    system = lab.system(lab.profile(control=True, more=lab.played(over_tls=over_tls)), boundary=boundary)
    assert isinstance(system, Switchable)
    system.begin("a scenario", 1)
    return system


@pytest.fixture(params=["dsp", "s1sp"])
def system(lab: Lab, request: pytest.FixtureRequest) -> Switchable:
    return alone(lab, request.param)


def test_the_played_side_answers_like_the_real_one(system: Switchable) -> None:
    system.switch(SECMP0107)
    device = system.place(WRONG)
    assert system.send(update("Northmoor", "Northmoor", device)) == refusal(
        system.served_by(device), Check.CERTIFICATE_OWNERSHIP
    )
    assert system.send(update("Southfell", "Northmoor", device)) == Accepted()
    assert {held.owner for slot, held in system.slots(device).items() if held and "Network" in slot} == {"Northmoor"}


def test_each_side_has_its_own_half_of_the_change(system: Switchable) -> None:
    device = system.place(WRONG)
    system.switch(BASELINE)
    assert system.send(update("Southfell", "Northmoor", device)) == refusal(Component.DSP, Check.REGISTRATION)
    system.switch(ONLY_DSP)
    assert system.send(update("Southfell", "Northmoor", device)) == refusal(
        system.served_by(device), Check.REGISTRATION
    )
    assert system.release() == ONLY_DSP


def test_the_other_sides_own_affairs_are_played(system: Switchable) -> None:
    device = system.place(DeviceSpec(DeviceType.ESME))
    system.arrange(Circumstance.MIGRATION_AUTHORISATION, party="Southfell", device=device)
    assert {held.owner for slot, held in system.slots(device).items() if held and "Network" in slot} == {"Southfell"}
    system.arrange(Circumstance.USER_SUSPENDED, party="Southfell")
    assert system.send(update("Southfell", "Northmoor", device)) == refusal(Component.DSP, Check.USER_STATUS)


def test_both_sides_hear_of_a_new_registration(system: Switchable) -> None:
    system.switch(BASELINE)
    device = system.place(WRONG)
    system.register(device, UserRole.ELECTRICITY_DISTRIBUTOR, "Southfell")
    assert system.send(update("Southfell", "Southfell", device)) == Accepted()


def test_a_request_stays_in_flight_between_the_two(system: Switchable) -> None:
    system.switch(SECMP0107)
    device = system.place(WRONG)
    ticket = system.submit(update("Southfell", "Northmoor", device))
    system.switch(ONLY_DSP)
    assert system.outcome(ticket) == refusal(system.served_by(device), Check.REGISTRATION)


def test_a_refusal_of_the_s1sp_reaches_its_sender_as_an_alert(system: Switchable) -> None:
    system.switch(SECMP0107)
    device = system.place(WRONG)
    system.send(update("Westbrook", "Westbrook", device))
    assert [(alert.kind, alert.device) for alert in system.received_by("Westbrook")] == [("S1SP Alert", device)]
    assert system.recipients("S1SP Alert", device) == ("Westbrook",)


def test_the_dsp_reaches_the_played_s1sps_over_mutual_tls(lab: Lab) -> None:
    system = alone(lab, "dsp", over_tls=True)
    device = system.place(WRONG)
    assert lab.simulation.elsewhere[system.served_by(device)].startswith("https:")
    assert system.send(update("Southfell", "Northmoor", device)) == Accepted()


def test_a_smets2_device_is_no_affair_of_an_s1sp(lab: Lab) -> None:
    system = alone(lab, "s1sp")
    device = system.place(DeviceSpec(DeviceType.ESME, Generation.SMETS2, slots=WRONG.slots))
    system.register(device, UserRole.ELECTRICITY_DISTRIBUTOR, "Westbrook")
    assert system.served_by(device) is Component.DEVICE
    assert system.send(update("Southfell", "Northmoor", device)) == Accepted()
    assert {held.owner for slot, held in system.slots(device).items() if held and "Network" in slot} == {"Northmoor"}


def test_the_played_dsp_does_not_pretend_to_hear_devices(lab: Lab) -> None:
    system = alone(lab, "s1sp")
    assert not isinstance(system, AlertTrigger)
    with pytest.raises(NotExercised, match="no device's alerts come to it"):
        system.recipients("Device Alert", "00-00-00-00-00-00-00-01")


def test_what_a_played_s1sp_is_sent_has_to_be_the_dsps_and_the_users_and_its_own(lab: Lab) -> None:
    system = alone(lab, "dsp")
    device = system.place(DeviceSpec(DeviceType.ESME, s1sp=Component.S1SP1))
    ready = RequestToSend(lab.pki.user_id["Curlew"], device, 7, "6.24.1", 1)
    good = sign(encode_request(ready), lab.pki.signer("Curlew"))
    forged = sign(encode_request(ready), lab.pki.signer("Dunlin"))
    elsewhere = sign(
        encode_request(RequestToSend(lab.pki.user_id["Curlew"], lab.pki.user_id["Heron"], 7, "6.24.1", 1)),
        lab.pki.signer("Curlew"),
    )
    urls = {s1sp: lab.simulation.elsewhere[s1sp] for s1sp in (Component.S1SP1, Component.S1SP2)}

    def answer(
        request: bytes, signer: str = "DSP", to: Component = Component.S1SP1, at: Component = Component.S1SP1
    ) -> tuple[int, str]:
        document = encode_countersigned(Countersigned(to, lab.simulation.clock(), request))
        posted = httpx.post(urls[at], content=sign(document, lab.pki.signer(signer)), trust_env=False)
        return posted.status_code, posted.text

    bad = HTTPStatus.BAD_REQUEST
    assert answer(good)[0] == HTTPStatus.OK
    assert answer(good, signer="S1SP1") == (
        bad,
        "it is not signed with a certificate of the DSP that the profile gives",
    )
    assert "is not signed by" in answer(forged)[1]
    assert "it is for S1SP1" in answer(good, at=Component.S1SP2)[1]
    assert "is no device of S1SP2" in answer(good, to=Component.S1SP2, at=Component.S1SP2)[1]
    assert "is no device of S1SP1" in answer(elsewhere)[1]
    assert httpx.post(urls[Component.S1SP1], content=b"<x/>", trust_env=False).status_code == bad
    unknown = urls[Component.S1SP1].replace("S1SP1", "S1SP4")
    assert httpx.post(unknown, content=b"<x/>", trust_env=False).status_code == HTTPStatus.NOT_FOUND


def test_when_the_suite_stops_playing_the_environments_own_s1sps_have_their_requests_again(lab: Lab) -> None:
    system = alone(lab, "dsp")
    assert set(lab.simulation.elsewhere) == {Component.S1SP1, Component.S1SP2, Component.S1SP3}
    assert isinstance(system, DuisSystem)
    system.close()
    assert not lab.simulation.elsewhere


@pytest.mark.parametrize("boundary", ["dsp", "s1sp"])
def test_without_the_keys_nothing_is_played(lab: Lab, boundary: str) -> None:
    with pytest.raises(Misconfigured, match=rf"played: --boundary {boundary} needs that table; see docs/countersigned"):
        lab.system(lab.profile(control=True), boundary=boundary)
    missing = "played.S1SP1: give the key" if boundary == "dsp" else "played.DSP: give the key"
    with pytest.raises(Misconfigured, match=missing):
        lab.system(lab.profile(control=True, more="\n[played]\nport = 0\n"), boundary=boundary)


def test_another_word_is_no_boundary() -> None:
    with pytest.raises(Misconfigured, match="--boundary: 'both' is none; give one of dsp, s1sp, end-to-end"):
        boundary_of("both")


def test_where_nobody_says_where_the_s1sps_are_none_is_asked_alone(lab: Lab) -> None:
    device = lab.place(WRONG)
    more = inventory_entry(device, WRONG, ELECTRICITY) + lab.played()
    assert not isinstance(lab.system(lab.profile(more=more)), S1spGateway)
    assert isinstance(lab.controlled(), S1spGateway)
