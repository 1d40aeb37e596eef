"""The Registration Data for a case: entries that ask the recorder whom they name, for what and until when."""

from datetime import UTC, date, datetime, timedelta

from proof.prove.reads import Facts
from proof.prove.request import OTHER_OPERATOR, REGISTERED_OPERATOR, ROLES, SENDER, SUPPLIER
from proof.prove.variant import shared_with
from rulebook.vocabulary import DeviceType, UserRole
from rulebook.world import MeterPoints, Registration, User

NOW = datetime(2022, 11, 3, 12, tzinfo=UTC)
ONE_DAY = timedelta(days=1)
LONG_AGO = NOW.date() - 1000 * ONE_DAY

GAS = frozenset({DeviceType.GPF, DeviceType.GSME})
IMPORT, SECONDARY, EXPORT, GAS_POINT, ELSEWHERE = "an Import MPAN", "a second", "an Export MPAN", "an MPRN", "elsewhere"
NEIGHBOUR = MeterPoints(import_mpan="the electricity's Import MPAN", export_mpan="the electricity's Export MPAN")

DATES: dict[str, tuple[date, date | None]] = {
    "today": (LONG_AGO, None),
    "from tomorrow": (NOW.date() + ONE_DAY, None),
    "until yesterday": (LONG_AGO, NOW.date() - ONE_DAY),
    "until today": (LONG_AGO, NOW.date()),
}
NAMED: dict[str, tuple[str, str]] = {
    "the sender": ("the operator", SENDER),
    "its operator under another User ID": ("the operator", "its second User ID"),
    "another": ("a third operator", "a third party"),
}
"""Operator and User ID of an entry, by whom it names."""

ANOTHER_ROLE: dict[str, UserRole] = {
    UserRole.IMPORT_SUPPLIER: UserRole.EXPORT_SUPPLIER,
    UserRole.GAS_TRANSPORTER: UserRole.GAS_SUPPLIER,
    "Import and Gas Supplier": UserRole.EXPORT_SUPPLIER,
}
"""By sender; of all others it is Import Supplier."""


def another_role(sender: str) -> UserRole:
    """The role in which an entry names a sender that it does not name in its own."""
    return ANOTHER_ROLE.get(sender, UserRole.IMPORT_SUPPLIER)


def operator_of(named: str) -> str:
    """The operator that an entry names."""
    return NAMED[named][0]


PLACED_FOR = {
    REGISTERED_OPERATOR: frozenset({UserRole.ELECTRICITY_DISTRIBUTOR}),
    OTHER_OPERATOR: frozenset({UserRole.GAS_TRANSPORTER}),
    SUPPLIER: frozenset({UserRole.IMPORT_SUPPLIER}),
}
OWNERS = {name: User(name, name, its_roles) for name, its_roles in PLACED_FOR.items()}
"""The Users whose certificates a request places."""


def meter_points_of(facts: Facts) -> MeterPoints:
    """The meter points of the device: an MPRN for gas, MPANs for every other."""
    if DeviceType(facts.value("device")) in GAS:
        return MeterPoints(mprn=GAS_POINT)
    if facts.value("Import MPAN") == "no":
        return MeterPoints(export_mpan=EXPORT)
    return MeterPoints(import_mpan=IMPORT, secondary_import_mpan=SECONDARY, export_mpan=EXPORT)


class EntryAsked(Registration):
    """The entry that decides whether the sender is registered; `named_by` is the axis that says whom it names."""

    facts: Facts
    named_by: str

    def __init__(self, facts: Facts, named_by: str) -> None:
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "named_by", named_by)

    @property
    def role(self) -> UserRole:
        if self.facts.value("registered role") == "another":
            return self.facts.about("sender", another_role)
        return self._own_role(self.facts.value("sender"))

    @property
    def meter_point(self) -> str:
        point = self.facts.value("registered meter point")
        if point == "Import MPAN or MPRN":
            return GAS_POINT if DeviceType(self.facts.value("device")) in GAS else IMPORT
        return {"Secondary Import MPAN": SECONDARY, "Export MPAN": EXPORT, "another device's": ELSEWHERE}[point]

    @property
    def start(self) -> date:
        return DATES[self.facts.value("registered days")][0]

    @property
    def end(self) -> date | None:
        return DATES[self.facts.value("registered days")][1]

    @property
    def operator(self) -> str:
        return self.facts.about(self.named_by, operator_of)

    @property
    def user_id(self) -> str:
        return NAMED[self.facts.value(self.named_by)][1]

    def _own_role(self, sender: str) -> UserRole:
        """Of two roles the one that may send the request, or the one that goes with the device's fuel."""
        its_roles = ROLES[sender]
        if len(its_roles) > 1:
            its_roles = self.facts.about("variant", shared_with(its_roles)) or its_roles
        if len(its_roles) > 1:
            gas = DeviceType(self.facts.value("device")) in GAS
            return UserRole.GAS_SUPPLIER if gas else UserRole.IMPORT_SUPPLIER
        return next(iter(its_roles))


class ElectricityEntryAsked(Registration):
    """Who supplies, or takes, the electricity on the hub."""

    facts: Facts

    def __init__(self, facts: Facts, role: UserRole, meter_point: str | None) -> None:
        for name, value in {"facts": facts, "role": role, "meter_point": meter_point}.items():
            object.__setattr__(self, name, value)

    @property
    def start(self) -> date:
        return self._dates()[0]

    @property
    def end(self) -> date | None:
        return self._dates()[1]

    @property
    def operator(self) -> str:
        return self._named()[0]

    @property
    def user_id(self) -> str:
        return self._named()[1]

    def _dates(self) -> tuple[date, date | None]:
        return DATES.get(self.facts.value("electricity supplier").removeprefix("the sender "), DATES["today"])

    def _named(self) -> tuple[str, str]:
        supplier = self.facts.value("electricity supplier")
        exports = supplier == "the sender for the export"
        if exports is (self.role is UserRole.IMPORT_SUPPLIER):
            return NAMED["another"]
        return NAMED[supplier] if supplier in NAMED else NAMED["the sender"]


def registrations(facts: Facts, named_by: str) -> tuple[Registration, ...]:
    """All entries; the last is the one that decides."""
    operator = (
        Registration(point, role, REGISTERED_OPERATOR, REGISTERED_OPERATOR, LONG_AGO)
        for point, role in (
            (IMPORT, UserRole.ELECTRICITY_DISTRIBUTOR),
            (EXPORT, UserRole.ELECTRICITY_DISTRIBUTOR),
            (GAS_POINT, UserRole.GAS_TRANSPORTER),
        )
    )
    return (
        ElectricityEntryAsked(facts, UserRole.IMPORT_SUPPLIER, NEIGHBOUR.import_mpan),
        ElectricityEntryAsked(facts, UserRole.EXPORT_SUPPLIER, NEIGHBOUR.export_mpan),
        *operator,
        EntryAsked(facts, named_by),
    )
