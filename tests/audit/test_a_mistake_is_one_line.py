"""Whatever cannot be read is one line that names the option, the place and what to mend; nothing is written."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from rulebook.vocabulary import Component
from tests.audit.conftest import PARTIES, audit_command, published, registration, slots, written
from tests.simulator.stores import postgres


@pytest.fixture(scope="module")
def empty() -> Iterator[str]:
    """A database of PostgreSQL without a table."""
    with postgres() as server:
        yield server.urls()[Component.DSP]


@pytest.fixture
def right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of an audit that nothing is the matter with, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    inputs = {"slots": slots(), "registrations": [registration()], "certificates": published(), "parties": PARTIES}
    for name, rows in inputs.items():
        written(Path(f"{name}.csv"), rows)
    return [word for name in inputs for word in (f"--{name}", f"{name}.csv")]


def said(right: list[str], *words: str) -> str:
    done = audit_command(*right, *words, "--out", "out")
    assert done.exit_code == 12, done.output
    assert done.stderr.count("\n") == 1
    assert not Path("out").exists() or not list(Path("out").iterdir())
    return done.stderr


@pytest.mark.parametrize(
    ("option", "place", "told"),
    [
        ("--slots", "none.csv", "--slots: none.csv: there is no such file"),
        ("--slots", "slots.xlsx", "--slots: slots.xlsx: is neither .csv nor .parquet, nor URL#TABLE"),
        ("--slots", "registrations.csv", "has no column device_id, device_type, cohort, slot, owner"),
        ("--parties", "sqlite:///none.sqlite#a b", "--parties: 'a b' is no name of a table"),
        ("--parties", "sqlite:///none.sqlite#parties", "there is no file none.sqlite"),
        ("--parties", "oracle://x#parties", "is no kind of database known here"),
        ("--parties", "postgresql://me:secret@127.0.0.1:1/x#parties", "://me:***@127.0.0.1:1/x"),
        ("--engine", "postgres", "--engine postgres reads tables"),
        ("--at", "tomorrow", "--at: 'tomorrow' is no moment; write it as 2026-11-22T09:30:00Z"),
    ],
)
def test_of_what_was_named(right: list[str], option: str, place: str, told: str) -> None:
    assert told in said(right, option, place)
    assert not Path("none.sqlite").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "line 1: there is no header; begin with the names of the columns"),
        (b"a,a\n", "line 1: a column stands twice"),
        ("Zürich".encode("latin-1"), "line 1: cannot be read as CSV in UTF-8"),
        (b"device_id;slot\n", "separate columns by commas"),
        (b"device_id,device_type,cohort,mpxn,slot,owner\n", "has no Network Operator slot in it"),
        (
            b'device_id,device_type,cohort,mpxn,slot,owner\n1,2,3,4,5,6\n"1,2,3,4,5,6\n',
            "cannot be told apart; close the quotation mark",
        ),
    ],
)
def test_of_a_csv_file(right: list[str], content: bytes, told: str) -> None:
    Path("bad.csv").write_bytes(content)
    answer = said(right, "--slots", "bad.csv")
    assert "bad.csv: " in answer
    assert told in answer


def test_of_a_parquet_file_that_is_none(right: list[str]) -> None:
    Path("bad.parquet").write_bytes(b"PAR1")
    assert "--slots: " in said(right, "--slots", "bad.parquet")


def test_of_a_parquet_file_that_is_torn(right: list[str]) -> None:
    held = slots()
    parquet.write_table(pyarrow.table({name: [row[name] for row in held] for name in held[0]}), "torn.parquet")
    octets = bytearray(Path("torn.parquet").read_bytes())
    octets[20:60] = b"\xff" * 40
    Path("torn.parquet").write_bytes(octets)
    assert "--engine duckdb: " in said(right, "--slots", "torn.parquet")


def test_of_a_column_of_another_type(right: list[str]) -> None:
    held = {name: [row[name] for row in slots()] for name in slots()[0]}
    parquet.write_table(pyarrow.table({**held, "mpxn": [1.0e12, 1.0e12]}), "floats.parquet")
    assert "floats.parquet: mpxn is of the type float64; give it as text" in said(right, "--slots", "floats.parquet")


def test_of_a_table_that_is_not_there(right: list[str]) -> None:
    Path("some.sqlite").write_bytes(b"")
    answer = said(right, "--slots", "sqlite:///some.sqlite#estate")
    assert "--slots: the table estate: no such table: estate; name a table or view that is there" in answer


@pytest.mark.parametrize(
    ("table", "missing"), [("#estate", "estate"), ("", "anchor_slots"), ("#meters.estate", "estate")]
)
def test_of_a_table_that_postgresql_has_not(right: list[str], empty: str, table: str, missing: str) -> None:
    words = [empty + table if word.endswith(".csv") else word for word in right]
    answer = said(words, "--engine", "postgres")
    assert f": there is no table or view {missing}; mend it, or name what can be read" in answer
