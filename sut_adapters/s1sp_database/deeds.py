"""What the suite itself does to a trial's databases, or counts in them."""

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.counting import count_wrong
from sut_adapters.s1sp_database.disturbing import Meanwhile
from sut_adapters.s1sp_database.trial import Trial
from sut_adapters.update_terms import WrongCount


def take_wrong_ones_away(trial: Trial, s1sp: Component) -> None:
    """The devices that the FIA would count."""
    database = trial.of(s1sp)
    wrong = {one.device_id for one in trial.planted(s1sp) if one.counted}

    def taken() -> None:
        with database.transaction() as connection:
            database.remove(connection, wrong)

    trial.do(("wrong ones taken away", s1sp.value), taken)


def counted(trial: Trial, s1sp: Component) -> WrongCount:
    """By the suite's own query."""
    database = trial.of(s1sp)

    def count() -> WrongCount:
        with database.transaction() as connection:
            return count_wrong(connection, trial.tables, s1sp, trial.at.date().isoformat())

    return trial.do(("count", s1sp.value), count)


def lost(trial: Trial, s1sp: Component) -> tuple[str, ...]:
    """What Users have placed and slots no longer hold."""
    held, deeds = trial.state().held, trial.results(s1sp)
    placed = {place: what for deed in deeds if isinstance(deed, Meanwhile) for place, what in deed.placed.items()}
    return tuple(f"{device}'s {slot}" for (device, slot), what in placed.items() if held[device, slot] != what)
