"""Somebody who may only read can have a dry run; whoever wants more is told what to ask for."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy.engine import make_url

from sut_adapters.s1sp_database.connecting import sqlite_url
from tests.data_update.trying import TO_CORRECT, Trial

POSTGRESQL = pytest.mark.parametrize("either", ["postgresql"], indirect=True)
NOBODY = 65534


@pytest.fixture
def reader(either: Trial) -> Iterator[Trial]:
    """In PostgreSQL, somebody else's: told the same, with the rights to read only."""
    owner = either.url
    for statement in (
        "CREATE ROLE reader LOGIN",
        "GRANT USAGE ON SCHEMA public TO reader",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
    ):
        either.rows(statement)
    either.url = make_url(owner).set(username="reader").render_as_string(hide_password=False)
    yield either
    for statement in (
        f"GRANT TEMPORARY ON DATABASE {make_url(owner).database} TO PUBLIC",
        "DROP OWNED BY reader",
        "DROP ROLE reader",
    ):
        either.rows(statement)


@POSTGRESQL
@pytest.mark.parametrize("read_only", ["off", "on"])
def test_a_role_that_may_only_read_can_have_one(reader: Trial, read_only: str) -> None:
    reader.rows(f"ALTER ROLE reader SET default_transaction_read_only = {read_only}")
    assert reader.ask("dry-run").counts["corrected"]["slots"] == len(TO_CORRECT)


@POSTGRESQL
@pytest.mark.parametrize(
    ("setting", "mend"),
    [
        ("ALTER ROLE reader SET default_transaction_read_only = on", "; name a user who may write"),
        ("ALTER ROLE reader RESET ALL", "; grant that to its user, or name another"),
    ],
)
def test_and_nothing_more(reader: Trial, setting: str, mend: str) -> None:
    reader.rows(setting)
    answer = reader.ask("apply")
    assert (answer.code, answer.complaint.count("\n")) == (12, 1)
    assert answer.complaint.rstrip().endswith(mend)
    assert reader.slots() == reader.before


@POSTGRESQL
def test_without_temporary_tables_it_says_what_is_to_be_granted(reader: Trial) -> None:
    reader.rows(f"REVOKE TEMPORARY ON DATABASE {make_url(reader.url).database} FROM PUBLIC")
    answer = reader.ask("dry-run")
    assert answer.code == 12
    assert "permission denied to create temporary tables" in answer.complaint
    assert answer.complaint.rstrip().endswith("; grant that to its user, or name another")


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_file_that_may_only_be_read_will_do_and_stays_as_it_is(trial: Trial, journal: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "s1sp.sqlite"
        trial.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(trial.url.removeprefix("sqlite:///"), path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA journal_mode = {journal}")
        path.chmod(0o444)
        path.parent.chmod(0o777)
        octets = path.read_bytes()
        assert trial.ask("dry-run").code == 0, "it has imported all that nobody may be unable to read"
        trial.url = sqlite_url(path)
        assert [code_for_nobody(trial, mode) for mode in ("dry-run", "apply")] == [0, 12]
        assert path.read_bytes() == octets


def code_for_nobody(trial: Trial, mode: str) -> int:
    """Asked by somebody who owns nothing."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            if os.getuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os._exit(trial.ask(mode).code)
        os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
