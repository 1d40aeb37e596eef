"""Who is who in the features: one User Role a party, and who is registered unless a step says otherwise."""

from rulebook.vocabulary import NETWORK_OPERATOR_ROLE, DeviceType, UserRole

__all__ = ["CAST", "NETWORK_OPERATOR_ROLE", "OPERATOR_OF", "REGISTERED", "SUPPLIER_ROLE"]

CAST: dict[str, frozenset[UserRole]] = {
    "Northmoor": frozenset({UserRole.ELECTRICITY_DISTRIBUTOR}),
    "Southfell": frozenset({UserRole.ELECTRICITY_DISTRIBUTOR}),
    "Westbrook": frozenset({UserRole.ELECTRICITY_DISTRIBUTOR}),
    "Ashdown": frozenset({UserRole.GAS_TRANSPORTER}),
    "Birchwater": frozenset({UserRole.GAS_TRANSPORTER}),
    "Coldharbour": frozenset({UserRole.GAS_TRANSPORTER}),
    "Curlew": frozenset({UserRole.IMPORT_SUPPLIER}),
    "Dunlin": frozenset({UserRole.IMPORT_SUPPLIER}),
    "Fulmar": frozenset({UserRole.EXPORT_SUPPLIER}),
    "Gannet": frozenset({UserRole.EXPORT_SUPPLIER}),
    "Heron": frozenset({UserRole.GAS_SUPPLIER}),
    "Jackdaw": frozenset({UserRole.GAS_SUPPLIER}),
    "Redshank": frozenset({UserRole.REGISTERED_SUPPLIER_AGENT}),
    "Turnix": frozenset({UserRole.REGISTERED_SUPPLIER_AGENT}),
    "Sanderling": frozenset({UserRole.OTHER_USER}),
    "Turnstone": frozenset({UserRole.IMPORT_SUPPLIER, UserRole.GAS_SUPPLIER}),
    "Northmoor's second User ID": frozenset({UserRole.ELECTRICITY_DISTRIBUTOR}),
}

OPERATOR_OF = {"Northmoor's second User ID": "Northmoor"}
"""The market participant behind a User ID, where it is not the party of that name."""

REGISTERED = {
    UserRole.ELECTRICITY_DISTRIBUTOR: "Northmoor",
    UserRole.GAS_TRANSPORTER: "Ashdown",
    UserRole.IMPORT_SUPPLIER: "Curlew",
    UserRole.EXPORT_SUPPLIER: "Fulmar",
    UserRole.GAS_SUPPLIER: "Heron",
    UserRole.REGISTERED_SUPPLIER_AGENT: "Redshank",
}
"""Who is registered in each role unless a scenario says otherwise."""

SUPPLIER_ROLE = {
    DeviceType.ESME: UserRole.IMPORT_SUPPLIER,
    DeviceType.GPF: UserRole.GAS_SUPPLIER,
    DeviceType.GSME: UserRole.GAS_SUPPLIER,
}
"""The role of the supplier whose certificates the device's Supplier slots hold."""
