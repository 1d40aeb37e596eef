"""Devices of the Smart Metering Inventory, as SRV 8.2 answers, both ways."""

from enum import StrEnum
from typing import TypeVar

from lxml import etree

from rulebook.vocabulary import DeviceStatus, DeviceType
from sut_adapters.duis.elements import children, one, optional, place, value
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.header import eui
from sut_adapters.duis.markup import NOTHING, Markup, element, identifier, leaf
from sut_adapters.duis.responses.bodies import Inventory, InventoryDevice
from sut_adapters.duis.responses.values import text

Word = TypeVar("Word", bound=StrEnum)
MOST_DEVICES = 17


def inventory(body: Inventory) -> Markup:
    """A DSPInventory."""
    if not 1 <= len(body.devices) <= MOST_DEVICES:
        raise MessageFault("element sr:DSPInventory", f"{len(body.devices)} devices", f"give 1 to {MOST_DEVICES}")
    return element("sr:DSPInventory", *map(_device, body.devices))


def read_inventory(found: etree._Element, variant: str) -> Inventory:
    """From a DSPInventory."""
    return Inventory(tuple(map(_read_device, children(found, "Device"))), variant)


def _device(device: InventoryDevice) -> Markup:
    return element(
        "sr:Device",
        identifier("sr:DeviceID", device.device_id),
        leaf("sr:DeviceType", device.device_type),
        _known("sr:DeviceStatus", device.status, 30),
        leaf("sr:DeviceManufacturer", device.manufacturer, longest=30),
        leaf("sr:DeviceModel", device.model, longest=30),
        _known("sr:SMETSCHTSVersion", device.generation, 20),
        _known("sr:ImportMPxN", device.import_mpxn, 13),
        _known("sr:ExportMPAN", device.export_mpan, 13, shortest=13),
        _known("sr:CSPRegion", device.csp_region, 20),
        _known("sr:S1SP", device.s1sp, 250),
    )


def _known(name: str, said: str | None, longest: int, shortest: int = 1) -> Markup:
    return NOTHING if said is None else leaf(name, said, longest=longest, shortest=shortest)


def _read_device(device: etree._Element) -> InventoryDevice:
    identity = one(device, "DeviceID")
    status = optional(device, "DeviceStatus")
    return InventoryDevice(
        device_id=eui(identity, value(identity), "DeviceID"),
        device_type=_word(one(device, "DeviceType"), DeviceType),
        status=None if status is None else _word(status, DeviceStatus),
        generation=_text(device, "SMETSCHTSVersion"),
        import_mpxn=_text(device, "ImportMPxN"),
        export_mpan=_text(device, "ExportMPAN"),
        s1sp=_text(device, "S1SP"),
        manufacturer=text(one(device, "DeviceManufacturer")),
        model=text(one(device, "DeviceModel")),
        csp_region=_text(device, "CSPRegion"),
    )


def _word(found: etree._Element, words: type[Word]) -> Word:
    try:
        return words(value(found))
    except ValueError as error:
        mend = f"write one of {', '.join(words)}"
        raise MessageFault(place(found), f"{quoted(value(found))} is none", mend) from error


def _text(device: etree._Element, wanted: str) -> str | None:
    found = optional(device, wanted)
    return None if found is None else value(found)
