"""The profile by which `--sut duis:FILE` reaches a simulator that is running."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePath

from rulebook.vocabulary import S1SPS, Rulings
from sut_adapters.duis.profile_of_a_pki import profile_of
from sut_adapters.simulator.test_control import BASE
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Misconfigured


def write_profile(
    file: Path, url: str, pki: TestPki, folder: Path, rulings: Rulings, clock: datetime | None = None
) -> None:
    """It appears whole, by rename; raises Misconfigured where it cannot be written. `folder` is the PKI's.

    It has the rulings that the simulator goes by and what its `clock` was set to, and no release state, since that can
    be switched.
    """
    seen_from_file = PurePath(os.path.relpath(folder.absolute(), file.absolute().parent))
    dsp_id = pki.user_id[places.DSP]
    profile = profile_of(
        seen_from_file, pki.user_id, dsp_url=url, test_control_url=url + BASE, dsp_id=dsp_id, clock=clock
    )
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    with writing(file):
        beside.write_text(profile + "\n".join([*_played(seen_from_file), *_readings(rulings), ""]), encoding="utf-8")
        beside.replace(file)


def remove_profile(file: Path) -> None:
    """One that an earlier simulator left, so that nobody takes it for this one's; its folder is made if need be."""
    with writing(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Misconfigured for a file that cannot be written."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Misconfigured(f"--profile-out {file}: cannot be written ({reason}); name another file") from error


def _played(pki: PurePath) -> Iterator[str]:
    """In whose names the suite may sign what it plays itself: the simulator's keys are no secret."""
    for component in (places.DSP, *S1SPS):
        place = (pki / places.xml_signing(component)).as_posix()
        yield from ("", f"[played.{component}]")
        yield from (f"key = {_text(place + '.key')}", f"certificate = {_text(place + '.pem')}")


def _readings(rulings: Rulings) -> Iterator[str]:
    if rulings.ruled:
        yield from ("", "[readings]")
    yield from (f"{_text(point)} = {_text(reading)}" for point, reading in rulings.ruled.items())


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
