"""What the one-off update says of itself: the counts that it prints, the records that it leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping

from pytest_bdd import then

from rulebook.vocabulary import Component
from steps.expectations import expect
from steps.phrases import phrase
from steps.update_notebook import NONE, UpdateNotebook, in_words, kinds, places
from sut_adapters.port import ChangeRecords, Misunderstood, Phase
from sut_adapters.update_terms import UpdateReport


def counted(report: UpdateReport, name: str) -> tuple[int, int]:
    """Devices and slots that the update says, under one name of docs/data-update.md."""
    said = report.counts.get(name)
    found = [said.get(what) for what in ("devices", "slots")] if isinstance(said, Mapping) else []
    if len(found) != 2 or not all(isinstance(number, int) for number in found):
        raise Misunderstood(Phase.UNDERSTAND, f"the update prints no count of devices and slots as {name!r}")
    return int(str(found[0])), int(str(found[1]))


def listed(report: UpdateReport) -> str:
    """Its list of what is wrong, by cohort and type, in words."""
    rows = report.counts.get("wrong")
    found = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    devices = Counter({(str(row.get("cohort")), str(row.get("device_type"))): _number(row, "devices") for row in found})
    slots = Counter({(str(row.get("cohort")), str(row.get("device_type"))): _number(row, "slots") for row in found})
    return in_words(devices, slots)


def _number(row: Mapping[str, object], name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else 0


def in_numbers(found: Iterable[tuple[str, object]]) -> str:
    """Places as devices and slots."""
    all_of_them = list(found)
    return f"{len({device for device, _ in all_of_them})} devices, {len(all_of_them)} slots"


@then(
    phrase(
        "the update counts the wrong devices and slots of {s1sp:S1sp}, in each cohort and of each type,"
        " and those that it would correct"
    )
)
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    report = update_notebook.reports[s1sp]
    wrong = [one for one in update_notebook.records.planted(s1sp) if one.wrong and one.counted]
    expect(f"wrong: {kinds(wrong)}", f"wrong: {listed(report)}")
    would = "{} devices, {} slots".format(*counted(report, "corrected"))
    expect(f"to correct: {in_numbers(update_notebook.corrigible(s1sp))}", f"to correct: {would}")


@then(phrase("the update says that it would correct no device of {s1sp:S1sp}"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    devices, slots = counted(update_notebook.reports[s1sp], "corrected")
    expect("0 devices, 0 slots", f"{devices} devices, {slots} slots")


@then(
    phrase("there is one complete audit record for each slot of {s1sp:S1sp} that was corrected, and none for any other")
)
def _(update_notebook: UpdateNotebook, recorded_changes: ChangeRecords, s1sp: Component) -> None:
    wanted, found = update_notebook.corrigible(s1sp), recorded_changes.change_records(s1sp)
    good = frozenset(one.place for one in found if one.complete and one.truthful)
    expect(f"without a complete record: {NONE}", f"without a complete record: {places(wanted - good)}")
    expect(f"{len(wanted)} records", f"{len(found)} records")


@then(phrase("there is no audit record of a change at {s1sp:S1sp}"))
def _(recorded_changes: ChangeRecords, s1sp: Component) -> None:
    expect("0 records", f"{len(recorded_changes.change_records(s1sp))} records")
