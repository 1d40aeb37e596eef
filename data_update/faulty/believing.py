"""Updates that believe what a table says, or read it as of another day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from cryptography import x509
from sqlalchemy import ColumnElement, and_, exists, not_
from sqlalchemy.sql import FromClause

from data_update.choosing import the_only_one
from data_update.decisions import RIGHT, on_the_day, the_same_operator
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.judged import NOT_YET_VALID, UNTRUSTED, Published
from data_update.knowledge import learn
from data_update.moments import Moment
from data_update.schema import certificates, choices
from sut_adapters.breaches import beyond, short_of
from sut_adapters.smki.trust import TrustStore

Test = ColumnElement[bool]
CLAUSE = "fia-4.2.2"
A_DAY, A_FORTNIGHT = timedelta(1), timedelta(14)


def believing(fault: str, is_believed: Callable[[Published], bool]) -> Callable[[Sequence[Published]], Published | str]:
    """The choice of an update that does not see this fault where it believes the list."""

    def choice(listed: Sequence[Published]) -> Published | str:
        return the_only_one(
            [replace(one, fault="") if one.fault == fault and is_believed(one) else one for one in listed]
        )

    return choice


def is_somebody_elses(one: Published) -> bool:
    """Whether the octets name another Entity Identifier than the list."""
    named = x509.load_der_x509_certificate(one.der).subject.get_attributes_for_oid(x509.NameOID.X500_UNIQUE_IDENTIFIER)
    octets = named[0].value
    return isinstance(octets, bytes) and octets[1:].hex("-").upper() != one.eui


def names_the_issuer(one: Published) -> bool:
    """Whether the octets name the issuer that the list names, whoever signed them."""
    names = x509.load_der_x509_certificate(one.der).issuer.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return not is_somebody_elses(one) and [str(name.value) for name in names] == [one.issuer]


def has_begun_as_listed(one: Published) -> bool:
    """By the column."""
    return one.not_before <= Moment.now().text


def unless_it_is_an_older_one(slots: FromClause, registered: FromClause) -> Test:
    """The operator's, but for a certificate of the Entity Identifier that has published another."""
    new, of = certificates.c, choices.c
    registered_so = and_(*(of[name] == registered.c[name] for name in ("market_participant", "role", "licence_area")))
    chosen = and_(of.slot == slots.c.slot, of.issuer == new.issuer, of.serial == new.serial)
    renewed = and_(new.owner == slots.c.owner, new.serial != slots.c.serial)
    older = exists().where(registered_so, chosen, renewed).correlate_except(choices, certificates)
    return and_(the_same_operator(slots, registered), not_(older))


def never_to_be_withdrawn(registered: FromClause, at: Moment) -> Test:
    """A record with a moment of withdrawal counts no more, whenever that is."""
    return and_(on_the_day(registered, at), registered.c.withdrawn_at.is_(None))


class AtItsWord(TrustStore):
    """Trusts whatever Issuing Authority it is given."""

    def refuse_no_pair(self) -> None:
        """Does not ask the root."""


@dataclass(frozen=True, slots=True)
class OfAnotherDay(Engine):
    """Reads the parties as of another day."""

    distance = -A_DAY

    def learn_all(self) -> None:
        """So many days from now."""
        with self.session.transaction() as connection:
            learn(connection, replace(self.at, at=self.at.at + self.distance), self.decisions)


class OfYesterday(OfAnotherDay):
    """Parties that ended yesterday are parties, and those that began today are none."""


class OfWhatIsToCome(OfAnotherDay):
    """Parties that have not begun are parties, and those that end today are none."""

    distance = A_FORTNIGHT


FAULTS = (
    Fault(
        "believes-the-listed-identifier",
        (beyond(CLAUSE, "published"),),
        "It takes from the list whose a certificate is, and does not look whom the octets name.",
        replace(RIGHT, choice=believing(UNTRUSTED, is_somebody_elses)),
    ),
    Fault(
        "believes-the-issuers-name",
        (beyond(CLAUSE, "published"),),
        "It compares the issuer's name with that of the Issuing Authority, and verifies no signature.",
        replace(RIGHT, choice=believing(UNTRUSTED, names_the_issuer)),
    ),
    Fault(
        "believes-the-issuing-authority",
        (beyond(CLAUSE, "published"),),
        "It verifies who signed a certificate, and not whether the trusted root has signed that one's.",
        replace(RIGHT, store=AtItsWord),
    ),
    Fault(
        "believes-the-listed-dates",
        (beyond(CLAUSE, "published"),),
        "It takes from the list when a certificate begins, and does not look into the octets.",
        replace(RIGHT, choice=believing(NOT_YET_VALID, has_begun_as_listed)),
    ),
    Fault(
        "replaces-older-certificates",
        (beyond(CLAUSE, "incorrect"),),
        "To it a slot is wrong that holds another certificate than the published one, though it is the operator's own.",
        replace(RIGHT, right=unless_it_is_an_older_one),
    ),
    Fault(
        "withdrawn-before-its-moment",
        (short_of(CLAUSE, "registration"),),
        "It looks whether a registration has a moment of withdrawal, and not whether that has come.",
        replace(RIGHT, in_force=never_to_be_withdrawn),
    ),
    Fault(
        "parties-of-yesterday",
        (short_of(CLAUSE, "registration"),),
        "Its parties are of the day before, and who took over an Entity Identifier today is not among them.",
        engine=OfYesterday,
    ),
    Fault(
        "parties-to-come",
        (short_of(CLAUSE, "registration"),),
        "It takes for a party whoever will be one, and for none whose last day it is.",
        engine=OfWhatIsToCome,
    ),
)
