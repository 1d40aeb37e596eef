"""Who may turn up at a device: the cast, with those more often who have something to do with it."""

from rulebook.vocabulary import DeviceType, UserRole
from sut_adapters.cast import CAST, NETWORK_OPERATOR_ROLE, SUPPLIER_ROLE

EVERYBODY = tuple(CAST)
SECOND_USER_ID = "Northmoor's second User ID"


def in_role(role: UserRole) -> tuple[str, ...]:
    """The parties that are in this role and no other, by their own User ID."""
    return tuple(name for name, roles in CAST.items() if roles == {role} and name != SECOND_USER_ID)


def operators(device: DeviceType) -> tuple[str, ...]:
    """The network operators of the device's fuel, the registered one first."""
    return in_role(NETWORK_OPERATOR_ROLE[device])


def suppliers(device: DeviceType) -> tuple[str, ...]:
    """The suppliers whose certificates the device's Supplier slots may hold, the registered one first."""
    return in_role(SUPPLIER_ROLE[device])


def around(device: DeviceType) -> tuple[str, ...]:
    """Everybody, the operators of the device twice more."""
    return (*operators(device), *operators(device), *suppliers(device), *EVERYBODY)
