"""The reference's MessageEndpoint: messages change what requests change, and nobody else pays for them."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rulebook import law
from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    Accepted,
    Certificate,
    CertificateUse,
    Check,
    Component,
    DeviceType,
    Generation,
    Refused,
    RemotePartyRole,
    ServiceRequest,
    Tampering,
    UserRole,
    refusal,
)
from sut_adapters.port import UNKNOWN_DEVICE, Alert, DeviceSpec, NotApplicable
from sut_adapters.reference import ReferenceModel
from tests.duis.codec.genuine import FOLDER, needs_schemas

ROOT = Path(__file__).parents[2]


@pytest.fixture
def system() -> ReferenceModel:
    model = ReferenceModel(law.rulings())
    model.begin("messages", seed=5)
    return model


def esme(system: ReferenceModel, holder: str, generation: Generation = Generation.SMETS1) -> str:
    """Registered to Northmoor."""
    slots = {slot: Certificate(holder, _use(slot)) for slot in NETWORK_OPERATOR_SLOTS}
    registered = {UserRole.ELECTRICITY_DISTRIBUTOR: "Northmoor"}
    return system.place(DeviceSpec(DeviceType.ESME, generation, registered=registered, slots=slots))


def _use(slot: str) -> CertificateUse:
    return CertificateUse.KEY_AGREEMENT if slot.startswith("non-critical") else CertificateUse.DIGITAL_SIGNING


def update(sender: str, device: str, owner: str = "Northmoor", issue: int = 1) -> ServiceRequest:
    placed = tuple(Certificate(owner, use, issue) for use in CertificateUse)
    return ServiceRequest("6.15.1", sender, device, RemotePartyRole.NETWORK_OPERATOR, placed)


def test_a_good_message_replaces_what_a_request_would(system: ReferenceModel) -> None:
    device = esme(system, "Southfell")
    assert system.post(update("Southfell", device, issue=2)) == Accepted()
    assert {system.slots(device)[slot] for slot in NETWORK_OPERATOR_SLOTS} == {
        Certificate("Northmoor", use, 2) for use in CertificateUse
    }


def test_messages_and_requests_are_about_one_world(system: ReferenceModel) -> None:
    device = esme(system, "Southfell")
    assert system.post(update("Southfell", device)) == Accepted()
    s1sp = system.served_by(device)
    assert system.send(update("Southfell", device)) == refusal(s1sp, Check.CERTIFICATE_OWNERSHIP)
    assert system.send(update("Northmoor", device, issue=2)) == Accepted()
    assert system.post(update("Southfell", device)) == refusal(s1sp, Check.CERTIFICATE_OWNERSHIP)


def test_the_alerts_and_the_trail_of_a_message_are_kept(system: ReferenceModel) -> None:
    device = esme(system, "Southfell")
    refused = system.post(update("Northmoor", device))
    assert refused == refusal(system.served_by(device), Check.CERTIFICATE_OWNERSHIP)
    assert system.received_by("Northmoor") == (Alert("S1SP Alert", "Northmoor", device, "S1VE64"),)
    assert [entry.clause for entry in system.last_decisions()][-1] == "S1SR 4.2"


def test_a_critical_message_to_a_smets2_device_is_transformed_and_signed_again(system: ReferenceModel) -> None:
    device = esme(system, "Southfell", Generation.SMETS2)
    assert system.post(update("Northmoor", device)) == refusal(Component.DEVICE, Check.CERTIFICATE_OWNERSHIP)
    assert system.post(update("Southfell", device)) == Accepted()


def test_a_message_that_is_for_no_device_is_answered_at_once(system: ReferenceModel) -> None:
    assert system.post(ServiceRequest("8.2", "Northmoor", esme(system, "Southfell"))) == Accepted()


def test_a_device_that_nobody_knows_is_refused(system: ReferenceModel) -> None:
    esme(system, "Southfell")
    assert system.post(update("Southfell", UNKNOWN_DEVICE)) == refusal(Component.DSP, Check.DEVICE_EXISTENCE)


def test_what_cannot_be_read_is_turned_away_below_duis(system: ReferenceModel) -> None:
    outcome = system.post(update("Southfell", esme(system, "Southfell")), Tampering.ENTITY_BOMB)
    assert outcome == Refused(Component.DSP, Check.UNATTESTED, "HTTP 400")


def test_the_same_seed_gives_the_same_answers_again(system: ReferenceModel) -> None:
    device = esme(system, "Northmoor")
    request = update("Northmoor", device)
    assert system.post(request) == Accepted()
    repeated = system.post(replace(request, repeats_counter=True))
    system.begin("messages", seed=5)
    assert esme(system, "Northmoor") == device
    assert system.post(request) == Accepted()
    assert system.post(replace(request, repeats_counter=True)) == repeated


def test_without_schemas_nothing_is_judged_by_them(system: ReferenceModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MP107_DUIS_DIR", raising=False)
    with pytest.raises(NotApplicable, match="MP107_DUIS_DIR"):
        system.post(update("Southfell", esme(system, "Southfell")), Tampering.SCHEMA_INVALID)


@needs_schemas
def test_a_folder_of_schemas_may_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MP107_DUIS_DIR")
    system = ReferenceModel(law.rulings(), schemas=FOLDER)
    outcome = system.post(update("Southfell", esme(system, "Southfell")), Tampering.SCHEMA_INVALID)
    assert outcome == Refused(Component.DSP, Check.UNATTESTED, "HTTP 400")


def test_who_posts_nothing_loads_nothing() -> None:
    program = (
        "import sys; from rulebook import law; from sut_adapters.reference import ReferenceModel;"
        "ReferenceModel(law.rulings()).begin('', 1);"
        "print(sorted({'lxml', 'cryptography', 'signxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
