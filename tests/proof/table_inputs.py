"""The inputs of the decision table for a request in the world of the reference: what its columns are called there."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from proof.table.decisions import Table
from rulebook.case import Case
from rulebook.vocabulary import (
    NETWORK_OPERATORS,
    S1SPS,
    SUPPLIERS,
    CertificateUse,
    Component,
    DeviceType,
    RemotePartyRole,
    Slot,
    UserRole,
)
from rulebook.world import Device, MeterPoints, Registration

GAS = (DeviceType.GPF, DeviceType.GSME)
YES_NO = {True: "yes", False: "no"}
IN_FORCE = {True: "in force", False: "not in force"}
NOBODYS = Registration("", UserRole.OTHER_USER, "", "", date.min)
"""What the Registration Data says of a meter point that it does not hold."""

REGISTERED = "registered, to the {}"
ON_THE_HUB = "Responsible Supplier on the hub"


class Inputs:
    """Answers for every column; of many entries in the Registration Data it names one that counts, if one does."""

    def __init__(self, table: Table, case: Case) -> None:
        self.table, self.case, self.device = table, case, case.device
        self.known = dict(self._of_the_request()) | dict(self._of_the_sender()) | dict(self._of_the_device())
        self.known |= self._that_counts(ON_THE_HUB, self._electricity_suppliers())
        here = "S1SP" if case.component.is_s1sp else "DSP"
        self.known |= self._that_counts(REGISTERED.format(here), self._entries())

    def ask(self, column: str) -> str:
        """The value of an input, or the reading of an open point."""
        return self._asked(self.known, column)

    def _asked(self, known: Mapping[str, str], column: str) -> str:
        return known[column] if column in known else self.case.rulings.reading(column)

    def _that_counts(self, decision: str, candidates: Iterator[dict[str, str]]) -> dict[str, str]:
        candidate: dict[str, str] = {}
        for candidate in candidates:
            known = ChainMap(candidate, self.known)
            if self.table.decide(decision, partial(self._asked, known)).value(decision) == "yes":
                return candidate
        return candidate

    def _of_the_request(self) -> Iterator[tuple[str, str]]:
        request, world = self.case.request, self.case.world
        handed_over = self.case.component is not Component.DSP
        yield "way", "handed over by the DSP" if handed_over else "from the User"
        yield "switch thrown under way", "no"
        yield "variant", request.variant
        yield "slots named", "Supplier" if request.role is RemotePartyRole.SUPPLIER else "Network Operator"
        yield "Command Variant", "as usual" if request.command_variant is None else str(request.command_variant)
        yield "future-dated", YES_NO[request.future_dated]
        yield "floor", "none" if request.floor is None else "the highest"
        yield "certificates placed", self._placed()
        taken = world.execution_counters.get((request.target, request.sender))
        above = taken is None or world.originator_counters.get(request.sender, 0) > taken
        after = "above the last" if above else "not above the last"
        yield "originator counter", "the first" if taken is None else after
        components = {"the DSP": Component.DSP, "the S1SP": self._s1sp(), "another S1SP": self._other()}
        for name, component in components.items():
            yield f"SECMP0107 at {name}", IN_FORCE[self.case.release.in_force_at(component)]

    def _of_the_sender(self) -> Iterator[tuple[str, str]]:
        sender, request = self.case.sender, self.case.request
        both = {UserRole.IMPORT_SUPPLIER, UserRole.GAS_SUPPLIER} <= sender.roles
        yield "sender", "Import and Gas Supplier" if both else next(iter(sender.roles))
        yield "user status", sender.status
        yield "anomaly threshold", "reached" if sender.critical_requests_left == 0 else "not reached"
        for slot in Slot:
            stored = self.case.world.stored(request.target, slot)
            if stored is None or stored.owner != request.sender:
                yield f"{slot} slot", "empty" if stored is None else "another's"
            else:
                current = stored.issue == request.signing_issue
                yield f"{slot} slot", "the sender's" if current else "the sender's former"

    def _of_the_device(self) -> Iterator[tuple[str, str]]:
        device, other = self.device, self.case.other_device
        yield "in the inventory", YES_NO[device is not None]
        yield "device to join", "none" if other is None else "itself" if other == device else other.device_type
        yield "device", device.device_type if device else DeviceType.ESME
        yield "device status", device.status if device else "Commissioned"
        yield "generation", device.generation if device else "SMETS1"
        yield "served by", self._s1sp()
        import_mpan = device.meter_points.import_mpan if device else None
        yield "Import MPAN", YES_NO[import_mpan is not None or (device is not None and device.device_type in GAS)]

    def _entries(self) -> Iterator[dict[str, str]]:
        """Every entry of the Registration Data, in the words of the table."""
        points = self.device.meter_points if self.device else MeterPoints()
        named = {
            points.mprn: "Import MPAN or MPRN",
            points.import_mpan: "Import MPAN or MPRN",
            points.secondary_import_mpan: "Secondary Import MPAN",
            points.export_mpan: "Export MPAN",
        }
        for entry in (*self.case.registrations, NOBODYS):
            party = self._party(entry)
            yield {
                "registered party": party,
                "registered party in the S1SP's copy": party,
                "registered role": "its own" if entry.role in self.case.acting_roles else "another",
                "registered meter point": named.get(entry.meter_point, "another device's"),
                "registered days": self._days(entry),
            }

    def _electricity_suppliers(self) -> Iterator[dict[str, str]]:
        """Every ESME and its suppliers, in the words of the table."""
        beside = self.case.other_device or self.device
        yield {"electricity supplier": "another", "electricity hub": "another"}
        for esme in self.case.world.devices.values():
            if esme.device_type is DeviceType.ESME:
                here = "the same" if beside and esme.hub == beside.hub else "another"
                for entry in self.case.registrations:
                    yield {"electricity supplier": self._electricity_supplier(entry, esme), "electricity hub": here}

    def _electricity_supplier(self, entry: Registration, esme: Device) -> str:
        party, days = self._party(entry), self._days(entry)
        points = (esme.meter_points.import_mpan, esme.meter_points.export_mpan)
        if party == "another" or entry.meter_point not in points:
            return "another"
        if entry.role is not UserRole.IMPORT_SUPPLIER:
            return "the sender for the export"
        return party if days == "today" else f"the sender {days}"

    def _party(self, entry: Registration) -> str:
        if entry.user_id == self.case.request.sender:
            return "the sender"
        return "its operator under another User ID" if entry.operator == self.case.sender.operator else "another"

    def _days(self, entry: Registration) -> str:
        today = self.case.world.now.date()
        if today < entry.start:
            return "from tomorrow"
        if entry.end is None or today < entry.end:
            return "today"
        return "until today" if today == entry.end else "until yesterday"

    def _placed(self) -> str:
        placed = self.case.request.certificates
        owners, uses = {certificate.owner for certificate in placed}, {certificate.use for certificate in placed}
        if not placed:
            return "none"
        if len(uses) == 1:
            return "signing only" if CertificateUse.DIGITAL_SIGNING in uses else "key agreement only"
        if len(owners) > 1:
            return "two operators'"
        owner = self.case.world.users[owners.pop()]
        if owner.roles & SUPPLIERS:
            return "a Supplier's"
        entries = [one for one in self.case.registrations if one.role in NETWORK_OPERATORS and self._is_own(one)]
        registered = {one.operator for one in entries if self._days(one) == "today"}
        return "the registered operator's" if owner.operator in registered else "another operator's"

    def _is_own(self, entry: Registration) -> bool:
        points = self.device.meter_points if self.device else None
        return points is not None and entry.meter_point in (points.import_mpan, points.export_mpan, points.mprn)

    def _s1sp(self) -> Component:
        return self.device.s1sp if self.device and self.device.s1sp else S1SPS[0]

    def _other(self) -> Component:
        return next(s1sp for s1sp in S1SPS if s1sp is not self._s1sp())
