"""What the request says and what the world file says of it, for people and machines alike: keys and plain values."""

from collections.abc import Mapping
from dataclasses import asdict

from commands.explain.world import LoadedWorld
from rulebook import law
from rulebook.vocabulary import CertificateUse, RemotePartyRole
from rulebook.world import Device, Registration, Slots, World
from sut_adapters.duis.certificates import OrganisationCertificate
from sut_adapters.duis.request import DuisRequest

Facts = dict[str, object]
"""Values are text, numbers, None, tables of those, and lists of such tables."""

MODELLED_ROLES = (None, RemotePartyRole.NETWORK_OPERATOR, RemotePartyRole.SUPPLIER)


def of_request(request: DuisRequest, names: Mapping[str, str]) -> Facts:
    """What the message itself says."""
    header, credentials = request.header, request.credentials
    return {
        "request_id": f"{header.originator}:{header.target}:{header.counter}",
        "sender": party(header.originator, names),
        "target": header.target,
        "variant": header.variant,
        "variant_name": law.eligibility()[header.variant].name,
        "command_variant": header.command_variant,
        "remote_party_role": str(credentials.role) if credentials else None,
        "certificates": [
            _certificate(use, certificate, names)
            for use, certificate in (credentials.replacements if credentials else ())
        ],
        "floor_sequence_number": credentials.floor if credentials else None,
        "other_device": request.other_device,
        "execution": request.execution.isoformat() if request.execution else None,
        "schema_version": request.schema_version or None,
    }


def of_world(loaded: LoadedWorld, request: DuisRequest) -> Facts:
    """What the world file says of the sender and the target; `device` is None where it does not hold the target."""
    world, header = loaded.world, request.header
    sender = world.users[header.originator]
    device = world.devices.get(header.target)
    return {
        "at": world.now.isoformat(),
        "sender": {"operator": sender.operator, "roles": sorted(sender.roles), "status": str(sender.status)},
        "device": _device(device) if device else None,
        "registrations": [
            _registration(registration, loaded.names)
            for registration in world.registrations
            if device and registration.meter_point in _meter_points(device).values()
        ],
        "slots": slots(world, header.target, loaded.names),
    }


def slots(world: World, device: str, names: Mapping[str, str]) -> list[Facts]:
    """What each anchor slot of a device holds; nothing for a device that the world does not hold."""
    held: Slots = world.slots.get(device, {})
    return [
        {"slot": str(slot), "holder": party(stored.owner, names) if stored else None, "issue": stored and stored.issue}
        for slot, stored in held.items()
    ]


def notes(request: DuisRequest, loaded: LoadedWorld) -> list[str]:
    """What was not judged, and what a reader could take amiss."""
    credentials = request.credentials
    found = ["The dates and the path of the certificates to be placed were not checked."] if credentials else []
    if credentials and credentials.role not in MODELLED_ROLES:
        role = credentials.role
        found.append(
            f"The clauses modelled here know no slots of a {role}: past the DSP's checks the verdict proves nothing."
        )
    if credentials and credentials.top_up:
        found.append("The key agreement certificate for top-up was left out: a SMETS1 device has no slot for it.")
    for use, certificate in credentials.replacements if credentials else ():
        if certificate.use is not use:
            found.append(f"The {use} certificate is, by its key usage, one for {certificate.use}.")
    if request.execution and request.execution <= loaded.world.now:
        found.append("The execution time is not after the moment of judgement: taken as a request for now.")
    return found


def party(eui: str, names: Mapping[str, str]) -> Facts:
    """A party by its Entity Identifier and the name that the world file gives it."""
    return {"name": names.get(eui), "entity_identifier": eui}


def _certificate(use: CertificateUse, certificate: OrganisationCertificate, names: Mapping[str, str]) -> Facts:
    return {
        "for": str(use),
        "owner": party(certificate.entity_identifier, names),
        "remote_party_role": certificate.role,
        "serial": str(certificate.serial),
        "issuer": certificate.issuer,
        "not_before": certificate.not_before.isoformat(),
        "not_after": certificate.not_after.isoformat(),
    }


def _device(device: Device) -> Facts:
    return {
        "generation": str(device.generation),
        "type": str(device.device_type),
        "status": str(device.status),
        "s1sp": str(device.s1sp) if device.s1sp else None,
        **_meter_points(device),
    }


def _meter_points(device: Device) -> Facts:
    return {key: number for key, number in asdict(device.meter_points).items() if number}


def _registration(registration: Registration, names: Mapping[str, str]) -> Facts:
    return {
        "meter_point": registration.meter_point,
        "role": str(registration.role),
        "user": party(registration.user_id, names),
        "from": str(registration.start),
        "until": str(registration.end) if registration.end else None,
    }
