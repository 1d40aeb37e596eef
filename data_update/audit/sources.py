"""Where the audit's inputs come from: `FILE.csv`, `FILE.parquet`, or `URL#TABLE` for a table or view of a database.

A `URL` alone means the tables that docs/data-update.md names.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from data_update.audit.columns import REQUIRED, columns_of
from sut_adapters.trouble import Misconfigured

csv.field_size_limit(2**31 - 1)
SLOTS, DEVICES = "anchor_slots", "devices"
CSV, PARQUET, TABLE = "csv", "parquet", "table"
OURS = {
    "slots": "",
    "registrations": "registrations",
    "certificates": "published_certificates",
    "parties": "parties",
}
"""The tables of docs/data-update.md, for a URL that names none; slots are then joined with their devices."""
SUFFIXES = {".csv": CSV, ".parquet": PARQUET}


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `kind` says how it is read, `place` is a path or a database URL, `table` a name in that database."""

    name: str
    kind: str
    place: str
    table: str = ""

    @property
    def option(self) -> str:
        """The option that named it."""
        return f"--{self.name}"

    def refuse(self, why: object) -> Misconfigured:
        """One line that names the option and what it named, never a password."""
        shown = f"the table {self.table or SLOTS}" if self.kind == TABLE else self.place
        return Misconfigured(f"{self.option}: {shown}: {why}")


def source(name: str, text: str) -> Source:
    """Raises Misconfigured for what is neither a file that is there nor a table of a database."""
    if "://" in text:
        place, _, table = text.partition("#")
        if table and not table.replace("_", "").replace(".", "").isalnum():
            raise Misconfigured(f"--{name}: {table[:40]!a} is no name of a table; write URL#TABLE")
        return Source(name, TABLE, place, table or OURS[name])
    path = Path(text)
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise Misconfigured(f"--{name}: {text}: is neither .csv nor .parquet, nor URL#TABLE")
    if not path.is_file():
        raise Misconfigured(f"--{name}: {text}: there is no such file; name one that can be read")
    return Source(name, kind, str(path.absolute()))


def csv_header(one: Source) -> tuple[str, ...]:
    """The names in the first line; raises Misconfigured where it cannot be read or one stands twice."""
    try:
        with Path(one.place).open("rb") as file:
            first = file.readline().decode("utf-8-sig")
        header = tuple(next(csv.reader([first], strict=True), ()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise one.refuse(f"line 1: cannot be read as CSV in UTF-8 ({error}); save it as such") from error
    if not header:
        raise one.refuse("line 1: there is no header; begin with the names of the columns")
    if not all(name.strip() for name in header):
        raise one.refuse("line 1: a column has no name; give each its own, and end the line with no comma")
    if len(set(map(str.lower, header))) < len(header):
        raise one.refuse("line 1: a column stands twice; give each its own name, and not in capitals alone")
    return header


def line_at_fault(one: Source) -> str:
    """`line 7: unexpected end of data`, for the first line of a CSV file that cannot be read; else nothing."""
    if one.kind != CSV:
        return ""
    with Path(one.place).open("rb") as octets:
        for number, line in enumerate(octets, 1):
            if b"\0" in line:
                return f"line {number}: there is a zero octet in it"
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                return f"line {number}: is no UTF-8 ({error})"
    with Path(one.place).open(encoding="utf-8-sig", newline="") as text:
        reader = csv.reader(text, strict=True)
        try:
            for _row in reader:
                pass
        except csv.Error as error:
            return f"line {reader.line_num}: {error}"
    return ""


def refuse_missing(one: Source, found: tuple[str, ...]) -> None:
    """Raises Misconfigured naming the columns that are missing."""
    missing = [name for name in REQUIRED[one.name] if name not in found]
    if missing:
        wanted = ", ".join(columns_of(one.name))
        mend = "; separate columns by commas" if one.kind == CSV and len(found) == 1 else ""
        raise one.refuse(f"has no column {', '.join(missing)}; known are {wanted}{mend}")
