"""A trial database for a test, and what a test does to it beside the suite."""

from datetime import UTC, datetime

from sqlalchemy import Engine, create_engine, text

from rulebook.vocabulary import S1SPS
from sut_adapters.s1sp_database import leavings
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.trial_database import TrialDatabase

POPULATION = Population.small(datetime(2026, 11, 22, 12, tzinfo=UTC))


def engine_of(url: str) -> Engine:
    """With the driver that the project installs."""
    return create_engine(url.replace("postgresql:", "postgresql+psycopg:"))


def said(url: str, statement: str) -> object:
    """What somebody else asks of the database or does to it."""
    engine = engine_of(url)
    with engine.begin() as connection:
        result = connection.execute(text(statement))
        found = result.scalar() if result.returns_rows else None
    engine.dispose()
    return found


def trial(url: str) -> TrialDatabase:
    """As the suite takes it."""
    return TrialDatabase(url, S1SPS, "--database", STANDARD)


def stood(database: TrialDatabase) -> set[str]:
    """What there is beside tables."""
    with database.transaction() as connection:
        return set(leavings.standing(connection))


def made_by_somebody(url: str) -> TrialDatabase:
    """Our tables and another, which stand there before the suite comes."""
    make_our_tables(url)
    said(url, "create table somebodys (word varchar(9))")
    said(url, "insert into somebodys values ('stays')")
    return trial(url)


def make_our_tables(url: str) -> None:
    """Empty, as somebody may have made them."""
    engine = engine_of(url)
    STANDARD.make(engine)
    engine.dispose()
