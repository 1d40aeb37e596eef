"""A simulator as its clients see it: DUIS and test control over HTTP."""

from typing import Any

import httpx

from sut_adapters.duis.responses import Message, decode
from sut_adapters.port import DeviceSpec
from sut_adapters.simulator.exchange import Service
from sut_adapters.simulator.test_control import BASE


class Asking:
    """Safe to use from several threads."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def post(self, document: bytes, service: Service = Service.SEND_COMMAND) -> Message:
        """The answer to a message."""
        response = self.client.post(f"/api/v1/{service}", content=document)
        assert response.status_code == 200, response.text
        return decode(response.content).message

    def control(self, method: str, path: str, said: object = None) -> Any:
        """What test control answers."""
        response = self.client.request(method, BASE + path, json=said)
        assert response.is_success, response.text
        return response.json() if response.content else None

    def place(self, spec: DeviceSpec) -> str:
        """A device, by test control."""
        said = {
            "device_type": spec.device_type,
            "generation": spec.generation,
            "s1sp": spec.s1sp,
            "status": spec.status,
            "slots": {
                slot: held and {"owner": held.owner, "use": held.use, "issue": held.issue}
                for slot, held in spec.slots.items()
            },
        }
        device: str = self.control("POST", "/devices", said)["device"]
        return device

    def owners(self, device: str) -> tuple[str, ...]:
        """Whose certificates the Network Operator slots hold, critical first, by Entity Identifier."""
        slots = self.control("GET", f"/devices/{device}/slots")["slots"]
        return tuple(slots[f"{kind} Network Operator"]["owner"] for kind in ("critical", "non-critical"))

    def settle(self) -> None:
        """Wait until nothing is under way."""
        assert self.control("GET", "/settled?wait_s=60") == {"settled": True}
