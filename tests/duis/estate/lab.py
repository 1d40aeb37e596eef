"""A test environment: a simulator whose staff can put devices into any state, and profiles of it."""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol, runtime_checkable

from rulebook.law import rulings
from rulebook.vocabulary import S1SPS, SECMP0107, Component, Release, Rulings, UserRole
from sut_adapters.duis.adapter import DuisSystem, assemble
from sut_adapters.duis.profile import read_profile
from sut_adapters.duis.profile_of_a_pki import profile_of
from sut_adapters.duis.profile_schema import TestControlTable
from sut_adapters.duis.setting import Setting
from sut_adapters.duis.test_control_client import TestControl
from sut_adapters.duis.test_control_json import release_as_json
from sut_adapters.port import (
    AlertInbox,
    AlertTrigger,
    AuditTrail,
    Circumstances,
    DeviceSpec,
    Estate,
    ReleaseControl,
    RequestsInFlight,
    Restartable,
    S1spGateway,
    ScenarioScope,
    SlotInspection,
    UserGateway,
)
from sut_adapters.reference import ReferenceModel
from sut_adapters.simulator import tls
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.in_thread import InThread
from sut_adapters.simulator.opening import Law, opened
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.test_control import BASE
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki


@runtime_checkable
class Asked(ScenarioScope, UserGateway, Estate, SlotInspection, Protocol):
    """What every profile makes possible."""


@runtime_checkable
class Switchable(Asked, Circumstances, ReleaseControl, RequestsInFlight, AlertInbox, Protocol):
    """What test control adds, whatever is played."""


@runtime_checkable
class Controlled(Switchable, Restartable, S1spGateway, AlertTrigger, AuditTrail, Protocol):
    """What it adds where nothing is played."""


class Lab:
    """Plain HTTP; everything that is opened is closed with it."""

    def __init__(self, pki: TestPki, pki_folder: Path, folder: Path) -> None:
        self.pki, self._pki_folder, self.folder = pki, pki_folder, folder
        self._stack, self._systems = ExitStack(), ExitStack()
        urls = {component: f"sqlite:///{folder}/{component}.db" for component in (Component.DSP, *S1SPS)}
        databases = Databases.open(urls[Component.DSP], {s1sp: urls[s1sp] for s1sp in S1SPS})
        self._stack.callback(databases.close)
        self.simulation = opened(Settings.of(pki), databases, Law(rulings()))
        self.url = self._stack.enter_context(InThread(self.simulation, push_tls=tls.pushing(pki_folder))).url
        self.control = TestControl(TestControlTable(url=self.url + BASE))
        self._stack.callback(self.control.close)

    def __enter__(self) -> "Lab":
        """An empty estate, SECMP0107 in force everywhere, and nothing leased."""
        self.control.post("/scenario", {"scenario": "lab", "seed": 7})
        self.switch(SECMP0107)
        shutil.rmtree(self.folder / "estate", ignore_errors=True)
        return self

    def __exit__(self, *_: object) -> None:
        """The systems that were built meanwhile are closed."""
        self._systems.close()

    def close(self) -> None:
        """Close everything."""
        self._stack.close()

    def place(self, spec: DeviceSpec) -> str:
        """A device, as the lab's staff would put it there."""
        said = {
            "device_type": spec.device_type,
            "generation": spec.generation,
            "s1sp": spec.s1sp,
            "status": spec.status,
            "registered": dict(spec.registered),
            "slots": {
                slot: one and {"owner": one.owner, "use": one.use, "issue": one.issue}
                for slot, one in spec.slots.items()
            },
            "hub": spec.hub,
        }
        device: str = self.control.post("/devices", said)["device"]
        return device

    def holds(self, device: str) -> set[str]:
        """The names of those whose certificates are in the Network Operator slots."""
        names = {user_id: name for name, user_id in self.pki.user_id.items()}
        slots = self.control.get(f"/devices/{device}/slots")["slots"]
        return {names[one["owner"]] for slot, one in slots.items() if "Network Operator" in slot and one}

    def switch(self, release: Release) -> None:
        """Put every component on or off."""
        self.control.put("/release", release_as_json(release))

    def profile(self, *, control: bool = False, without: Iterable[str] = (), more: str = "", top: str = "") -> Path:
        """A profile of this lab. `without` are parties whose signers it lacks, `top` goes before every table."""
        text = profile_of(
            self._pki_folder,
            self.pki.user_id,
            dsp_url=self.url,
            test_control_url=self.url + BASE if control else None,
            environment="test",
            dsp_id=self.pki.user_id[places.DSP],
            first_counter=1,
        )
        for name in without:
            text = _without_signer(text, name)
        file = self.folder / "profile.toml"
        file.write_text(f"{top}{text}{more}", encoding="utf-8")
        return file

    def system(self, file: Path, ruled: Rulings | None = None, boundary: str | None = None) -> DuisSystem:
        """The system by a profile, its inboxes known to the lab as if they had been registered beforehand."""
        system = assemble(read_profile(file), ruled or rulings(), Setting(boundary, counterpart=ReferenceModel))
        self._systems.callback(system.close)
        for user_id, url in system.inbox_urls.items():
            self.control.put(f"/inboxes/{user_id}", {"url": url})
        return system

    def controlled(self, more: str = "", ruled: Rulings | None = None) -> Controlled:
        """The system with test control, in a scenario."""
        system = self.system(self.profile(control=True, more=self.played() + more), ruled)
        assert isinstance(system, Controlled)
        system.begin("a scenario", 1)
        return system

    def played(self, *, over_tls: bool = False) -> str:
        """The `[played]` tables with every key, which in a simulator are no secret."""
        server, authority = self._pki_folder / places.TLS_SERVER, self._pki_folder / places.TLS_AUTHORITY
        said = {"certificate": f"{server}.pem", "key": f"{server}.key", "authority": f"{authority}.pem"}
        lines = ["", "[played]", *(f'{key} = "{file}"' for key, file in said.items() if over_tls)]
        for name in (places.DSP, *S1SPS):
            place = self._pki_folder / places.xml_signing(name)
            lines += [f"[played.{name}]", f'key = "{place}.key"', f'certificate = "{place}.pem"']
        return "\n".join([*lines, ""])


def inventory_entry(device: str, spec: DeviceSpec, registered: Mapping[UserRole, str], **more: object) -> str:
    """A `[[device]]` of the profile."""
    said = {"id": device, "type": spec.device_type, "generation": spec.generation, "hub": spec.hub, **more}
    lines = [f"{key} = {json.dumps(value)}" for key, value in said.items() if key != "registered"]
    roles = ", ".join(f'"{role}" = {json.dumps(party)}' for role, party in registered.items())
    return "\n".join(["", "[[device]]", *lines, f"registered = {{ {roles} }}", ""])


def _without_signer(text: str, name: str) -> str:
    return re.sub(rf'(\[party."{name}"\]\n.*\n)signer = .*\ncritical_signer = .*\n', r"\1", text)


def without_party(text: str, name: str) -> str:
    """A profile that knows nothing of somebody."""
    return re.sub(rf'\[party."{name}"\]\n(?:(?!\n\n).)*\n\n', "", text, flags=re.DOTALL)
