"""Who has leased which device, across processes, and what it is to be given back as: a folder of small files.

A lock says that a run has the device; a note says how it was found. A note without a lock is what a run left undone.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from rulebook.vocabulary import Certificate, CertificateUse, Slot, UserRole
from sut_adapters.duis.planting import Slots
from sut_adapters.trouble import Misconfigured


@dataclass(frozen=True, slots=True)
class Found:
    """How a device was when it was leased: its slots and its registrations, by names of the cast."""

    slots: Slots
    registered: Mapping[UserRole, str]


@dataclass(frozen=True, slots=True)
class Lease:
    """One device, for as long as this process wants it."""

    device: str
    _note: Path
    _lock: TextIOWrapper

    def found(self) -> Found | None:
        """What an earlier lease noted and never settled, or None."""
        return _read(self._note) if self._note.exists() else None

    def note(self, found: Found) -> None:
        """Keep how the device was found, on the disk before anything is done to it."""
        written = self._note.with_suffix(".new")
        with written.open("w", encoding="utf-8") as file:
            json.dump(_as_json(found), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        written.replace(self._note)

    def settle(self) -> None:
        """The device has been given back as it was found."""
        self._note.unlink(missing_ok=True)

    def end(self) -> None:
        """Let others have the device."""
        self._lock.close()


class Ledger:
    """The folder is made when it is first needed; raises Misconfigured where it cannot be."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def lease(self, device: str) -> Lease | None:
        """None where another run has the device."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = (self._folder / f"{device}.lock").open("a", encoding="utf-8")
        except OSError as error:
            raise Misconfigured(f"{self._folder}: {error.strerror}; name a folder in estate.ledger") from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            return None
        return Lease(device, self._note(device), lock)

    def left(self) -> Iterator[tuple[str, Found]]:
        """The devices that runs have not given back, and how each was found; those that a run has now are left out."""
        for note in sorted(self._folder.glob("*.json")):
            lease = self.lease(note.stem)
            if lease is None:
                continue
            found = lease.found()
            lease.end()
            if found:
                yield note.stem, found

    def append(self, line: Mapping[str, object]) -> None:
        """Add to the list of end states, one JSON object a line."""
        with (self._folder / "end-states.ndjson").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def _note(self, device: str) -> Path:
        return self._folder / f"{device}.json"


def _as_json(found: Found) -> dict[str, object]:
    slots = {slot: one and [one.owner, one.use, one.issue] for slot, one in found.slots.items()}
    return {"slots": slots, "registered": dict(found.registered)}


def _read(note: Path) -> Found:
    try:
        content: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
        slots = {Slot(slot): one and _certificate(*one) for slot, one in content["slots"].items()}
        registered = {UserRole(role): str(party) for role, party in content["registered"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        mend = "see what the device holds, put it right by hand, and remove the file"
        raise Misconfigured(f"{note}: is no note of a lease ({error}); {mend}") from error
    return Found(slots, registered)


def _certificate(owner: object, use: object, issue: object) -> Certificate:
    if not isinstance(issue, int):
        raise TypeError("an issue is a number")
    return Certificate(str(owner), CertificateUse(str(use)), issue)
