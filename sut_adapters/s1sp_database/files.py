"""Whether a database file can be had at all: found out by looking, before anything is made."""

import os
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from sut_adapters.trouble import Misconfigured

HEAD = b"SQLite format 3\0"


def refuse_no_database_file(url: str, what: str) -> None:
    """Raises Misconfigured, naming `what`, for a folder or whatever else is no SQLite database; a server is not asked.

    `url` has the whole path. A file that is not there yet will be made, in a folder that is there.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return
    name = parsed.database or ""
    if parsed.drivername != "sqlite":
        return
    if name.startswith((":", "file:")) or "uri" in parsed.query:
        raise Misconfigured(f"{what}: {name}: is no file that an update could open as well; write sqlite:///FILE")
    if objection := _objection(Path(name)):
        raise Misconfigured(f"{what}: {name}: {objection}")


def _objection(file: Path) -> str:
    if file.is_dir():
        return "is a folder; name a file in it"
    if not file.exists():
        return _of_folder(file.parent)
    if not file.is_file():
        return "is no file; name one, or one that is not there yet"
    if not os.access(file, os.R_OK | os.W_OK):
        return "cannot be read and written by you; name another file, or take the permission"
    try:
        with file.open("rb") as opened:
            head = opened.read(len(HEAD))
    except OSError as error:
        return f"{error.strerror}; name another file"
    return "is no SQLite database; name one, or a file that is not there yet" if head not in (b"", HEAD) else ""


def _of_folder(folder: Path) -> str:
    if not folder.is_dir():
        return f"there is no folder {folder}; make it, or name a file in another"
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"no file can be made in {folder}; name one in a folder that you may write to"
    return ""
