"""What the one-off update says of itself: the counts that it prints, the records that it leaves."""

from collections.abc import Iterable, Mapping, Sequence

from pytest_bdd import then

from rulebook.vocabulary import Component
from steps.expectations import expect
from steps.phrases import phrase
from steps.update_notebook import NONE, UpdateNotebook, places
from steps.update_readings import Count, count, count_of, rows, shown
from sut_adapters.port import ChangeRecords
from sut_adapters.update_terms import ChangeRecord, Place, PlantedSlot, UpdateReport

Kinds = Mapping[tuple[str, str], Count]
"""By cohort and type of device."""

NONE_AT_ALL = Count(0, 0)


def listed(report: UpdateReport) -> Kinds:
    """Its list of what is wrong, by cohort and type."""
    found = rows(report.counts, "wrong", "cohort", "device_type")
    counts = {(str(kind[0]), str(kind[1])): count_of(row, f"wrong, {' '.join(kind)}") for kind, row in found.items()}
    return {kind: one for kind, one in counts.items() if any(one)}


def by_kind(slots: Iterable[PlantedSlot]) -> Kinds:
    """By cohort and type."""
    found: dict[tuple[str, str], set[Place]] = {}
    for one in slots:
        found.setdefault((one.cohort, one.device_type), set()).add(one.place)
    return {kind: Count.of(of_it) for kind, of_it in found.items()}


def expect_wrong(report: UpdateReport, planted: Iterable[PlantedSlot], by_users: frozenset[Place]) -> None:
    """Raise Disagreement unless it lists what is wrong; what Users placed first, or a part of it, may be left out."""
    wrong = [one for one in planted if one.wrong and one.counted]
    heard, most, least = listed(report), by_kind(wrong), by_kind(one for one in wrong if one.place not in by_users)
    stated = {kind: _nearest(heard.get(kind, NONE_AT_ALL), least.get(kind, NONE_AT_ALL), most[kind]) for kind in most}
    apart = {kind for kind in {**stated, **heard} if stated.get(kind, NONE_AT_ALL) != heard.get(kind, NONE_AT_ALL)}
    expect(f"wrong: {in_words(stated, apart)}", f"wrong: {in_words(heard, apart)}")


def _nearest(said: Count, least: Count, most: Count) -> Count:
    slots, devices = (
        max(low or 0, min(high or 0, number or 0)) for low, high, number in zip(least, most, said, strict=True)
    )
    return Count(slots, devices)


def in_words(counts: Kinds, wanted: Iterable[tuple[str, str]]) -> str:
    """`IOC ESME: 3 devices, 5 slots; IOC GPF: ...`, or that there are none at all."""
    lines = (f"{' '.join(kind)}: {counts.get(kind, NONE_AT_ALL)}" for kind in sorted(wanted))
    return "; ".join(lines) if any(map(any, counts.values())) else NONE


@then(
    phrase(
        "the update counts the wrong devices and slots of {s1sp:S1sp}, in each cohort and of each type,"
        " and those that it would correct"
    )
)
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    report = update_notebook.account(s1sp)
    expect_wrong(report, update_notebook.records.planted(s1sp), frozenset())
    would = count(report.counts, "corrected")
    expect(f"to correct: {Count.of(update_notebook.corrigible(s1sp))}", f"to correct: {would}")


@then(phrase("the update says that it would correct no device of {s1sp:S1sp}"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    expect(str(NONE_AT_ALL), str(count(update_notebook.account(s1sp).counts, "corrected")))


@then(phrase("the update of {s1sp:S1sp} says how many slots it gave back, and which it left"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    counts = update_notebook.account(s1sp).counts
    corrected = update_notebook.corrigible(s1sp)
    left = corrected & update_notebook.by_users
    expect(f"given back: {Count.of(corrected - left)}", f"given back: {count(counts, 'restored')}")
    expect(f"left: {Count.of(left)}", f"left: {count(counts, 'refused')}")
    named = set(rows(counts, "refused_slots", "device_id", "slot"))
    unnamed = places(place for place in left if place not in named)
    beside = ", ".join(shown(" ".join(key)) for key in sorted(named - left)[:3])
    expect(f"left and not named: {NONE}", f"left and not named: {unnamed}")
    expect(f"named and not left: {NONE}", f"named and not left: {beside or NONE}")


@then(phrase("each slot of {s1sp:S1sp} holds what it held before the first time, or the update says that it left it"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    named = set(rows(update_notebook.account(s1sp).counts, "refused_slots", "device_id", "slot"))
    other = update_notebook.since_the_beginning(s1sp).replaced
    told = places(place for place in other if place not in named)
    expect(f"not given back, and not said to be left: {NONE}", f"not given back, and not said to be left: {told}")


@then(
    phrase("there is one complete audit record for each slot of {s1sp:S1sp} that was corrected, and none for any other")
)
def _(update_notebook: UpdateNotebook, recorded_changes: ChangeRecords, s1sp: Component) -> None:
    _expect_records(update_notebook.corrigible(s1sp), recorded_changes.change_records(s1sp))


@then(
    phrase(
        "there is one complete audit record for each slot of {s1sp:S1sp} that was given back, and none for any other"
    )
)
def _(update_notebook: UpdateNotebook, recorded_changes: ChangeRecords, s1sp: Component) -> None:
    found = [one for one in recorded_changes.change_records(s1sp) if one.given_back]
    _expect_records(update_notebook.corrigible(s1sp) - update_notebook.by_users, found)


def _expect_records(wanted: frozenset[Place], found: Sequence[ChangeRecord]) -> None:
    good = frozenset(one.place for one in found if one.complete and one.truthful)
    expect(f"without a complete record: {NONE}", f"without a complete record: {places(wanted - good)}")
    expect(f"{len(wanted)} records", f"{len(found)} records")


@then(phrase("there is no audit record of a change at {s1sp:S1sp}"))
def _(recorded_changes: ChangeRecords, s1sp: Component) -> None:
    expect("0 records", f"{len(recorded_changes.change_records(s1sp))} records")
