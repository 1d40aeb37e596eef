"""How far SRPD 6.2(d) reaches under each reading of O1 and O2; as worded, it stands as it is.

The FIA states the exemption five times and no two statements agree; the register holds what supports each.
"""

from collections.abc import Callable

from rulebook.case import Case
from rulebook.readings.clause import Clause
from rulebook.vocabulary import Component, DeviceType, RemotePartyRole, UserRole, Variant

FUEL_OF_A_NETWORK_OPERATOR = {
    UserRole.ELECTRICITY_DISTRIBUTOR: frozenset({DeviceType.ESME}),
    UserRole.GAS_TRANSPORTER: frozenset({DeviceType.GPF, DeviceType.GSME}),
}

ANY_DEVICE = frozenset(DeviceType)


def places_network_operator_certificates(case: Case) -> bool:
    """Whether the request names the Network Operator's credentials as the ones to replace."""
    return case.request.role is RemotePartyRole.NETWORK_OPERATOR


def updates_smets1_credentials(case: Case) -> bool:
    """A 6.15.1 for a SMETS1 device, whoever sends it."""
    return case.targets_smets1 and case.request.variant == Variant.UPDATE_SECURITY_CREDENTIALS_KRP


def same_fuel(case: Case) -> bool:
    """False of a Network Operator that sends to a device of the other fuel; no other sender is limited."""
    return case.device is not None and all(
        case.device.device_type in FUEL_OF_A_NETWORK_OPERATOR.get(role, ANY_DEVICE) for role in case.acting_roles
    )


def as_worded(worded: Clause, case: Case) -> bool:
    """6.2(d) to the letter."""
    return worded(case)


def as_worded_for_network_operator_certificates(worded: Clause, case: Case) -> bool:
    """6.2(d), where it is the Network Operator's certificates that are replaced."""
    return worded(case) and places_network_operator_certificates(case)


def for_every_update(_: Clause, case: Case) -> bool:
    """Whoever sends it."""
    return updates_smets1_credentials(case)


def for_every_update_of_network_operator_certificates(_: Clause, case: Case) -> bool:
    """Whoever sends it, where it is the Network Operator's certificates that are replaced."""
    return updates_smets1_credentials(case) and places_network_operator_certificates(case)


SCOPE: dict[str, Callable[[Clause, Case], bool]] = {
    "as-worded": as_worded,
    "network-operator-certificates": as_worded_for_network_operator_certificates,
    "every-6.15.1": for_every_update,
    "any-sender-network-operator-certificates": for_every_update_of_network_operator_certificates,
}


def as_ruled(worded: Clause) -> Clause:
    """The clause within the scope that the component's ruling on O1 gives it, and the fuel limit of O2."""

    def holds(case: Case) -> bool:
        point = "O1.dsp" if case.component is Component.DSP else "O1.s1sp"
        within = SCOPE[case.rulings.reading(point)](worded, case)
        return within and (case.rulings.reading("O2") == "no-fuel-limit" or same_fuel(case))

    return Clause(worded.id, worded.text, holds)
