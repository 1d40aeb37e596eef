"""The folder in which a simulator keeps what nobody gave it another place for: databases, and a PKI of its own."""

import fcntl
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.smki import places
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Misconfigured


@dataclass(frozen=True, slots=True)
class PlaceOfWork:
    """`is_lasting` says that the next simulator finds it again; `lock` that no other works there at the same time."""

    folder: Path
    is_lasting: bool
    lock: TextIO | None = None

    @classmethod
    def beside(cls, profile: Path | None) -> "PlaceOfWork":
        """`NAME.simulator` beside the profile, readable by its owner alone; without a profile, a temporary folder."""
        if profile is None:
            return cls(Path(tempfile.mkdtemp(prefix="mp107-simulator-")), is_lasting=False)
        folder = profile.with_name(f"{profile.stem}.simulator")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = (folder / "lock").open("w", encoding="ascii")
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Misconfigured(f"{folder}: another simulator works there; name another --profile-out") from error
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise Misconfigured(f"{folder}: cannot be made ({reason}); name another --profile-out") from error
        return cls(folder, is_lasting=True, lock=lock)

    def leave(self) -> None:
        """Let somebody else work there; a temporary folder goes."""
        if self.lock is not None:
            self.lock.close()
        if not self.is_lasting:
            shutil.rmtree(self.folder, ignore_errors=True)

    def pki(self, given: Path | None, clock: datetime | None = None) -> tuple[TestPki, Path]:
        """The one that was given, else the folder's own, minted where there is none yet.

        Raises Misconfigured for one that is not valid at what the clock is set to, or today, as TLS needs it.
        """
        place = given or self.folder / "pki"
        if given is None and not place.exists():
            mint(at=clock).write(place)
        found = TestPki.read(place)
        if clock is not None:
            _check_dates(found, place, clock)
        return found, place

    def database(self, component: Component, given: Mapping[Component, str]) -> str:
        """The URL that was given, else that of a file here."""
        return given.get(component) or sqlite_url(self.folder / f"{component.lower()}.sqlite")

    def s1sp_databases(self, given: Mapping[Component, str]) -> dict[Component, str]:
        """One for each S1SP."""
        return {s1sp: self.database(s1sp, given) for s1sp in S1SPS}


def _check_dates(pki: TestPki, folder: Path, clock: datetime) -> None:
    server = pki.credentials[places.TLS_SERVER].certificate
    first, last = server.not_valid_before_utc, server.not_valid_after_utc
    for what, moment in ((f"at SOURCE_DATE_EPOCH ({clock:%Y-%m-%d})", clock), ("today", datetime.now(UTC))):
        if not first <= moment <= last:
            mend = "set it to a day of the last ten years, and mint a new PKI by it"
            raise Misconfigured(f"{folder}: is valid from {first:%Y-%m-%d} to {last:%Y-%m-%d}, not {what}; {mend}")
