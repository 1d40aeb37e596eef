"""The parts of the surroundings that every boundary has, built from what one profile gives."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rulebook.vocabulary import Component, Outcome, Rulings, ServiceRequest
from sut_adapters.duis.asking import Ask, asking
from sut_adapters.duis.bringing_about import Equipment
from sut_adapters.duis.countersigned_gateway import CountersignedGateway, client_for
from sut_adapters.duis.declared_release import declared_release
from sut_adapters.duis.estate import ControlledEstate, controlled_slots
from sut_adapters.duis.exchanges import Exchanges
from sut_adapters.duis.gateway import Gateway
from sut_adapters.duis.inspection import WireInspection
from sut_adapters.duis.leased_estate import LeasedEstate
from sut_adapters.duis.ledger import Ledger
from sut_adapters.duis.moving import mover
from sut_adapters.duis.registered import Registered
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.test_control_client import TestControl
from sut_adapters.duis.wire import Wire, client_tls
from sut_adapters.port import NotExercised, SlotInspection

Send = Callable[[ServiceRequest], Outcome]


@dataclass(frozen=True)
class Closing:
    """A part that offers no port: it hangs up."""

    close: Callable[[], None]


@dataclass(frozen=True)
class Kit:
    """What the parts share. `control` is None where the environment has no test control."""

    wire: Wire
    exchanges: Exchanges
    gateway: Gateway
    rulings: Rulings
    control: TestControl | None
    registered: Registered = field(default_factory=Registered)

    @property
    def closing(self) -> Closing:
        """Hangs up on test control."""
        return Closing(self.control.close if self.control else lambda: None)


def kit_of(wire: Wire, exchanges: Exchanges, gateway: Gateway, rulings: Rulings) -> Kit:
    """Nothing is asked yet."""
    profile = wire.profile
    control = None
    if profile.test_control is not None:
        control = TestControl(profile.test_control, client_tls(profile.tls))
    return Kit(wire, exchanges, gateway, rulings, control)


def wire_inspection(
    kit: Kit, ask: Ask | None = None, *, putting_back: bool = False, holding: Callable[[], bool] = lambda: False
) -> WireInspection:
    """By the registered party's own requests, which `ask` sends."""
    wire = kit.wire
    return WireInspection(
        ask=ask or asking(kit.exchanges, putting_back=putting_back),
        devices=wire.devices,
        registered=kit.registered,
        identities=wire.identities,
        controlled=None if kit.control is None else controlled_slots(kit.control, wire.identities),
        holding=holding,
    )


def sending(kit: Kit) -> Send:
    """Carries out what is no scenario's request, also in quiet hours."""
    ask = asking(kit.exchanges, putting_back=True)
    return lambda request: ask(request).outcome


def estate(
    kit: Kit, inspection: SlotInspection, reading_back: SlotInspection, send: Send
) -> ControlledEstate | LeasedEstate | None:
    """Test control first; otherwise the devices of the profile's inventory, if it has any."""
    wire, profile = kit.wire, kit.wire.profile
    if kit.control is not None:
        return ControlledEstate(kit.control, wire.identities, wire.devices, kit.registered, wire.inbox.urls)
    if not profile.device:
        return None
    release = declared_release(profile)
    equipment = Equipment(
        identities=wire.identities,
        devices=wire.devices,
        registered=kit.registered,
        inspection=inspection,
        reading_back=reading_back,
        send=send,
        move=mover(profile.estate),
        release=lambda: release,
        rulings=kit.rulings,
    )
    return LeasedEstate(tuple(profile.device), Ledger(profile.file.resolve().parent / profile.estate.ledger), equipment)


def countersigned_gateway(kit: Kit, dsp: Signer, serving: Callable[[str], Component]) -> CountersignedGateway:
    """To each S1SP at the address of the profile, else by test control."""

    def address(s1sp: Component) -> str:
        table = {Component(one): table for one, table in kit.wire.profile.s1sp.items()}.get(s1sp)
        if table is not None and table.url is not None:
            return table.url
        if kit.control is None:
            raise NotExercised(f"nobody says where {s1sp} takes requests: give s1sp.{s1sp}.url in the profile")
        return kit.control.address(f"/s1sp/{s1sp}/countersigned")

    def note(request_id: str) -> None:
        kit.gateway.last_request_id = request_id

    client = client_for(kit.wire.profile.dsp, client_tls(kit.wire.profile.tls))
    return CountersignedGateway(kit.wire, dsp, address, serving, note, client)
