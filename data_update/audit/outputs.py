"""Where the audit's files go: what stands in the way is refused first, and they appear all at once when all is well."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from data_update.audit.sources import TABLE, Source
from sut_adapters.trouble import Misconfigured


@contextmanager
def put_in_place(folder: Path, names: Sequence[str], sources: Mapping[str, Source]) -> Iterator[Path]:
    """A folder to write files of these names into, which are moved to `folder` unless anything is raised.

    Raises Misconfigured in one line where `folder` cannot take them, or where one of them is an input by any name.
    """
    _refuse_what_is_there(folder, names, sources)
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    kept = False
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            aside = Path(tempfile.mkdtemp(prefix=".audit-", dir=folder))
        except OSError as error:
            raise _refused(folder, error) from error
        try:
            yield aside
            for name in names:
                (aside / name).replace(folder / name)
            kept = True
        except OSError as error:
            raise _refused(folder, error) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    finally:
        with suppress(OSError):
            for one in () if kept else made:
                one.rmdir()


def _refuse_what_is_there(folder: Path, names: Sequence[str], sources: Mapping[str, Source]) -> None:
    for name in names:
        file = folder / name
        if file.is_dir():
            raise Misconfigured(f"--out {folder}: {name} in it is a folder; move that, or name another for --out")
        for one in sources.values():
            if _is_same(file, _file_of(one)):
                raise Misconfigured(f"--out {folder}: {name} in it is the input of {one.option}; name another folder")


def _file_of(one: Source) -> Path | None:
    if one.kind != TABLE:
        return Path(one.place)
    with suppress(ArgumentError, ValueError):
        url = make_url(one.place)
        if url.drivername.startswith("sqlite") and url.database:
            return Path(url.database)
    return None


def _is_same(file: Path, other: Path | None) -> bool:
    with suppress(OSError):
        return other is not None and file.samefile(other)
    return False


def _refused(folder: Path, error: OSError) -> Misconfigured:
    file = Path(error.filename or folder).absolute()
    if not {file, *file.parents} & {folder.absolute(), *folder.absolute().parents}:
        return Misconfigured(f"{error.filename}: {error.strerror}; look whether it is still there")
    return Misconfigured(f"--out {folder}: cannot be written: {error.strerror or error}; name a folder that can be")
