"""The account that the one-off update gives of what it found: operator by operator, and counted again afterwards."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pytest_bdd import then

from rulebook.vocabulary import Component
from steps.expectations import expect
from steps.phrases import phrase
from steps.update_notebook import UpdateNotebook
from sut_adapters.port import Misunderstood, Phase
from sut_adapters.update_terms import PlantedSlot, UpdateReport

CORRECTED, LEFT, CHANGED, ARISEN = "corrected", "left_alone", "changed_meanwhile", "newly_arisen"
EVERYBODY, NOBODY = "everybody", "nobody known"


@dataclass
class Account:
    """Of one operator, or of all, in slots."""

    found: int = 0
    corrected: int = 0
    left: Counter[str] = field(default_factory=Counter)
    changed: int = 0

    def __str__(self) -> str:
        left = ", ".join(f"{reason} {slots}" for reason, slots in sorted((+self.left).items()))
        return f"found {self.found}, corrected {self.corrected}, left alone ({left}), changed {self.changed}"


Accounts = dict[str, Account]


def said(report: UpdateReport) -> Accounts:
    """What the update says, under the names of docs/data-update.md."""
    everybody = {
        "found": _slots(report.counts, "found"),
        CORRECTED: _slots(report.counts, CORRECTED),
        LEFT: {row.get("reason"): row.get("slots") for row in _rows(report.counts, LEFT)},
        CHANGED: _slots(report.counts, CHANGED),
    }
    rows = {str(row.get("operator")) or NOBODY: row for row in _rows(report.counts, "by_operator")}
    return {name: _account(row) for name, row in {EVERYBODY: everybody, **rows}.items()}


def due(planted: Iterable[PlantedSlot], by_users: frozenset[object], heard: Accounts) -> Accounts:
    """What has to come out. Of what Users placed first the update may have found any part."""
    accounts: Accounts = {}
    open_to_users: Counter[str] = Counter()
    for one in planted:
        for name in (EVERYBODY, one.operator or NOBODY):
            account = accounts.setdefault(name, Account())
            open_to_users[name] += one.corrigible and one.place in by_users
            account.corrected += one.corrigible and one.place not in by_users
            if one.left_alone:
                account.left[one.reason] += 1
    for name, account in accounts.items():
        account.changed = min(heard.get(name, account).changed, open_to_users[name])
        account.found = account.corrected + account.left.total() + account.changed
    return {name: account for name, account in accounts.items() if account.found}


def in_words(accounts: Accounts, names: Iterable[str]) -> str:
    """These operators', one after the other; what is not there is nothing."""
    return "; ".join(f"{name}: {accounts.get(name, Account())}" for name in sorted(names))


@then(phrase("the update of {s1sp:S1sp} accounts for every slot that it found, operator by operator"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    heard = said(update_notebook.reports[s1sp])
    stated = due(update_notebook.records.planted(s1sp), update_notebook.by_users, heard)
    apart = {name for name in {**stated, **heard} if stated.get(name, Account()) != heard.get(name, Account())}
    expect(in_words(stated, apart), in_words(heard, apart))


@then(phrase("counted again afterwards, {s1sp:S1sp} has what the update left alone, and nothing that has newly arisen"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    left = Counter(one.operator or NOBODY for one in update_notebook.records.planted(s1sp) if one.left_alone)
    stated = {name: {"found": slots, LEFT: slots, ARISEN: 0} for name, slots in left.items()}
    everybody = {"found": left.total(), LEFT: left.total(), ARISEN: 0}
    afterwards = _mapping(update_notebook.reports[s1sp].counts, "afterwards")
    rows = {str(row.get("operator")) or NOBODY: row for row in _rows(afterwards, "by_operator")}
    heard = {name: {what: _number(row.get(what)) for what in everybody} for name, row in rows.items()}
    total = {what: _slots(afterwards, what) for what in everybody}
    stated, heard = {**stated, EVERYBODY: everybody}, {**heard, EVERYBODY: total}
    apart = {name for name in {**stated, **heard} if stated.get(name) != heard.get(name)}
    expect(_listed(stated, apart), _listed(heard, apart))


@then(phrase("the update of {s1sp:S1sp} counts nothing afterwards"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    afterwards = update_notebook.reports[s1sp].counts.get("afterwards")
    expect("nothing is counted afterwards", "nothing is counted afterwards" if not afterwards else str(afterwards))


def _listed(counts: Mapping[str, Mapping[str, int]], names: Iterable[str]) -> str:
    said = (f"{name}: {' '.join(f'{what} {slots}' for what, slots in counts.get(name, {}).items())}" for name in names)
    return "; ".join(sorted(said))


def _account(row: Mapping[str, object]) -> Account:
    left = row.get(LEFT)
    reasons = left if isinstance(left, Mapping) else {}
    counted = Counter({str(reason): _number(slots) for reason, slots in reasons.items()})
    return Account(_number(row.get("found")), _number(row.get(CORRECTED)), counted, _number(row.get(CHANGED)))


def _slots(counts: Mapping[str, object], name: str) -> int:
    return _number(_mapping(counts, name).get("slots"))


def _mapping(counts: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = counts.get(name)
    if not isinstance(found, Mapping):
        raise Misunderstood(
            Phase.UNDERSTAND, f"the update prints nothing as {name!r}, or something else than an object"
        )
    return found


def _rows(counts: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    found = counts.get(name)
    if not isinstance(found, list) or not all(isinstance(row, Mapping) for row in found):
        raise Misunderstood(Phase.UNDERSTAND, f"the update prints nothing as {name!r}, or something else than a list")
    return found


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise Misunderstood(Phase.UNDERSTAND, f"the update prints {str(value)[:20]!a} where a number of slots belongs")
    return value
