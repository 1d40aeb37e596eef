"""The account that the one-off update gives of what it found: operator by operator, and counted again afterwards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pytest_bdd import then

from rulebook.vocabulary import Component
from steps.expectations import expect
from steps.phrases import phrase
from steps.update_grounds import Grounds
from steps.update_notebook import UpdateNotebook
from steps.update_readings import NO_SLOTS, Count, Row, count, count_of, mapping, number, rows, shown, slots
from steps.update_reports import expect_wrong
from sut_adapters.update_terms import Place, PlantedSlot, UpdateReport

CORRECTED, LEFT, CHANGED, ARISEN = "corrected", "left_alone", "changed_meanwhile", "newly_arisen"
AGAIN = ("found", LEFT, ARISEN)
EVERYBODY, NOBODY = "everybody", "nobody known"

Figures = Mapping[str, Count]
AT_MOST = 5
"""Operators that a FAIL shows."""


@dataclass
class Account:
    """Of one operator in slots, or of all with their devices."""

    found: Count = NO_SLOTS
    corrected: Count = NO_SLOTS
    left: dict[str, Count] = field(default_factory=dict)
    changed: Count = NO_SLOTS

    def figures(self) -> Figures:
        """Each by its name."""
        left = {f"left alone ({reason})": many for reason, many in sorted(self.left.items())}
        return {"found": self.found, CORRECTED: self.corrected, **left, "changed": self.changed}


Accounts = dict[str, Account]


def said(report: UpdateReport) -> Accounts:
    """What the update says, under the names of docs/data-update.md."""
    by_reason = rows(report.counts, LEFT, "reason")
    left = {reason: count_of(row, f"{LEFT}, {reason}") for (reason,), row in by_reason.items()}
    found, corrected, changed = (count(report.counts, name) for name in ("found", CORRECTED, CHANGED))
    accounts = {EVERYBODY: Account(found, corrected, _some(left), changed)}
    for name, row in _by_operator(report.counts).items():
        where = f"by_operator, {name}"
        reasons = {reason: Count(number(many, f"{where}, {reason}")) for reason, many in mapping(row, LEFT).items()}
        found, corrected, changed = (slots(row, what, where) for what in ("found", CORRECTED, CHANGED))
        accounts[name] = Account(found, corrected, _some(reasons), changed)
    return {name: account for name, account in accounts.items() if name == EVERYBODY or account != Account()}


def due(planted: Iterable[PlantedSlot], by_users: frozenset[Place], heard: Accounts) -> Accounts:
    """What has to come out. Of what Users placed first the update may have found any part."""
    everything, of = Grounds(), dict[str, Grounds]()
    for one in planted:
        if one.corrigible or one.left_alone:
            for grounds in (everything, of.setdefault(one.operator or NOBODY, Grounds())):
                grounds.add(one, by_users)
    changed = {name: min(heard.get(name, Account()).changed.slots, len(one.open)) for name, one in of.items()}
    accounts = {
        name: Account(
            Count(len(one.certain) + changed[name]),
            Count(len(one.corrected)),
            {reason: Count(len(places)) for reason, places in one.left.items()},
            Count(changed[name]),
        )
        for name, one in of.items()
    }
    all_changed, told = sum(changed.values()), heard[EVERYBODY]
    devices = everything.devices_changed(all_changed, told.changed.devices or 0)
    accounts[EVERYBODY] = Account(
        Count(len(everything.certain) + all_changed, everything.devices_found(devices, told.found.devices or 0)),
        Count.of(everything.corrected),
        {reason: Count.of(places) for reason, places in everything.left.items()},
        Count(all_changed, devices),
    )
    return {name: account for name, account in accounts.items() if name == EVERYBODY or account != Account()}


def expect_figures(stated: Mapping[str, Figures], heard: Mapping[str, Figures]) -> None:
    """Raise Disagreement unless they are the same, with the figures that differ, of a few operators."""
    nobodys: Figures = {}
    each = {name: (stated.get(name, nobodys), heard.get(name, nobodys)) for name in {**stated, **heard}}
    apart = {name: kept for name, (due_, told) in each.items() if (kept := _apart(due_, told))}
    few = sorted(apart)[:AT_MOST]
    more = [f"{len(apart) - AT_MOST} more that differ"] if len(apart) > AT_MOST else []
    expect(*("; ".join([*(_listed(name, apart[name], of) for name in few), *more]) for of in (stated, heard)))


def _apart(stated: Figures, heard: Figures) -> tuple[str, ...]:
    return tuple(what for what in {**stated, **heard} if stated.get(what, NO_SLOTS) != heard.get(what, NO_SLOTS))


def _listed(name: str, figures: Iterable[str], of: Mapping[str, Figures]) -> str:
    nobodys: Figures = {}
    each = (
        f"{what if what.isprintable() else ascii(what)} {of.get(name, nobodys).get(what, NO_SLOTS)}" for what in figures
    )
    return f"{shown(name)}: {', '.join(each)}"


@then(phrase("the update of {s1sp:S1sp} accounts for every slot that it found, operator by operator"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    report = update_notebook.account(s1sp)
    heard = said(report)
    planted, by_users = update_notebook.records.planted(s1sp), update_notebook.by_users
    stated = due(planted, by_users, heard)
    expect_figures(*({name: one.figures() for name, one in accounts.items()} for accounts in (stated, heard)))
    expect_wrong(report, planted, by_users)


@then(phrase("counted again afterwards, {s1sp:S1sp} has what the update left alone, and nothing that has newly arisen"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    left: dict[str, set[Place]] = {}
    for one in update_notebook.records.planted(s1sp):
        if one.left_alone:
            for name in (EVERYBODY, one.operator or NOBODY):
                left.setdefault(name, set()).add(one.place)
    stated = {name: _again(Count(len(places)), NO_SLOTS) for name, places in left.items()}
    stated[EVERYBODY] = _again(Count.of(left.get(EVERYBODY, ())), Count.of(()))
    afterwards = mapping(update_notebook.account(s1sp).counts, "afterwards")
    said_of = _by_operator(afterwards).items()
    heard = {name: {what: slots(row, what, f"afterwards, {name}") for what in AGAIN} for name, row in said_of}
    heard[EVERYBODY] = {what: count(afterwards, what) for what in AGAIN}
    expect_figures(stated, heard)


@then(phrase("the update of {s1sp:S1sp} counts nothing afterwards"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    afterwards = update_notebook.reports[s1sp].counts.get("afterwards")
    expect("nothing is counted afterwards", "nothing is counted afterwards" if not afterwards else str(afterwards))


def _by_operator(counts: Row) -> dict[str, Row]:
    ours = {"": NOBODY, NOBODY: f"{NOBODY!r}", EVERYBODY: f"{EVERYBODY!r}"}
    return {ours.get(name, name): row for (name,), row in rows(counts, "by_operator", "operator").items()}


def _some(left: Mapping[str, Count]) -> dict[str, Count]:
    return {reason: one for reason, one in left.items() if any(one)}


def _again(left: Count, arisen: Count) -> dict[str, Count]:
    return dict(zip(AGAIN, (left, left, arisen), strict=True))
