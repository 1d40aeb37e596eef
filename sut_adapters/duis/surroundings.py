"""What surrounds the messages: estate, inspection, switches and triggers, where the profile has them."""

from rulebook.vocabulary import Rulings
from sut_adapters.duis.boundaries import Boundary, boundary_of, signer_of_the_dsp
from sut_adapters.duis.estate import (
    ControlledAlerts,
    ControlledAudit,
    ControlledCircumstances,
    ControlledRelease,
    ControlledRestarts,
    hold,
    settled,
)
from sut_adapters.duis.exchanges import Exchanges
from sut_adapters.duis.gateway import Gateway
from sut_adapters.duis.in_flight import HeldInFlight
from sut_adapters.duis.kit import Kit, countersigned_gateway, estate, kit_of, sending, wire_inspection
from sut_adapters.duis.mirror import Counterpart
from sut_adapters.duis.playing import playing_the_dsp, playing_the_s1sps
from sut_adapters.duis.setting import Setting
from sut_adapters.duis.wire import Wire
from sut_adapters.port import Misconfigured


def surroundings(
    wire: Wire,
    exchanges: Exchanges,
    gateway: Gateway,
    rulings: Rulings,
    setting: Setting,
) -> tuple[object, ...]:
    """Objects that each offer one port or more; the first that offers a port has it.

    Raises Misconfigured where the profile lacks what the boundary needs.
    """
    kit = kit_of(wire, exchanges, gateway, rulings)
    match boundary_of(setting.boundary):
        case Boundary.END_TO_END:
            return _end_to_end(kit)
        case Boundary.DSP:
            return playing_the_s1sps(kit, _counterpart(setting, rulings))
        case Boundary.S1SP:
            return playing_the_dsp(kit, _counterpart(setting, rulings))


def _counterpart(setting: Setting, rulings: Rulings) -> Counterpart:
    """What answers for the components that the suite plays."""
    played = setting.counterpart(rulings) if setting.counterpart else None
    if not isinstance(played, Counterpart):
        raise Misconfigured("nothing was given to play the other components with; ask by --sut duis:PROFILE.toml")
    return played


def _end_to_end(kit: Kit) -> tuple[object, ...]:
    held = HeldInFlight(kit.gateway, hold(kit.control)) if kit.control else None
    inspection = wire_inspection(kit, holding=lambda: held is not None and held.holding)
    parts: list[object] = [estate(kit, inspection, wire_inspection(kit, putting_back=True), sending(kit)), inspection]
    dsp = signer_of_the_dsp(kit.wire.profile)
    reached = kit.control is not None or any(table.url for table in kit.wire.profile.s1sp.values())
    handed_over = countersigned_gateway(kit, dsp, inspection.served_by) if dsp and reached else None
    if (control := kit.control) is not None:
        kit.wire.silence.settled = lambda: settled(control)
        parts += [
            ControlledCircumstances(control, kit.wire.identities),
            ControlledRelease(control),
            ControlledRestarts(control),
            ControlledAlerts(control),
            ControlledAudit(control, lambda: kit.gateway.last_request_id),
            held,
            kit.closing,
        ]
    return tuple(part for part in (*parts, handed_over) if part is not None)
