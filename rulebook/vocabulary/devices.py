"""What a Service Request is aimed at, and what is kept for it."""

from enum import StrEnum


class Generation(StrEnum):
    """The version of the Technical Specifications that a device is built to."""

    SMETS1 = "SMETS1"
    SMETS2 = "SMETS2"


class DeviceType(StrEnum):
    """The device types of the Smart Metering Inventory (DUIS schema, DeviceType)."""

    ESME = "ESME"
    GPF = "GPF"
    GSME = "GSME"
    COMMUNICATIONS_HUB_FUNCTION = "CHF"
    HAN_CONNECTED_AUXILIARY_LOAD_CONTROL_SWITCH = "HCALCS"
    PREPAYMENT_INTERFACE = "PPMID"
    IN_HOME_DISPLAY = "IHD"
    CONSUMER_ACCESS_DEVICE = "CAD"


class DeviceStatus(StrEnum):
    """The statuses of the Smart Metering Inventory (DUIS schema, DeviceStatus)."""

    PENDING = "Pending"
    WHITELISTED = "Whitelisted"
    INSTALLED_NOT_COMMISSIONED = "InstalledNotCommissioned"
    COMMISSIONED = "Commissioned"
    DECOMMISSIONED = "Decommissioned"
    WITHDRAWN = "Withdrawn"
    SUSPENDED = "Suspended"
    RECOVERY = "Recovery"
    RECOVERED = "Recovered"


class Slot(StrEnum):
    """The four Notified Certificate IDs of a SMETS1 device (S1SR clause 2): the anchor slots of a SMETS2 one."""

    CRITICAL_NETWORK_OPERATOR = "critical Network Operator"
    NON_CRITICAL_NETWORK_OPERATOR = "non-critical Network Operator"
    CRITICAL_SUPPLIER = "critical Supplier"
    NON_CRITICAL_SUPPLIER = "non-critical Supplier"


NETWORK_OPERATOR_SLOTS = frozenset({Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR})
SUPPLIER_SLOTS = frozenset({Slot.CRITICAL_SUPPLIER, Slot.NON_CRITICAL_SUPPLIER})
