"""The adapter against the simulator, over mutual TLS both ways and over plain HTTP."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256

from rulebook.law import rulings
from rulebook.vocabulary import (
    SECMP0107,
    Accepted,
    Certificate,
    CertificateUse,
    Check,
    Component,
    DeviceType,
    Generation,
    Quarantined,
    Refused,
    ServiceRequest,
    Slot,
    refusal,
)
from sut_adapters.catalogue import system_under_test
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.port import (
    AlertInbox,
    Circumstance,
    Circumstances,
    DeviceSpec,
    Estate,
    ReleaseControl,
    SlotInspection,
    UserGateway,
)
from sut_adapters.simulator import tls
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.in_thread import InThread
from sut_adapters.simulator.opening import Law, opened
from sut_adapters.simulator.profile_file import write_profile
from sut_adapters.simulator.settings import Settings
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from tests.duis.adapter.conftest import update

S1SPS = (Component.S1SP1, Component.S1SP2, Component.S1SP3)


class System(UserGateway, Estate, SlotInspection, AlertInbox, Circumstances, ReleaseControl, Protocol):
    """The ports that these tests use."""


@pytest.fixture(params=["mutual TLS", "plain HTTP"])
def system(request: pytest.FixtureRequest, pki: TestPki, pki_folder: Path, tmp_path: Path) -> Iterator[System]:
    settings = Settings.of(pki)
    with ExitStack() as stack:
        urls = {component: f"sqlite:///{tmp_path}/{component}.db" for component in (Component.DSP, *S1SPS)}
        databases = Databases.open(urls[Component.DSP], {s1sp: urls[s1sp] for s1sp in S1SPS})
        stack.callback(databases.close)
        simulation = opened(settings, databases, Law(rulings()))
        encrypted = (tls.serving(pki_folder), tls.pushing(pki_folder)) if request.param == "mutual TLS" else ()
        simulator = stack.enter_context(InThread(simulation, *encrypted))
        file = tmp_path / "profile.toml"
        write_profile(file, simulator.url, pki, pki_folder, rulings())
        if encrypted:
            file.write_text(file.read_text(encoding="utf-8") + inbox_over_tls(pki_folder), encoding="utf-8")
        made = system_under_test(f"duis:{file}", rulings())
        assert isinstance(made, DuisSystem)
        assert isinstance(made, System)
        stack.callback(made.close)
        made.begin("a scenario", 1)
        made.switch(SECMP0107)
        yield made


def inbox_over_tls(pki: Path) -> str:
    server = pki / places.TLS_SERVER
    authority = pki / f"{places.TLS_AUTHORITY}.pem"
    return f'\n[inbox]\ncertificate = "{server}.pem"\nkey = "{server}.key"\nauthority = "{authority}"\n'


def in_southfells_slots(generation: Generation = Generation.SMETS1) -> DeviceSpec:
    held = {
        Slot.CRITICAL_NETWORK_OPERATOR: Certificate("Southfell", CertificateUse.DIGITAL_SIGNING),
        Slot.NON_CRITICAL_NETWORK_OPERATOR: Certificate("Southfell", CertificateUse.KEY_AGREEMENT),
    }
    return DeviceSpec(DeviceType.ESME, generation, slots=held)


def owners(system: System, device: str) -> set[str]:
    slots = system.slots(device)
    found = (slots[slot] for slot in (Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR))
    return {certificate.owner if certificate else "nobody" for certificate in found}


def test_the_holder_hands_over_and_the_registered_operator_is_told(system: System) -> None:
    device = system.place(in_southfells_slots())
    assert owners(system, device) == {"Southfell"}
    assert system.send(update("Northmoor", to=device)) == refusal(system.served_by(device), Check.CERTIFICATE_OWNERSHIP)
    assert owners(system, device) == {"Southfell"}
    assert system.send(update("Southfell", to=device)) == Accepted()
    assert owners(system, device) == {"Northmoor"}
    assert system.recipients("S1SP Alert", device) == ("Northmoor",)
    assert system.recipients("Security Credentials Updated", device) == ("Northmoor",)
    assert system.settled()


def test_the_dsp_refuses_at_once(system: System) -> None:
    device = system.place(in_southfells_slots())
    request = update("Southfell", to=device)
    reading = ServiceRequest("4.10", "Southfell", device)
    assert system.send(reading) == refusal(Component.DSP, Check.REGISTRATION)
    assert system.send(ServiceRequest("8.2", "Sanderling", device)) == Accepted()
    system.arrange(Circumstance.USER_SUSPENDED, party="Southfell")
    assert system.send(request) == refusal(Component.DSP, Check.USER_STATUS)


def test_a_quarantine_is_neither(system: System) -> None:
    device = system.place(in_southfells_slots())
    system.arrange(Circumstance.ANOMALY_THRESHOLD_REACHED, party="Southfell")
    assert isinstance(system.send(update("Southfell", to=device)), Quarantined)
    assert owners(system, device) == {"Southfell"}


def test_a_smets2_device_answers_for_itself(system: System) -> None:
    device = system.place(in_southfells_slots(Generation.SMETS2))
    refused = refusal(Component.DEVICE, Check.CERTIFICATE_OWNERSHIP)
    assert system.send(update("Northmoor", to=device)) == refused
    assert system.send(update("Southfell", to=device)) == Accepted()


def test_requests_of_many_parties_at_once_do_not_mix(system: System) -> None:
    devices = [system.place(in_southfells_slots()) for _ in range(4)]
    requests = [update(sender, to=device) for device in devices for sender in ("Westbrook", "Northmoor", "Dunlin")]
    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(system.send, requests))
    for request, outcome in zip(requests, outcomes, strict=True):
        serving = system.served_by(request.target)
        if request.sender == "Dunlin":
            assert isinstance(outcome, Refused)
            assert outcome.by is Component.DSP
        else:
            assert outcome == refusal(serving, Check.CERTIFICATE_OWNERSHIP)
    assert all(owners(system, device) == {"Southfell"} for device in devices)


def test_it_says_where_it_is_and_by_what_certificate_it_is_known(system: System, pki_folder: Path) -> None:
    assert isinstance(system, DuisSystem)
    system.send(ServiceRequest("8.2", "Sanderling", system.place(in_southfells_slots())))
    assert system.identity.startswith("the DSP at http")
    assert system.identity.endswith("(simulator environment)")
    shown = x509.load_pem_x509_certificate((pki_folder / f"{places.TLS_SERVER}.pem").read_bytes())
    over_tls = "https:" in system.identity
    assert system.tls_fingerprint == (shown.fingerprint(SHA256()).hex() if over_tls else "")
