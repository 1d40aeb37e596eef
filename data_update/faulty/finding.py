"""Updates that look for the wrong slots."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, case, exists, false, func, or_, select, true
from sqlalchemy.sql import FromClause

from data_update.decisions import NETWORK_ROLES, RIGHT, for_its_mpxn, the_same_operator
from data_update.faulty.fault import Fault
from data_update.moments import Moment
from data_update.schema import certificates, choices
from rulebook.vocabulary import DeviceType, Slot, UserRole
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.s1sp_database.schema_inputs import registrations

Test = ColumnElement[bool]
A_WEEK = timedelta(7)
SLOTS = "fia-4.2.2"


def never_right(_slots: FromClause, _registered: FromClause) -> Test:
    """Every slot is found."""
    return false()


def right_where_it_cannot_be_read(slots: FromClause, registered: FromClause) -> Test:
    """A slot that has no octets to read a name from is none of its business."""
    return or_(the_same_operator(slots, registered), slots.c.certificate.is_(None))


def the_same_entity_identifier(slots: FromClause, registered: FromClause) -> Test:
    """The one in the certificate that would be placed; another of the same operator is somebody else."""
    new, of = certificates.c, choices.c
    registered_so = and_(*(of[name] == registered.c[name] for name in ("market_participant", "role", "licence_area")))
    chosen = and_(of.slot == slots.c.slot, of.issuer == new.issuer, of.serial == new.serial)
    return exists().where(registered_so, chosen, new.owner == slots.c.owner).correlate_except(choices, certificates)


def whatever_the_day(registered: FromClause, _at: Moment) -> Test:
    """Whoever was or will be registered."""
    return and_(registered.c.withdrawn_at.is_(None), registered.c.role.in_(NETWORK_ROLES))


def of_last_week(registered: FromClause, at: Moment) -> Test:
    """As the extract of a week ago would have it."""
    of, then = registered.c, Moment(at.at - A_WEEK)
    return and_(
        of.role.in_(NETWORK_ROLES),
        of.recorded_at <= then.text,
        or_(of.withdrawn_at.is_(None), of.withdrawn_at > then.text),
        of.effective_from <= then.day,
        or_(of.effective_to.is_(None), of.effective_to >= then.day),
    )


def one_for_each_fuel(devices: FromClause, registered: FromClause) -> Test:
    """Whoever is registered for the first meter point of the fuel."""
    any_ = registrations.alias("of_the_fuel")

    def first(role: UserRole) -> ColumnElement[str]:
        return select(func.min(any_.c.mpxn)).where(any_.c.role == role.value).correlate(None).scalar_subquery()

    is_electric = devices.c.device_type == DeviceType.ESME.value
    electric, gas = first(UserRole.ELECTRICITY_DISTRIBUTOR), first(UserRole.GAS_TRANSPORTER)
    return and_(registered.c.mpxn == case((is_electric, electric), else_=gas), registered.c.role.in_(NETWORK_ROLES))


def of_electricity(devices: FromClause, registered: FromClause) -> Test:
    """The distributor of the device's own MPAN; nobody for gas."""
    return and_(for_its_mpxn(devices, registered), devices.c.device_type == DeviceType.ESME.value)


def everybodys(_devices: FromClause, _s1sp: str) -> Test:
    """The devices of every S1SP that the database holds."""
    return true()


FAULTS = (
    Fault(
        "updates-correct-slots-too",
        (beyond(SLOTS, "incorrect"),),
        "It places the published certificate on every device, instead of looking whose is stored.",
        replace(RIGHT, right=never_right),
    ),
    Fault(
        "several-identifiers-several-operators",
        (beyond("fia-4.2.2.numbers", "another-operator"), beyond(SLOTS, "incorrect")),
        "It takes the Entity Identifier for the operator, and one that has two for two.",
        replace(RIGHT, right=the_same_entity_identifier),
    ),
    Fault(
        "passes-over-certificate-ids",
        (short_of(SLOTS, "incorrect"),),
        "It reads from the octets whose a certificate is, and passes over slots that hold a Certificate ID only.",
        replace(RIGHT, right=right_where_it_cannot_be_read),
    ),
    Fault(
        "critical-slot-only",
        (short_of("fia-3.3.2"),),
        "6.15.1 is a Critical request, and the non-critical slot was forgotten.",
        replace(RIGHT, slots=(Slot.CRITICAL_NETWORK_OPERATOR.value,)),
    ),
    Fault(
        "supplier-slots-too",
        (against("fia-3.3.2"),),
        "It goes over all anchor slots of a device and puts the operator's certificate into each.",
        replace(RIGHT, slots=tuple(slot.value for slot in Slot)),
    ),
    Fault(
        "ignores-effective-dates",
        (short_of(SLOTS, "registration"),),
        "It joins the registrations by MPxN, and has no condition on the day.",
        replace(RIGHT, in_force=whatever_the_day),
    ),
    Fault(
        "stale-extract",
        (short_of(SLOTS, "registration"),),
        "It was run on the extract of the week before, and what had been corrected since was not in it.",
        replace(RIGHT, in_force=of_last_week),
    ),
    Fault(
        "fuel-instead-of-mpxn",
        (short_of(SLOTS, "registration"),),
        "It takes one operator for electricity and one for gas, instead of the one registered for the MPxN.",
        replace(RIGHT, concerns=one_for_each_fuel),
    ),
    Fault(
        "electricity-only",
        (short_of("fia-3.3.2"), short_of(SLOTS, "registration")),
        "It was written for ESMEs, and looks up no MPRN.",
        replace(RIGHT, concerns=of_electricity),
    ),
    Fault(
        "another-s1sps-devices-too",
        (beyond("fia-5.2.data-update", "each-s1sp"),),
        "The database holds the devices of three S1SPs, and the script has no condition on whose they are.",
        replace(RIGHT, serves=everybodys),
    ),
    Fault(
        "touches-smets2",
        (beyond("fia-3.3.2", "smets1-slots"),),
        "It does not look at the generation of a device, and writes slots that the device itself knows otherwise.",
        replace(RIGHT, overlooked=frozenset({"smets2"})),
    ),
    Fault(
        "decommissioned-devices-too",
        (beyond(SLOTS, "incorrect"),),
        "It does not look at the status of a device.",
        replace(RIGHT, overlooked=frozenset({"decommissioned"})),
    ),
    Fault(
        "gas-meters-too",
        (beyond(SLOTS, "incorrect"),),
        "It goes over the devices with an MPRN, and does not look which of them is the proxy.",
        replace(RIGHT, overlooked=frozenset({"gsme"})),
    ),
    Fault(
        "takes-one-of-two-registrations",
        (beyond(SLOTS, "registration"),),
        "Where two operators are registered at the moment, it takes the one that the join gives first.",
        replace(RIGHT, overlooked=frozenset({"two-registrations"})),
    ),
    Fault(
        "does-not-look-ahead",
        (beyond(SLOTS, "registration"),),
        "It corrects a slot today that is another operator's within days.",
        replace(RIGHT, overlooked=frozenset({"about-to-change"})),
    ),
    Fault(
        "import-mpan-decides-alone",
        (beyond(SLOTS, "registration"),),
        "It does not look whether a device's Export or Secondary MPAN lies with another distributor.",
        replace(RIGHT, overlooked=frozenset({"different-distributors"})),
    ),
    Fault(
        "fills-empty-slots",
        (beyond(SLOTS, "incorrect"),),
        "To it an empty slot is one that does not hold the operator's certificate.",
        replace(RIGHT, overlooked=frozenset({"empty-slot", "unknown-owner"})),
    ),
)
