"""Reads a profile: one TOML file that says where the system is and in whose names the suite may ask it."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from sut_adapters.cast import CAST
from sut_adapters.duis.profile_schema import Environment, Profile
from sut_adapters.trouble import Misconfigured

__all__ = ["Profile", "read_profile"]

LIVE = "live"


def read_profile(path: Path) -> Profile:
    """Every path in it made relative to the file's folder; raises Misconfigured with the file, the key and the mend."""
    content = _toml(path)
    if content.get("environment") == LIVE:
        raise Misconfigured(f'{path}: environment: "live" is refused: this suite is never run against live devices')
    try:
        profile = Profile.model_validate({**content, "file": path}, context={"folder": path.resolve().parent})
    except ValidationError as error:
        raise Misconfigured(f"{path}: {_first(error)}") from None
    for mistake in _mistakes(profile):
        raise Misconfigured(f"{path}: {mistake}")
    return profile


@contextmanager
def named(profile: Profile, key: str) -> Iterator[None]:
    """Whatever is wrong with what the profile names under a key is said with the profile's file and that key."""
    try:
        yield
    except Misconfigured as error:
        raise Misconfigured(f"{profile.file}: {key}: {error}") from error


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}; name a profile that can be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: is no TOML: {error}") from error


def _first(error: ValidationError) -> str:
    """The key of the first mistake and what it is; never the value, which may be a secret in the wrong place."""
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg'].removeprefix('Value error, ')}"


def _mistakes(profile: Profile) -> Iterator[str]:
    """What no single key can be blamed for."""
    for name, party in profile.party.items():
        if name not in CAST:
            yield f"party.{name}: nobody of that name is in features/glossary.md; use one of {', '.join(CAST)}"
        elif party.roles is not None and frozenset(party.roles) != CAST[name]:
            yield f"party.{name}.roles: features/glossary.md says {' and '.join(sorted(CAST[name]))}; leave it out"
    yield from _twice("party", {name: party.user_id for name, party in profile.party.items()})
    yield from _twice("device", {str(number): device.id for number, device in enumerate(profile.device)})
    if profile.dsp.url.startswith("https:") and profile.tls is None:
        yield "tls: the DSP's URL is https; give authority, certificate and key"
    if profile.clock is not None and profile.environment is not Environment.SIMULATOR:
        yield "clock: only a simulator's can be set; leave it out"
    for number, device in enumerate(profile.device):
        for role, party_name in device.registered.items():
            if party_name not in profile.party:
                yield f"device.{number}.registered.{role}: there is no [party.{party_name}]; add one or name another"


def _twice(table: str, identifiers: dict[str, str]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for name, identifier in identifiers.items():
        if identifier in seen:
            yield f"{table}.{name}: has the identifier of {table}.{seen[identifier]}, {identifier}; give each its own"
        seen[identifier] = name
