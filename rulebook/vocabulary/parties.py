"""Who sends a Service Request, and in which capacity."""

from enum import StrEnum

from rulebook.vocabulary.devices import DeviceType


class UserRole(StrEnum):
    """The User Roles that the DUIS request matrix names; `abbreviation` is the matrix's own."""

    IMPORT_SUPPLIER = "Import Supplier"
    EXPORT_SUPPLIER = "Export Supplier"
    GAS_SUPPLIER = "Gas Supplier"
    REGISTERED_SUPPLIER_AGENT = "Registered Supplier Agent"
    ELECTRICITY_DISTRIBUTOR = "Electricity Distributor"
    GAS_TRANSPORTER = "Gas Transporter"
    OTHER_USER = "Other User"

    @property
    def abbreviation(self) -> str:
        """Two or three capitals, as the eligibility matrix prints them: `ED` for an Electricity Distributor."""
        return "".join(word[0] for word in self.value.split())


NETWORK_OPERATORS = frozenset({UserRole.ELECTRICITY_DISTRIBUTOR, UserRole.GAS_TRANSPORTER})
SUPPLIERS = frozenset({UserRole.IMPORT_SUPPLIER, UserRole.EXPORT_SUPPLIER, UserRole.GAS_SUPPLIER})

NETWORK_OPERATOR_ROLE = {
    DeviceType.ESME: UserRole.ELECTRICITY_DISTRIBUTOR,
    DeviceType.GPF: UserRole.GAS_TRANSPORTER,
    DeviceType.GSME: UserRole.GAS_TRANSPORTER,
}
"""The role of a device's network operator."""


class UserStatus(StrEnum):
    """Whether a User may send at all (DUIS response code E3)."""

    ACTIVE = "active"
    SUSPENDED = "suspended"


class RemotePartyRole(StrEnum):
    """Whose credentials a request replaces; spelled as the DUIS schema spells them."""

    ACCESS_CONTROL_BROKER = "ACB"
    LOAD_CONTROLLER = "LoadController"
    NETWORK_OPERATOR = "NetworkOperator"
    RECOVERY = "Recovery"
    ROOT = "Root"
    SUPPLIER = "Supplier"
    TRANSITIONAL_CHANGE_OF_SUPPLIER = "TransCoS"
