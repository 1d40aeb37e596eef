"""How the reference brings about each named circumstance: a world and whom it is about, to a world."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rulebook.model import Registration, User, World
from rulebook.vocabulary import Certificate, CertificateUse, DeviceType, Slot, UserRole, UserStatus
from sut_adapters.port import Circumstance, NotExercised

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what a circumstance is about, by User and device id; `device` is empty where it is about no device.

    `issue` is of the certificates that it puts on the device, if it puts any.
    """

    party: User
    device: str
    issue: int = 1


def arranged(world: World, circumstance: Circumstance, subject: Subject) -> World:
    """The world in which the circumstance holds; raises NotExercised where it cannot."""
    return ARRANGE[circumstance](world, subject)


def suspended(world: World, subject: Subject) -> World:
    """The party may not send at all."""
    return world.with_user(replace(subject.party, status=UserStatus.SUSPENDED))


def at_its_threshold(world: World, subject: Subject) -> World:
    """No Critical request remains to the party below its anomaly threshold."""
    return world.with_user(replace(subject.party, critical_requests_left=0))


def provided(world: World, subject: Subject) -> World:
    """The party's certificates reached the Network Operator slots during enrolment, not by a Service Request."""
    owner, issue = subject.party.user_id, subject.issue
    return world.with_slots(
        subject.device,
        {
            Slot.CRITICAL_NETWORK_OPERATOR: Certificate(owner, CertificateUse.DIGITAL_SIGNING, issue),
            Slot.NON_CRITICAL_NETWORK_OPERATOR: Certificate(owner, CertificateUse.KEY_AGREEMENT, issue),
        },
    )


def provided_by_migration_control_centre(world: World, subject: Subject) -> World:
    """The same; the Migration Control Centre provided certificates for ESMEs only (FIA 3.2)."""
    if world.devices[subject.device].device_type is not DeviceType.ESME:
        raise NotExercised(
            "the Migration Control Centre provided Network Operator certificates for ESMEs only (FIA 3.2)"
        )
    return provided(world, subject)


def registration_dated(*, start: int | None = None, end: int | None = None) -> Callable[[World, Subject], World]:
    """The party's own registrations begin, or end, this many days from today; a party that has none is given one."""

    def dated(world: World, subject: Subject) -> World:
        today = world.now.date()
        own = [known for known in world.registrations if _is_of(known, world, subject)]
        others = [known for known in world.registrations if known not in own]
        given = own or _registrations_beside(world, subject)
        return _with_registrations(world, [*others, *(_dated(one, today, start, end) for one in given)])

    return dated


def distributes_to_export_mpan(world: World, subject: Subject) -> World:
    """The party is the distributor for the device's Export MPAN; the Import MPAN keeps its own."""
    export_mpan = world.devices[subject.device].meter_points.export_mpan
    if export_mpan is None:
        raise NotExercised("the device has no Export MPAN")
    role = UserRole.ELECTRICITY_DISTRIBUTOR
    others = [known for known in world.registrations if (known.meter_point, known.role) != (export_mpan, role)]
    start = world.now.date() - ONE_DAY
    own = Registration(export_mpan, role, subject.party.operator, subject.party.user_id, start)
    return _with_registrations(world, [*others, own])


def named_in_the_s1sps_copy(world: World, subject: Subject) -> World:
    """The S1SP's copy has the party, and not the one now registered, as the Import Supplier of the device."""
    device = world.devices[subject.device]
    if device.s1sp is None:
        raise NotExercised("no S1SP serves the device")
    import_mpan = device.meter_points.import_mpan
    copy = tuple(
        replace(known, operator=subject.party.operator, user_id=subject.party.user_id)
        if (known.meter_point, known.role) == (import_mpan, UserRole.IMPORT_SUPPLIER)
        else known
        for known in world.registrations
    )
    return replace(world, s1sp_copies={**world.s1sp_copies, device.s1sp: copy})


ARRANGE: dict[Circumstance, Callable[[World, Subject], World]] = {
    Circumstance.USER_SUSPENDED: suspended,
    Circumstance.ANOMALY_THRESHOLD_REACHED: at_its_threshold,
    Circumstance.MIGRATION_AUTHORISATION: provided,
    Circumstance.DORMANT_METER_RESPONSE: provided,
    Circumstance.MIGRATION_CONTROL_CENTRE: provided_by_migration_control_centre,
    Circumstance.REGISTRATION_BEGINS_TOMORROW: registration_dated(start=1),
    Circumstance.REGISTRATION_ENDED_YESTERDAY: registration_dated(end=-1),
    Circumstance.REGISTRATION_ENDS_TODAY: registration_dated(end=0),
    Circumstance.EXPORT_MPAN_DISTRIBUTED_BY: distributes_to_export_mpan,
    Circumstance.S1SP_COPY_NAMES: named_in_the_s1sps_copy,
}


def _is_of(registration: Registration, world: World, subject: Subject) -> bool:
    points = world.devices[subject.device].meter_points
    own = {points.import_mpan, points.secondary_import_mpan, points.export_mpan, points.mprn}
    return registration.operator == subject.party.operator and registration.meter_point in own


def _registrations_beside(world: World, subject: Subject) -> list[Registration]:
    """One for each role of the party, at the device's own meter point, beside whoever else is registered there."""
    points = world.devices[subject.device].meter_points
    meter_point, party = points.import_mpan or points.mprn or "", subject.party
    start = world.now.date() - 2 * ONE_DAY
    return [Registration(meter_point, role, party.operator, party.user_id, start) for role in sorted(party.roles)]


def _dated(registration: Registration, today: date, start: int | None, end: int | None) -> Registration:
    first = registration.start if start is None else today + start * ONE_DAY
    return replace(registration, start=first, end=registration.end if end is None else today + end * ONE_DAY)


def _with_registrations(world: World, registrations: Iterable[Registration]) -> World:
    return replace(world, registrations=tuple(registrations))
