"""What the suite itself does to a trial's databases, or counts in them."""

from collections.abc import Mapping
from functools import partial

from sqlalchemy import delete, select, update

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.command import Command
from sut_adapters.s1sp_database.counting import count_wrong
from sut_adapters.s1sp_database.disturbing import Meanwhile
from sut_adapters.s1sp_database.killing import Killing
from sut_adapters.s1sp_database.passings import Passings
from sut_adapters.s1sp_database.trial import Trial
from sut_adapters.update_terms import Disturbance, UpdateReport, WrongCount


def take_wrong_ones_away(trial: Trial, s1sp: Component) -> None:
    """The devices that the FIA would count."""
    database = trial.of(s1sp)
    wrong = {one.device_id for one in trial.planted(s1sp) if one.counted}

    def taken() -> None:
        with database.transaction() as connection:
            database.remove(connection, wrong)

    trial.do(("wrong ones taken away", s1sp.value), taken)


def forget_age(trial: Trial, s1sp: Component, name: str) -> None:
    """The note of one input."""
    database, noted = trial.of(s1sp), trial.tables.input_extracts

    def forgotten() -> None:
        with database.transaction() as connection:
            connection.execute(delete(noted).where(noted.c.name == name))

    trial.do(("age forgotten", s1sp.value, name), forgotten)


def pass_registrations(trial: Trial, s1sp: Component) -> None:
    """Of devices that were to be corrected, to the operators who were in their slots."""
    trial.do(("registrations passed", s1sp.value), Passings(trial, s1sp).since)


def apply_while_registrations_pass(trial: Trial, command: Command, s1sp: Component, *, killed: bool) -> Disturbance:
    """Beside the update, or while it lies killed."""
    passings, deed = Passings(trial, s1sp), ("apply while registrations pass", s1sp.value, str(killed))
    return trial.do(deed, partial(passings.while_it_lies_killed if killed else passings.meanwhile, command))


def apply_and_kill(trial: Trial, command: Command, s1sp: Component, *, start_again: bool) -> UpdateReport:
    """As often as the check says."""
    deed = ("apply and kill", s1sp.value, str(start_again))
    killing = Killing(trial, command, s1sp)
    return trial.do(deed, partial(killing.at_many_points, trial.check.kills, finish=start_again))


def break_the_chain(trial: Trial, s1sp: Component) -> None:
    """The Issuing Authority's certificate, of its own name and key, is now one that another root has signed."""
    database, material, mint = trial.of(s1sp), trial.tables.smki_material, trial.planting.certificates.mint

    def broken() -> None:
        with database.transaction() as connection:
            other = update(material).where(material.c.kind == "issuing")
            connection.execute(other.values(content=mint.issuing(mint.other_root)))

    trial.do(("chain broken", s1sp.value), broken)


def ages(trial: Trial, s1sp: Component) -> Mapping[str, str]:
    """As they are noted."""
    database, noted = trial.of(s1sp), trial.tables.input_extracts

    def read() -> Mapping[str, str]:
        with database.transaction() as connection:
            return {row.name: row.as_of for row in connection.execute(select(noted.c.name, noted.c.as_of))}

    return trial.look("ages", s1sp, read)


def counted(trial: Trial, s1sp: Component) -> WrongCount:
    """By the suite's own query."""
    database = trial.of(s1sp)

    def count() -> WrongCount:
        with database.transaction() as connection:
            return count_wrong(connection, trial.tables, s1sp, trial.planting.at.date().isoformat())

    return trial.look("count", s1sp, count)


def lost(trial: Trial, s1sp: Component) -> tuple[str, ...]:
    """What Users have placed and slots no longer hold."""
    held, deeds = trial.state().held, trial.results(s1sp)
    placed = {place: what for deed in deeds if isinstance(deed, Meanwhile) for place, what in deed.placed.items()}
    return tuple(f"{device}'s {slot}" for (device, slot), what in placed.items() if held.get((device, slot)) != what)
