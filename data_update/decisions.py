"""The decisions that an update takes. The reference update takes these; each faulty one takes one of them otherwise."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.sql import FromClause

from data_update import schema
from data_update.choosing import Choice, the_only_one
from data_update.judged import Published
from data_update.moments import Moment
from rulebook.vocabulary import NETWORK_OPERATOR_SLOTS, NETWORK_OPERATORS
from sut_adapters.smki.trust import TrustStore

Test = ColumnElement[bool]
NETWORK_ROLES = tuple(sorted(role.value for role in NETWORK_OPERATORS))


def for_its_mpxn(devices: FromClause, registered: FromClause) -> Test:
    """The network operator of the device's own MPxN."""
    return and_(registered.c.mpxn == devices.c.mpxn, registered.c.role.in_(NETWORK_ROLES))


def on_the_day(registered: FromClause, at: Moment) -> Test:
    """First and last day included; a record counts no more from the moment on at which it is withdrawn."""
    return and_(
        stands(registered, at),
        registered.c.role.in_(NETWORK_ROLES),
        registered.c.effective_from <= at.day,
        or_(registered.c.effective_to.is_(None), registered.c.effective_to >= at.day),
    )


def stands(registered: FromClause, at: Moment) -> Test:
    """Whether a record has not been withdrawn yet."""
    return or_(registered.c.withdrawn_at.is_(None), registered.c.withdrawn_at > at.latest)


def the_same_operator(slots: FromClause, registered: FromClause) -> Test:
    """By SEC Party, whichever of its Entity Identifiers (O24)."""
    of = schema.holders.c
    return (
        exists()
        .where(
            of.eui == slots.c.owner,
            of.market_participant == registered.c.market_participant,
            of.role == registered.c.role,
        )
        .correlate_except(schema.holders)
    )


def those_of(devices: FromClause, s1sp: str) -> Test:
    """The devices of one S1SP."""
    return or_(devices.c.s1sp == s1sp, devices.c.s1sp.is_(None))


def for_the_licence_area(listed: Published, area: str) -> bool:
    """The one in which the meter point lies: an Entity Identifier may have certificates for several."""
    return listed.licence_area == area


@dataclass(frozen=True, slots=True)
class Decisions:
    """One field, one decision.

    `overlooked` are reasons to leave a slot alone that are not looked at. `rechecks` is whether a slot is judged again
    when it is written, `minds_versions` whether it is written only if nobody else has written it meanwhile.
    """

    slots: tuple[str, ...] = tuple(sorted(NETWORK_OPERATOR_SLOTS))
    concerns: Callable[[FromClause, FromClause], Test] = for_its_mpxn
    in_force: Callable[[FromClause, Moment], Test] = on_the_day
    right: Callable[[FromClause, FromClause], Test] = the_same_operator
    serves: Callable[[FromClause, str], Test] = those_of
    choice: Choice = the_only_one
    listed_for: Callable[[Published, str], bool] = for_the_licence_area
    store: type[TrustStore] = TrustStore
    overlooked: frozenset[str] = frozenset()


RIGHT = Decisions()
