"""A simulator that serves by plain HTTP, as a User and as its own staff meet it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from rulebook.vocabulary import CertificateUse
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki

HOLDER, REGISTERED, S1SP = "Southfell", "Northmoor", "S1SP1"
SLOTS = {
    "critical Network Operator": CertificateUse.DIGITAL_SIGNING,
    "non-critical Network Operator": CertificateUse.KEY_AGREEMENT,
}
ANSWERED_WITHIN_S = 30.0


def client(url: str) -> httpx.Client:
    """For a simulator at that URL."""
    return httpx.Client(base_url=url, timeout=ANSWERED_WITHIN_S)


@dataclass(frozen=True, slots=True)
class Simulated:
    """A simulator that serves, and the files of its PKI."""

    http: httpx.Client
    pki: TestPki
    folder: Path

    def control(self, method: str, path: str, content: Any = None) -> Any:
        """One operation of test control (docs/test-control.openapi.yaml), and its answer if it has one."""
        answer = self.http.request(method, f"/test-control/v1{path}", json=content)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def send(self, message: bytes) -> bytes:
        """To the Send Command Service."""
        answer = self.http.post("/api/v1/serviceS", content=message, headers={"Content-Type": "application/xml"})
        answer.raise_for_status()
        return answer.content

    def holders(self, device: str) -> set[str]:
        """By User ID, of the Network Operator slots."""
        slots = self.control("GET", f"/devices/{device}/slots")["slots"]
        return {slots[slot]["owner"] for slot in SLOTS}

    def certificate(self, name: str) -> Path:
        """The file of the certificate with which somebody signs XML."""
        return self.folder / f"{places.xml_signing(name)}.pem"

    @property
    def key(self) -> Path:
        """The holder's."""
        return self.folder / f"{places.xml_signing(HOLDER)}.key"

    def device(self) -> str:
        """A new SMETS1 ESME whose Network Operator slots hold the holder's certificates, not the registered one's."""
        held = {slot: {"owner": HOLDER, "use": use} for slot, use in SLOTS.items()}
        registered = {"Electricity Distributor": REGISTERED}
        spec = {"device_type": "ESME", "s1sp": S1SP, "slots": held, "registered": registered}
        return str(self.control("POST", "/devices", spec)["device"])
