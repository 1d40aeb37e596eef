"""Which slots are wrong, as one Ibis expression: what it says is carried out by DuckDB, PostgreSQL or Spark alike.

The big join comes first and keeps only what is not plainly right; all that is dear comes after it, on those few rows.
"""

from dataclasses import dataclass

import ibis
from ibis import Table, _
from ibis.expr.types import BooleanValue, IntegerValue, StringValue

from data_update.audit.cells import is_day, is_day_or_missing, is_device_id, is_eui, is_missing
from data_update.audit.columns import METER_POINTS, USES
from data_update.audit.reasons import OURS, THEIRS, because_of, finding_of, is_to_be_judged
from rulebook.vocabulary import NETWORK_OPERATORS

ROLES = sorted(role.value for role in NETWORK_OPERATORS)
REMOTE_PARTY_ROLE = "03"
SHOWN = (
    *("s1sp", "cohort", "device_type", "device_id", "mpxn", "slot", "owner", "holder", "registered"),
    *("finding", "because"),
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The four inputs as tables of one engine, with all columns of `columns`, every one of them text.

    `at` is the moment to judge at, `2026-11-22T09:30:00Z`.
    """

    slots: Table
    registrations: Table
    certificates: Table
    parties: Table
    at: str

    @property
    def day(self) -> str:
        """The moment's day; registrations begin and end with days."""
        return self.at[:10]


def not_right(inputs: Inputs) -> Table:
    """Every Network Operator slot that is not plainly right, whatever the spelling of its device's id.

    `registrant` and `holding` are market participants, null where nobody is found. A meter point with two registrations
    appears with each that the holder is not.
    """
    rows = inputs.slots.filter(~_.slot.isin(THEIRS) | _.slot.isnull())
    owners = _parties(inputs).select(owner=_.eui, holding=_.market_participant)
    told = rows.left_join(_effective(inputs), "mpxn").left_join(owners, "owner")
    return told.filter(
        told.registrant.isnull() | told.holding.isnull() | (told.registrant != told.holding) | ~is_to_be_judged(told)
    ).select(*inputs.slots.columns, "registrant", "holding")


def of_no_device(inputs: Inputs, faulty: Table) -> Table:
    """The slots, in the shape of `not_right`, of devices whose id is none."""
    nameless = faulty.filter(~is_device_id(faulty.device_id) & faulty.device_id.notnull()).select("device_id")
    nobody = ibis.null("string")
    return (
        inputs.slots.filter(_.slot.isin(OURS))
        .semi_join(nameless, "device_id")
        .mutate(registrant=nobody, holding=nobody)
    )


def explained(kept: Table, inputs: Inputs) -> Table:
    """What was kept so far, one row for each slot, each with its finding and why; less what is right after all.

    `registered` and `holder` are operators. Two Entity Identifiers of one operator are no two operators (O24).
    """
    by_slot = kept.group_by("device_id", "slot").aggregate(
        *(kept[name].max().name(name) for name in (*inputs.slots.columns, "registrant") if name not in KEY)
    )
    effective = _effective(inputs).semi_join(by_slot, "mpxn")
    several = effective.group_by("mpxn").aggregate(several=_.registrant.nunique()).rename(point="mpxn")
    registered = _operators(inputs, "market_participant").rename(participant="key", registered="operator")
    owners = _operators(inputs, "eui").rename(identifier="key", holder="operator")
    told = (
        by_slot.mutate(capitals=_.owner.upper())
        .left_join(several, [("mpxn", "point")])
        .left_join(registered, [("registrant", "participant")])
        .left_join(owners, [("capitals", "identifier")])
        .left_join(_published(inputs), [("registered", "publisher")])
    )
    told = told.mutate(because=because_of(told))
    told = told.mutate(finding=finding_of(told))
    return told.filter(told.several.isnull() | (told.several > 1) | ~_agree(told)).select(*SHOWN)


KEY = ("device_id", "slot")


def suspects(slots: Table) -> Table:
    """Marks of device ids, among them of every one that is no EUI-64 or has more than one row for a slot.

    A mark is a number that the engine makes of an id, and two ids may share one. Numbers are held beside each other at
    half the cost of texts, which is most of what an audit costs beside its join.
    """
    ours = _marked(slots)
    weight = ibis.ifelse(is_device_id(ours.device_id), ibis.ifelse(ours.slot == OURS[0], FIRST, SECOND), UNFIT)
    counted = ours.select("mark", weight=weight).group_by("mark").aggregate(rows=_.count(), weight=_.weight.sum())
    return counted.filter((_.rows != 2) | (_.weight != FIRST + SECOND)).select("mark")


UNFIT, FIRST, SECOND = 0, 1, 2
"""No other two add up to as much as those of one slot of each kind with sound ids."""


def faulty_devices(slots: Table, among: Table) -> Table:
    """Every device whose id is no EUI-64, or with more than one row for a slot: `times_0` for the first of `OURS`.

    `among` has their `suspects`.
    """
    ours = _marked(slots).semi_join(among, "mark")
    critical, _others = OURS
    counted = ours.group_by("device_id").aggregate(rows=_.count(), times_0=ours.count(where=ours.slot == critical))
    told = counted.select("device_id", "times_0", times_1=_.rows - _.times_0)
    return told.filter((told.times_0 > 1) | (told.times_1 > 1) | ~is_device_id(told.device_id))


def listed_twice(faulty: Table) -> Table:
    """Every device and slot that stands in more than one row."""
    of_slots = [
        faulty.select("device_id", slot=ibis.literal(name), times=faulty[f"times_{place}"])
        for place, name in enumerate(OURS)
    ]
    return ibis.union(*of_slots).filter((_.times > 1) & _.device_id.notnull())


def _agree(told: Table) -> BooleanValue:
    """Plainly right after all: it was another Entity Identifier, or another way to write it."""
    same = (told.registered == told.holder).fill_null(False)
    return same & is_device_id(told.device_id) & is_to_be_judged(told)


def mark_of(device_id: StringValue) -> IntegerValue:
    """A number for an id, as the engine makes it: of 64 bits, in Spark of 32."""
    return device_id.hash()


def _marked(slots: Table) -> Table:
    """The Network Operator slots of devices that have an id at all."""
    named = slots.filter(slots.slot.isin(OURS) & slots.device_id.notnull())
    return named.select("device_id", "slot", mark=mark_of(named.device_id))


def _effective(inputs: Inputs) -> Table:
    """The registrations that count on the day, which is counted whole (O25)."""
    one, day = inputs.registrations, ibis.literal(inputs.day)
    current = (
        is_day(one.effective_from)
        & (one.effective_from <= day)
        & is_day_or_missing(one.effective_to)
        & (is_missing(one.effective_to) | (one.effective_to >= day))
        & ~is_missing(one.mpxn)
        & ~is_missing(one.market_participant)
        & (is_missing(one.withdrawn_at) | (one.withdrawn_at > inputs.at))
        & (one.role.isnull() | one.role.isin(ROLES))
        & (one.meter_point.isnull() | one.meter_point.isin(METER_POINTS))
    )
    return one.filter(current).select("mpxn", registrant=one.market_participant)


def _parties(inputs: Inputs) -> Table:
    """Those of the day; a row without a name or an Entity Identifier in it counts for nobody."""
    one, day = inputs.parties, ibis.literal(inputs.day)
    named = is_eui(one.eui) & ~is_missing(one.market_participant) & ~is_missing(one.sec_party)
    dated = is_day_or_missing(one.effective_from) & is_day_or_missing(one.effective_to)
    begun = is_missing(one.effective_from) | (one.effective_from <= day)
    return one.filter(named & dated & begun & (is_missing(one.effective_to) | (one.effective_to >= day)))


def _operators(inputs: Inputs, by: str) -> Table:
    """The operator behind a market participant or an Entity Identifier, in a column `key`; of two operators none."""
    named = _parties(inputs).select(key=_[by].upper() if by == "eui" else _[by], operator=_.sec_party)
    told = named.group_by("key").aggregate(operator=_.operator.max(), least=_.operator.min())
    return told.filter(_.operator == _.least).select("key", "operator")


def _published(inputs: Inputs) -> Table:
    """How many uses an operator has published good certificates for, and how many for the use with most of them, under
    one Entity Identifier for one licence area: those of two Entity Identifiers may be for two areas as well."""
    one, at = inputs.certificates, ibis.literal(inputs.at)
    good = one.filter(
        one.use.isin(USES)
        & is_day(one.not_before.left(10))
        & is_day(one.not_after.left(10))
        & (one.not_before <= at)
        & (one.not_after >= at)
        & (is_missing(one.revoked_at) | (one.revoked_at > at))
        & (one.role.isnull() | (one.role == REMOTE_PARTY_ROLE))
    )
    owners = _operators(inputs, "eui")
    owned = good.mutate(key=_.eui.upper()).join(owners, "key")
    by_use = owned.group_by("operator", "key", "licence_area", "use").aggregate(number=_.count())
    return by_use.group_by(publisher=_.operator).aggregate(uses=_.use.nunique(), most=_.number.max())
