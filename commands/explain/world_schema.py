"""The form of a world file: Users, devices with their anchor slots, Registration Data, the state of release.

Every key is stated here; a key that is not is refused.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    model_validator,
)

from rulebook.vocabulary import Component, DeviceStatus, DeviceType, Generation, UserRole, UserStatus
from sut_adapters.duis.eui import FORM, is_eui, normalised

GAS = frozenset({DeviceType.GPF, DeviceType.GSME})
ROLE_BY_ABBREVIATION = {role.abbreviation: role for role in UserRole}


def _eui(text: str) -> str:
    if not is_eui(text):
        raise ValueError(f"{text[:40]!a} is no EUI-64: write {FORM}")
    return normalised(text)


def _role(given: object) -> object:
    return ROLE_BY_ABBREVIATION.get(given, given) if isinstance(given, str) else given


def _certificate(given: object) -> object:
    return {"owner": given} if isinstance(given, str) else given


Eui = Annotated[str, AfterValidator(_eui)]
Role = Annotated[UserRole, BeforeValidator(_role)]
Day = Annotated[date, Strict()]
Count = Annotated[int, Strict(), Field(ge=0)]
Issue = Annotated[int, Strict(), Field(ge=1, le=1_000_000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Mpan = Annotated[str, Field(pattern=r"^[0-9]{13}$")]
Mprn = Annotated[str, Field(pattern=r"^[0-9]{1,10}$")]
Moment = Annotated[AwareDatetime, Strict()]
Switch = Literal["on", "off"]
S1sp = Literal[Component.S1SP1, Component.S1SP2, Component.S1SP3]


class Entry(BaseModel):
    """A table of the file: no key but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CertificateEntry(Entry):
    """A certificate by its owner; `issue` counts the owner's certificates, 1 the first."""

    owner: Eui
    issue: Issue = 1


Held = Annotated[CertificateEntry, BeforeValidator(_certificate)]


class SlotsEntry(Entry):
    """What each anchor slot holds; one that is left out is empty."""

    critical_network_operator: Held | None = None
    non_critical_network_operator: Held | None = None
    critical_supplier: Held | None = None
    non_critical_supplier: Held | None = None


class UserEntry(Entry):
    """One User ID; `operator` is the organisation behind it, `issue` the issue of its certificates in use."""

    entity_identifier: Eui
    name: Name
    operator: Name | None = None
    roles: Annotated[list[Role], Field(min_length=1)]
    status: UserStatus = UserStatus.ACTIVE
    issue: Issue = 1
    critical_requests_left: Count | None = None


class DeviceEntry(Entry):
    """One device of the Smart Metering Inventory; `last_counters` are the originator counters it has taken, by User."""

    entity_identifier: Eui
    type: DeviceType
    generation: Generation
    status: DeviceStatus
    s1sp: S1sp | None = None
    communications_hub: Name | None = None
    import_mpan: Mpan | None = None
    secondary_import_mpan: Mpan | None = None
    export_mpan: Mpan | None = None
    mprn: Mprn | None = None
    slots: SlotsEntry = SlotsEntry()
    last_counters: dict[Eui, Count] = {}

    @model_validator(mode="after")
    def _holds_together(self) -> "DeviceEntry":
        if (self.generation is Generation.SMETS1) != (self.s1sp is not None):
            raise ValueError("a SMETS1 device has the key s1sp (S1SP1, S1SP2 or S1SP3) and a SMETS2 device has not")
        if self.type in GAS and (self.import_mpan or self.secondary_import_mpan or self.export_mpan):
            raise ValueError(f"a {self.type} has an mprn and no MPAN: remove the MPAN keys")
        if self.type is DeviceType.ESME and self.mprn:
            raise ValueError("an ESME has MPANs and no mprn: remove the key")
        return self


class RegistrationEntry(Entry):
    """Who is registered for a meter point; `held_by` puts the row into one S1SP's own copy of the data instead."""

    meter_point: Annotated[str, Field(pattern=r"^[0-9]{1,13}$")]
    role: Role
    user: Eui
    operator: Name | None = None
    start: Annotated[Day, Field(alias="from")]
    end: Annotated[Day | None, Field(alias="until")] = None
    held_by: S1sp | None = None


class ReleaseEntry(Entry):
    """Which components have SECMP0107 in force; one that is left out has not."""

    DSP: Switch = "off"
    S1SP1: Switch = "off"
    S1SP2: Switch = "off"
    S1SP3: Switch = "off"


class WorldFile(Entry):
    """The whole file; `at` is the moment of judgement, now where it is left out."""

    at: Moment | None = None
    release: ReleaseEntry | None = None
    user: Annotated[list[UserEntry], Field(min_length=1)]
    device: list[DeviceEntry]
    registration: list[RegistrationEntry] = []
