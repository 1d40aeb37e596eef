"""A world file to the world of the model."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from commands.explain.fault import LARGEST, BadInput, octets, shown
from commands.explain.world_schema import (
    CertificateEntry,
    DeviceEntry,
    Entry,
    RegistrationEntry,
    ReleaseEntry,
    SlotsEntry,
    UserEntry,
    WorldFile,
)
from rulebook.model import Device, MeterPoints, Registration, User, World
from rulebook.vocabulary import S1SPS, Certificate, CertificateUse, Component, Release, Slot

TABLES: tuple[type[Entry], ...] = (
    WorldFile,
    UserEntry,
    DeviceEntry,
    SlotsEntry,
    CertificateEntry,
    RegistrationEntry,
    ReleaseEntry,
)
KEYS = {field.alias or name for table in TABLES for name, field in table.model_fields.items()}
Identified = TypeVar("Identified", UserEntry, DeviceEntry)
SIGNING, AGREEMENT = CertificateUse.DIGITAL_SIGNING, CertificateUse.KEY_AGREEMENT


@dataclass(frozen=True, slots=True)
class LoadedWorld:
    """The world, and what the model has no place for: names of Users and the issue of certificates that each uses."""

    world: World
    release: Release | None
    names: Mapping[str, str]
    issues: Mapping[str, int]


def load_world(path: Path, now: datetime) -> LoadedWorld:
    """`now` is the moment of judgement where the file gives none."""
    file = _file(path)
    users = _by_identifier(path, "user", file.user)
    devices = _by_identifier(path, "device", file.device)
    operators = {eui: user.operator or user.name for eui, user in users.items()}
    shared = [entry for entry in file.registration if entry.held_by is None]
    copies = {s1sp: [entry for entry in file.registration if entry.held_by == s1sp] for s1sp in S1SPS}
    world = World(
        now=(file.at or now).astimezone(UTC),
        users={eui: _user(entry, operators[eui]) for eui, entry in users.items()},
        devices={eui: _device(entry) for eui, entry in devices.items()},
        registrations=_registrations(shared, operators),
        slots={eui: _slots(entry.slots) for eui, entry in devices.items()},
        s1sp_copies={s1sp: _registrations(own, operators) for s1sp, own in copies.items() if own},
        execution_counters={
            (eui, sender): counter for eui, entry in devices.items() for sender, counter in entry.last_counters.items()
        },
    )
    return LoadedWorld(
        world,
        _release(file.release) if file.release else None,
        {eui: user.name for eui, user in users.items()},
        {eui: user.issue for eui, user in users.items()},
    )


def _file(path: Path) -> WorldFile:
    content = octets(path)
    if len(content) > LARGEST:
        raise BadInput(
            shown(path), "", f"more than {LARGEST:,} octets", "give a world with the devices in question only"
        )
    try:
        return WorldFile.model_validate(tomllib.loads(content.decode("utf-8")))
    except UnicodeDecodeError as error:
        raise BadInput(shown(path), f"octet {error.start}", "not text in UTF-8", "give a world file in TOML") from error
    except ValidationError as error:
        raise _fault(path, error.errors(include_url=False)) from error
    except (ValueError, RecursionError) as error:
        said = " ".join(str(error).split())[:200].encode("ascii", "backslashreplace").decode()
        raise BadInput(shown(path), "", f"not TOML ({said})", "give a world file in TOML") from error


def _fault(path: Path, errors: list[ErrorDetails]) -> BadInput:
    """The first fault, and how many more there are."""
    first = errors[0]
    keys = [f"number {part + 1}" if isinstance(part, int) else ascii(part)[1:-1][:60] for part in first["loc"]]
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    place = "key " + ".".join(keys).replace(".number", " number") if keys else "the whole file"
    match first["type"]:
        case "missing":
            return BadInput(shown(path), place, "is missing", f"add it{more}")
        case "extra_forbidden":
            close = get_close_matches(str(first["loc"][-1]), KEYS, 1)
            mend = f"did you mean {close[0]}?" if close else "remove it"
            return BadInput(shown(path), place, "is no key of a world file", f"{mend}{more}")
        case "date_type" | "datetime_type":
            return BadInput(shown(path), place, "is no TOML date", f"write it without quotation marks{more}")
    said = first["msg"].removeprefix("Value error, ").encode("ascii", "backslashreplace").decode()
    return BadInput(shown(path), place, "is not right", f"{said[:1].lower()}{said[1:]}{more}")


def _by_identifier(path: Path, table: str, entries: list[Identified]) -> dict[str, Identified]:
    found: dict[str, Identified] = {}
    for number, entry in enumerate(entries, 1):
        if entry.entity_identifier in found:
            place = f"key {table} number {number}.entity_identifier"
            raise BadInput(shown(path), place, f"{entry.entity_identifier} stands there twice", "leave one")
        found[entry.entity_identifier] = entry
    return found


def _user(entry: UserEntry, operator: str) -> User:
    return User(entry.entity_identifier, operator, frozenset(entry.roles), entry.status, entry.critical_requests_left)


def _device(entry: DeviceEntry) -> Device:
    return Device(
        device_id=entry.entity_identifier,
        device_type=entry.type,
        generation=entry.generation,
        meter_points=MeterPoints(entry.import_mpan, entry.secondary_import_mpan, entry.export_mpan, entry.mprn),
        s1sp=Component(entry.s1sp) if entry.s1sp else None,
        status=entry.status,
        hub=entry.communications_hub or entry.entity_identifier,
    )


def _registrations(entries: Iterable[RegistrationEntry], operators: Mapping[str, str]) -> tuple[Registration, ...]:
    return tuple(
        Registration(
            meter_point=entry.meter_point,
            role=entry.role,
            operator=entry.operator or operators.get(entry.user, entry.user),
            user_id=entry.user,
            start=entry.start,
            end=entry.end,
        )
        for entry in entries
    )


def _slots(entry: SlotsEntry) -> dict[Slot, Certificate | None]:
    return {
        Slot.CRITICAL_NETWORK_OPERATOR: _held(entry.critical_network_operator, SIGNING),
        Slot.NON_CRITICAL_NETWORK_OPERATOR: _held(entry.non_critical_network_operator, AGREEMENT),
        Slot.CRITICAL_SUPPLIER: _held(entry.critical_supplier, SIGNING),
        Slot.NON_CRITICAL_SUPPLIER: _held(entry.non_critical_supplier, AGREEMENT),
    }


def _held(entry: CertificateEntry | None, use: CertificateUse) -> Certificate | None:
    return Certificate(entry.owner, use, entry.issue) if entry else None


def _release(entry: ReleaseEntry) -> Release:
    deployed = {s1sp: getattr(entry, s1sp) == "on" for s1sp in S1SPS}
    return Release(dsp=entry.DSP == "on", s1sps=deployed)
