"""What test control takes and gives, as JSON (docs/test-control.openapi.yaml)."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from rulebook.model import Finding
from rulebook.vocabulary import (
    S1SPS,
    Certificate,
    CertificateUse,
    Component,
    DeviceStatus,
    DeviceType,
    Generation,
    Release,
    Slot,
    UserRole,
)
from sut_adapters.duis.responses import certificate_hash
from sut_adapters.simulator.state import State
from sut_adapters.terms import AuditEntry, Circumstance, DeviceSpec

Url = Annotated[str, Field(pattern=r"^https?://[!-~]+$")]
Switch = Literal["on", "off"]
OF_A_USER = frozenset({Circumstance.USER_SUSPENDED, Circumstance.ANOMALY_THRESHOLD_REACHED})
Placeable = Literal[DeviceType.ESME, DeviceType.GPF, DeviceType.GSME]
Serving = Literal[Component.S1SP1, Component.S1SP2, Component.S1SP3]
ENTRIES: TypeAdapter[list[AuditEntry]] = TypeAdapter(list[AuditEntry])


class Said(BaseModel):
    """A JSON object; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Address(Said):
    """Of a Receive Response Service."""

    url: Url


class Elsewhere(Said):
    """Where somebody else plays an S1SP; None has the simulator play it again."""

    url: Url | None


class Beginning(Said):
    """Of a scenario."""

    scenario: str
    seed: Annotated[int, Field(ge=0)]


class NewRegistration(Said):
    """Who is registered from now on."""

    role: UserRole
    party: str


class Arrangement(Said):
    """A circumstance, and whom and what it is about; `issue` is of certificates that it puts on the device."""

    circumstance: Circumstance
    party: str
    device: str = ""
    issue: Annotated[int, Field(ge=1)] = 1

    @model_validator(mode="after")
    def _has_a_device(self) -> "Arrangement":
        if not self.device and self.circumstance not in OF_A_USER:
            raise ValueError("give the device that it is about")
        return self


class Hold(Said):
    """Whether acknowledged requests stay where they are."""

    on: bool


class Wait(Said):
    """How long to wait, in seconds."""

    wait_s: Annotated[float, Field(ge=0, le=60)] = 0.0


class SaidCertificate(Said):
    """A certificate of somebody's."""

    owner: str
    use: CertificateUse
    issue: Annotated[int, Field(ge=1)] = 1

    def certificate(self, name: Callable[[str], str]) -> Certificate:
        """In names of the cast."""
        return Certificate(name(self.owner), self.use, self.issue)


class SaidDevice(Said):
    """A device to be placed."""

    device_type: Placeable
    generation: Generation = Generation.SMETS1
    s1sp: Serving | None = None
    status: DeviceStatus = DeviceStatus.COMMISSIONED
    registered: dict[UserRole, str] = {}
    slots: dict[Slot, SaidCertificate | None] = {}
    hub: str = "premises"

    def specification(self, name: Callable[[str], str]) -> DeviceSpec:
        """In names of the cast; `name` gives the name of a party, however it is called."""
        return DeviceSpec(
            device_type=self.device_type,
            generation=self.generation,
            s1sp=self.s1sp,
            status=self.status,
            registered={role: name(party) for role, party in self.registered.items()},
            slots={slot: held.certificate(name) if held else None for slot, held in self.slots.items()},
            hub=self.hub,
        )


class Switches(Said):
    """SECMP0107 by component; None leaves it as it is."""

    DSP: Switch | None = None
    S1SP1: Switch | None = None
    S1SP2: Switch | None = None
    S1SP3: Switch | None = None

    def put(self, release: Release) -> Release:
        """The release with these switches as they are here."""
        for component in (Component.DSP, *S1SPS):
            switch = getattr(self, component)
            if switch is not None:
                release = release.switched(component, on=switch == "on")
        return release


def switches(release: Release) -> dict[str, str]:
    """The state of all four components."""
    return {str(component): "on" if release.in_force_at(component) else "off" for component in (Component.DSP, *S1SPS)}


def entries(found: Iterable[Finding]) -> Any:
    """The audit trail as JSON has it."""
    said = [AuditEntry(each.component, each.citation, each.holds, each.because) for each in found]
    return ENTRIES.dump_python(said, mode="json")


def slots(state: State, device: str) -> dict[str, dict[str, str | int] | None]:
    """What a device's slots hold, by Entity Identifier."""
    return {slot.value: _held(state, stored) if stored else None for slot, stored in state.world.slots[device].items()}


def _held(state: State, stored: Certificate) -> dict[str, str | int]:
    return {
        "owner": stored.owner,
        "use": stored.use.value,
        "issue": stored.issue,
        "hash": certificate_hash(state.certificate(stored)),
    }
