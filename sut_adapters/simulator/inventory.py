"""What the Smart Metering Inventory says of a device (SRV 8.2)."""

from rulebook.vocabulary import Generation
from rulebook.world import Device
from sut_adapters.duis.responses import InventoryDevice

SMETS_VERSION = {Generation.SMETS1: "SMETS1", Generation.SMETS2: "SMETS2 5.1"}


def entry(device: Device) -> InventoryDevice:
    """`s1sp` only of a SMETS1 device."""
    points = device.meter_points
    return InventoryDevice(
        device_id=device.device_id,
        device_type=device.device_type,
        status=device.status,
        generation=SMETS_VERSION[device.generation],
        import_mpxn=points.import_mpan or points.mprn,
        export_mpan=points.export_mpan,
        s1sp=str(device.s1sp) if device.s1sp else None,
        manufacturer="0000",
        model="0000",
        csp_region="SMETS1" if device.generation is Generation.SMETS1 else None,
    )
