"""The engines that can carry the audit out: a connection to each, and what each raises."""

import warnings
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import duckdb
import ibis
import psycopg
from ibis.common.exceptions import IbisError, TableNotFound
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from data_update.audit.sources import Source
from sut_adapters.trouble import Misconfigured

LONGEST = 200
OF_IBIS = (IbisError, TableNotFound)


class Engine(StrEnum):
    """`spark` needs PySpark and Java, which `make spark` brings; where it runs is said by Spark's own settings."""

    DUCKDB = "duckdb"
    POSTGRES = "postgres"
    SPARK = "spark"


def connected(engine: Engine, sources: Mapping[str, Source]) -> Any:
    """An Ibis backend; raises Misconfigured in one line where it cannot be had."""
    try:
        if engine is Engine.POSTGRES:
            return ibis.connect(_one_database(sources))
        if engine is Engine.SPARK:
            return _spark()
        # DuckDB takes the slots for fewer than they are, and would hash them instead of the registrations.
        return ibis.duckdb.connect(disabled_optimizers="build_side_probe_side")
    except ImportError as error:
        raise Misconfigured(f"--engine {engine}: {error}; `make spark` shows what it needs") from error
    except troubles(engine) as error:
        raise Misconfigured(f"--engine {engine}: {said(error)}; start it, or name one that can be used") from error


def troubles(engine: Engine) -> tuple[type[Exception], ...]:
    """What an engine raises where it cannot do what it is asked, sooner or later."""
    if engine is Engine.SPARK:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        return PySparkException, Py4JError, *OF_IBIS
    return (psycopg.Error if engine is Engine.POSTGRES else duckdb.Error), *OF_IBIS


def said(error: Exception) -> str:
    """The first line of what an engine says."""
    if isinstance(error, TableNotFound):
        return f"there is no table or view {error}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:LONGEST]


def _spark() -> Any:
    from pyspark.sql import SparkSession

    session = SparkSession.builder.appName("mp107 audit").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return ibis.pyspark.connect(session)


def _one_database(sources: Mapping[str, Source]) -> str:
    places = {one.place for one in sources.values()}
    if len(places) > 1:
        raise Misconfigured("--engine postgres: the inputs are in several databases; name tables of one")
    try:
        url = make_url(places.pop())
    except (ArgumentError, ValueError) as error:
        raise Misconfigured("--engine postgres: is no database URL; write postgresql://USER@HOST/NAME") from error
    if not url.drivername.startswith("postgres"):
        raise Misconfigured(f"--engine postgres: {url.drivername[:40]} is another database; leave the option out")
    return url.set(drivername="postgres").render_as_string(hide_password=False)
