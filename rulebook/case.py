"""One Service Request before one component: everything that a clause may ask about."""

from dataclasses import dataclass
from functools import cached_property

from rulebook.law import Eligibility, eligibility
from rulebook.vocabulary import Component, Generation, Release, Rulings, ServiceRequest, UserRole
from rulebook.world import Device, Registration, User, World


@dataclass(frozen=True)
class Case:
    """`release` and `rulings` say which law the component goes by; everything else is fact."""

    request: ServiceRequest
    component: Component
    world: World
    release: Release
    rulings: Rulings

    @cached_property
    def sender(self) -> User:
        """The User that sent the request; raises KeyError when the world has no such User."""
        return self.world.users[self.request.sender]

    @cached_property
    def device(self) -> Device | None:
        """The target, when the Smart Metering Inventory holds it."""
        return self.world.devices.get(self.request.target)

    @cached_property
    def other_device(self) -> Device | None:
        """The device that a Join Service names beside its target."""
        named = self.request.other_device
        return self.world.devices.get(named) if named else None

    @cached_property
    def variant(self) -> Eligibility:
        """What the DUIS request matrix says of the Service Reference Variant."""
        return eligibility()[self.request.variant]

    @cached_property
    def acting_roles(self) -> frozenset[UserRole]:
        """The roles of the sender that may send this variant; all of them where none may, or the matrix is silent.

        The message has no role field: the DSP derives the role from the User ID.
        """
        return (self.variant.roles or frozenset()) & self.sender.roles or self.sender.roles

    @property
    def targets_smets1(self) -> bool:
        """Whether the target is a SMETS1 device."""
        return self.device is not None and self.device.generation is Generation.SMETS1

    @property
    def registrations(self) -> tuple[Registration, ...]:
        """The Registration Data as this component sees it (open question O21)."""
        if self.rulings.reading("O21") == "own-copy":
            return self.world.s1sp_copies.get(self.component, self.world.registrations)
        return self.world.registrations
