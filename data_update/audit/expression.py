"""Which slots are wrong, as one Ibis expression: what it says is carried out by DuckDB, PostgreSQL or Spark alike.

The big join comes first and keeps only what is not plainly right; all that is dear comes after it, on those few rows.
"""

from dataclasses import dataclass

import ibis
from ibis import Table, _
from ibis.expr.types import BooleanValue

from data_update.audit.columns import METER_POINTS
from data_update.audit.reasons import OURS, THEIRS, because_of, finding_of, is_set_aside, is_unsound
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
    """Every Network Operator slot that is not plainly right.

    `registrant` and `holding` are market participants, null where nobody is found. A meter point with two registrations
    appears with each that the holder is not.
    """
    rows = inputs.slots.filter(~_.slot.isin(THEIRS) | _.slot.isnull())
    owners = _parties(inputs).select(owner=_.eui, holding=_.market_participant)
    told = rows.left_join(_effective(inputs), "mpxn").left_join(owners, "owner")
    return told.filter(
        told.registrant.isnull()
        | told.holding.isnull()
        | (told.registrant != told.holding)
        | is_unsound(told)
        | is_set_aside(told)
    ).select(*inputs.slots.columns, "registrant", "holding")


def explained(kept: Table, inputs: Inputs) -> Table:
    """What `not_right` kept, one row for each slot, each with its finding and why; less what is right after all.

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


def listed_twice(slots: Table) -> Table:
    """Every device and slot that stands in more than one row. Numbers are compared first: text is dearer."""
    ours = slots.filter(_.slot.isin(OURS))
    hashed = ours.select(*KEY, key=_.device_id.hash())
    times = hashed.group_by("key").aggregate(
        **{f"times_{place}": hashed.count(where=hashed.slot == name) for place, name in enumerate(OURS)}
    )
    suspects = times.filter((times.times_0 > 1) | (times.times_1 > 1))
    doubtful = hashed.semi_join(suspects, "key")
    return doubtful.group_by(*KEY).aggregate(times=_.count()).filter(_.times > 1)


def totals(slots: Table) -> Table:
    """How many Network Operator slots there are, of each S1SP, cohort and type."""
    ours = slots.filter(_.slot.isin(OURS))
    return ours.group_by("s1sp", "cohort", "device_type").aggregate(slots=_.count())


def _agree(told: Table) -> BooleanValue:
    """Plainly right after all: it was another Entity Identifier, or another way to write it."""
    same = (told.registered == told.holder).fill_null(False)
    return same & ~is_unsound(told) & ~is_set_aside(told)


def _effective(inputs: Inputs) -> Table:
    """The registrations that count on the day, which is counted whole (O25)."""
    one, day = inputs.registrations, ibis.literal(inputs.day)
    current = (
        (one.effective_from <= day)
        & (_none(one.effective_to) | (one.effective_to >= day))
        & _none(one.withdrawn_at)
        & (one.role.isnull() | one.role.isin(ROLES))
        & (one.meter_point.isnull() | one.meter_point.isin(METER_POINTS))
    )
    return one.filter(current).select("mpxn", registrant=one.market_participant)


def _parties(inputs: Inputs) -> Table:
    one, day = inputs.parties, ibis.literal(inputs.day)
    begun = _none(one.effective_from) | (one.effective_from <= day)
    return one.filter(begun & (_none(one.effective_to) | (one.effective_to >= day)))


def _operators(inputs: Inputs, by: str) -> Table:
    """The operator behind a market participant or an Entity Identifier, in a column `key`."""
    named = _parties(inputs).select(key=_[by].upper() if by == "eui" else _[by], operator=_.sec_party)
    return named.group_by("key").aggregate(operator=_.operator.max())


def _published(inputs: Inputs) -> Table:
    """How many uses an operator has published good certificates for, and how many for the use with most of them."""
    one, at = inputs.certificates, ibis.literal(inputs.at)
    good = one.filter(
        (one.not_before <= at)
        & (one.not_after >= at)
        & _none(one.revoked_at)
        & (one.role.isnull() | (one.role == REMOTE_PARTY_ROLE))
    )
    owners = _operators(inputs, "eui")
    by_use = good.mutate(key=_.eui.upper()).join(owners, "key").group_by("operator", "use").aggregate(number=_.count())
    return by_use.group_by("operator").aggregate(uses=_.count(), most=_.number.max()).rename(publisher="operator")


def _none(column: ibis.Value) -> BooleanValue:
    return column.isnull() | (column == "")
