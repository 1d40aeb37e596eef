"""What a profile says about devices: the inventory that may be leased, and how registrations are moved."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from rulebook.vocabulary import Component, DeviceStatus, DeviceType, Generation, UserRole
from sut_adapters.duis.eui import FORM, is_eui, normalised

Words = Annotated[str, Field(min_length=1)]


class LeasableDevice(BaseModel):
    """One `[[device]]`: a device that this suite may use. `registered` names parties of the profile by User Role.

    `hub` names its Communications Hub Function; devices with one `hub` share it. What its slots hold is not here: it is
    read from the device. `takes_handover` says that its S1SP lets SRV 6.21 replace a Network Operator certificate that
    is there already (open question O13).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    type: DeviceType
    generation: Generation = Generation.SMETS1
    s1sp: Component | None = None
    hub: Words = "premises"
    status: DeviceStatus = DeviceStatus.COMMISSIONED
    registered: dict[UserRole, Words] = {}
    takes_handover: bool = False

    @field_validator("id")
    @classmethod
    def _is_an_eui(cls, identifier: str) -> str:
        if not is_eui(identifier):
            raise ValueError(f"is no EUI-64: write {FORM}")
        return normalised(identifier)


class EstateTable(BaseModel):
    """`[estate]`. `ledger` is the folder of leases and of what is to be put back, relative to the profile.

    `move_registration` is a command (a list of words) that registers a party for a device's meter point; `{device}`,
    `{role}` and `{user_id}` in it are filled in, `{role}` by the abbreviation of the request matrix (`ED`). It exits 0
    once the new registration has effect at the DSP and at the S1SP.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    ledger: Words = "estate"
    move_registration: list[Words] = []
    move_registration_s: Annotated[float, Field(gt=0)] = 600.0
