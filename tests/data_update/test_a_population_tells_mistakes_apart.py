"""An update that takes one decision otherwise leaves slots otherwise than the population expects.

These are mistakes that a hostile reader of docs/data-update.md made on purpose, each by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.sql import FromClause

from data_update import judged, knowledge
from data_update.choosing import SEVERAL, the_only_one
from data_update.decisions import RIGHT, Decisions
from data_update.faulty import Fault
from data_update.judged import Published
from data_update.moments import Moment
from data_update.rule import Rule
from rulebook.vocabulary import Component, DeviceStatus
from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from sut_adapters.s1sp_database.population_days import Days
from sut_adapters.s1sp_database.schema import devices as d
from sut_adapters.s1sp_database.schema_inputs import parties, registrations
from tests.data_update.trying import AT, POPULATION, Trial

Test = ColumnElement[bool]
GPF = d.c.device_type == "GPF"


def stories(trial: Trial, decisions: Decisions = RIGHT) -> list[str]:
    """Which come out wrong."""
    trial.ask("apply", fault=Fault("a mistake", (), "", decisions))
    return trial.disagreements()


def any_role(registered: FromClause, at: Moment) -> Test:
    ended = or_(registered.c.effective_to.is_(None), registered.c.effective_to >= at.day)
    return and_(registered.c.withdrawn_at.is_(None), registered.c.effective_from <= at.day, ended)


def without_today(first: bool) -> Callable[[FromClause, Moment], Test]:
    def in_force(registered: FromClause, at: Moment) -> Test:
        starts, ends = registered.c.effective_from, registered.c.effective_to
        begun = starts < at.day if first else starts <= at.day
        lasts = or_(ends.is_(None), ends >= at.day if first else ends > at.day)
        return and_(RIGHT.in_force(registered, at), begun, lasts)

    return in_force


def one_listed(listed: Sequence[Published]) -> Published | str:
    return SEVERAL if len(listed) > 1 else the_only_one(listed)


def for_the_mpxn(devices: FromClause, registered: FromClause) -> Test:
    return registered.c.mpxn == devices.c.mpxn


def is_mine(devices: FromClause, s1sp: str) -> Test:
    return devices.c.s1sp == s1sp


DECISIONS = {
    "a supplier counts": (
        replace(RIGHT, concerns=for_the_mpxn, in_force=any_role),
        {"wrong", "wrong with an Export MPAN"},
    ),
    "the first day does not count": (replace(RIGHT, in_force=without_today(first=True)), {"wrong since today"}),
    "the last day does not count": (replace(RIGHT, in_force=without_today(first=False)), {"two until today"}),
    "two listed are too many": (replace(RIGHT, choice=one_listed), {"wrong under NMWE", "wrong under COLD"}),
}


@pytest.mark.parametrize("mistake", DECISIONS)
def test_a_decision_taken_otherwise_shows(mistake: str, trial: Trial) -> None:
    decisions, shown = DECISIONS[mistake]
    assert shown <= set(stories(trial, decisions))


def gone(*statuses: str) -> Test:
    return d.c.status.in_(statuses)


TESTS: dict[str, tuple[str, Callable[[Test], Test], set[str]]] = {
    "a withdrawn device is in service": ("decommissioned", lambda _: gone("Decommissioned"), {"withdrawn"}),
    "only these are in service": (
        "decommissioned",
        lambda _: d.c.status.not_in(("Commissioned", "Suspended")),
        {f"wrong while {one}" for one in DeviceStatus}
        - {f"wrong while {one}" for one in ("Decommissioned", "Withdrawn")},
    ),
    "a Secondary MPAN is another's": (
        "different-distributors",
        lambda test: or_(test, d.c.secondary_mpan.is_not(None)),
        {"wrong with a Secondary MPAN"},
    ),
    "a SMETS2 GPF is none": ("smets2", lambda test: and_(test, ~GPF), {"smets2"}),
    "a decommissioned GPF is none": ("decommissioned", lambda test: and_(test, ~GPF), {"decommissioned", "withdrawn"}),
    "a GPF has no empty slot": ("empty-slot", lambda test: and_(test, ~GPF), {"empty beside wrong"}),
    "a GPF's owners are known": ("unknown-owner", lambda test: and_(test, ~GPF), {"unknown-owner"}),
    "a GPF has no rivals": (
        "two-registrations",
        lambda test: and_(test, ~GPF),
        {"two-registrations", "two until today", "two of which one is in the slot"},
    ),
    "nobody takes over before a last day": (
        "about-to-change",
        lambda test: and_(test, registrations.c.effective_to.is_not(None)),
        {"about to be taken over"},
    ),
    "a GPF's operator stays": (
        "about-to-change",
        lambda test: and_(test, ~GPF),
        {"about to end", "about to be the holder's", "about to be taken over"},
    ),
}


@pytest.mark.parametrize("mistake", TESTS)
def test_a_reason_seen_otherwise_shows(mistake: str, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    reason, otherwise, shown = TESTS[mistake]
    tests = Rule._tests
    monkeypatch.setattr(Rule, "_tests", lambda rule: (all_ := tests(rule)) | {reason: otherwise(all_[reason])})
    found = set(stories(trial))
    assert found
    assert found <= shown


def test_parties_that_have_ended_show(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    of = parties.c
    columns = (of.eui, of.market_participant, of.role, of.licence_area, of.sec_party)
    monkeypatch.setattr(knowledge, "_in_force", lambda _at: select(*columns).distinct())
    assert {"wrong under WEST", "wrong by what was the operator's", "wrong under BIRC"} <= set(stories(trial))


LISTED: dict[str, tuple[str, Callable[[dict[str, Any]], bool], str]] = {
    "dates": (judged.EXPIRED, lambda row: row["not_after"] > Moment(AT).text, "wrong under NMWE"),
    "role": (judged.WRONG_ROLE, lambda row: row["role"] == judged.NETWORK_OPERATOR, "wrong under COLD"),
    "revocation": (judged.REVOKED, lambda row: row["revoked_at"] is None, "revoked in the revocation list only"),
    "no revocation": (judged.REVOKED, lambda row: row["revoked_at"] is not None, "wrong under COLD"),
    "somebody else's signature": (judged.UNTRUSTED, lambda _row: True, "wrong under WEST"),
}
"""What is believed of the list, and not looked for in the octets."""


@pytest.mark.parametrize("believed", LISTED)
def test_a_column_that_is_believed_shows(believed: str, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    fault, so_listed, shown = LISTED[believed]
    found = judged._fault

    def believing(*asked: Any) -> str:
        said = found(*asked)
        return "" if said == fault and so_listed(asked[3]) else said

    monkeypatch.setattr(judged, "_fault", believing)
    assert shown in stories(trial)


def test_the_devices_of_a_database_of_one_s1sp_are_its_own_though_none_says_so(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "one"), "a database")
    POPULATION.fill(database.engine, [Component.S1SP1])
    database.close()
    trial = Trial(sqlite_url(tmp_path / "one"))
    assert "wrong" in stories(trial, replace(RIGHT, serves=is_mine))
    assert not stories(trial)
    trial.close()


def test_today_is_the_last_day_unless_it_is_nearly_over() -> None:
    assert Days(AT).last_of_now == "2027-01-15"
    assert Days(AT.replace(hour=22, minute=30)).last_of_now == "2027-01-16"
