"""A registration counts until the moment at which it is withdrawn, and a certificate until that of its revocation."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import ColumnElement, update

from data_update.moments import FORM, Moment
from sut_adapters.s1sp_database.schema_inputs import published_certificates, registrations
from tests.data_update.trying import AT, Trial

A_SECOND = timedelta(seconds=1)
NOW, NEXT = (f"{moment:{FORM}}" for moment in (AT, AT + A_SECOND))
Change = Callable[[Trial, str], None]


def _to_come(moment: ColumnElement[str | None]) -> ColumnElement[bool]:
    """Never, or later than now."""
    return moment.is_(None) | (moment > NOW)


def withdrawn(trial: Trial, moment: str) -> None:
    """Every record that stands."""
    trial.change(update(registrations).where(_to_come(registrations.c.withdrawn_at)).values(withdrawn_at=moment))


def revoked(trial: Trial, moment: str) -> None:
    """Every certificate of the list that is not yet."""
    to_come = _to_come(published_certificates.c.revoked_at)
    trial.change(update(published_certificates).where(to_come).values(revoked_at=moment))


@pytest.mark.parametrize("change", [withdrawn, revoked])
def test_a_moment_that_has_not_come_changes_nothing(change: Change, either: Trial) -> None:
    change(either, NEXT)
    assert either.ask("apply").code == 0
    assert either.disagreements() == []


@pytest.mark.parametrize(("change", "reason"), [(withdrawn, "no-registration"), (revoked, "revoked")])
def test_from_that_moment_on_nothing_rests_on_it(change: Change, reason: str, either: Trial) -> None:
    change(either, NOW)
    counts = either.ask("apply").counts
    assert counts["corrected"]["slots"] == 0
    assert reason in {one["reason"] for one in counts["left_alone"]}
    assert either.slots() == either.before


def test_an_update_by_the_clock_minds_what_is_withdrawn_while_it_goes_on() -> None:
    begun = Moment.now().at - timedelta(hours=1)
    assert Moment(begun, told=False).latest >= f"{begun + timedelta(hours=1):{FORM}}"
    assert Moment(begun).latest == f"{begun:{FORM}}"
