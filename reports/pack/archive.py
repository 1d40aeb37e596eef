"""One zip that is the same, byte for byte, for the same files at the same time."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = 1980
"""The first year that a zip can name."""

UNIX, FILE_MODE = 3, 0o100644


def pack_name(stage: str | None, started: str) -> str:
    """`evidence-sit-20261103T120000Z.zip`; `all` without a stage."""
    return f"evidence-{stage or 'all'}-{_time(started):%Y%m%dT%H%M%SZ}.zip"


def write_zip(target: Path, folder: Path, paths: Iterable[str], started: str) -> None:
    """The files in the order given, all with the time of the run. The zip appears once it is whole."""
    moment = _time(started)
    when = (max(moment.year, EARLIEST), moment.month, moment.day, moment.hour, moment.minute, moment.second)
    unfinished = target.with_suffix(".zip.part")
    with ZipFile(unfinished, "w") as archive:
        for path in paths:
            entry = ZipInfo(path, when)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, FILE_MODE << 16
            archive.writestr(entry, (folder / path).read_bytes(), compresslevel=6)
    unfinished.replace(target)


def _time(started: str) -> datetime:
    return datetime.fromisoformat(started)
