"""What the one-off update has changed in the S1SPs' databases, and what it has left."""

from collections import Counter

from pytest_bdd import then

from rulebook.vocabulary import Component, DeviceType
from steps.expectations import expect
from steps.phrases import phrase
from steps.update_notebook import NONE, UpdateNotebook, in_words, kinds, places
from sut_adapters.update_terms import Plight


@then(phrase("the devices of {s1sp:S1sp} {plight:Plight} hold their registered operator's published certificates"))
def _(update_notebook: UpdateNotebook, s1sp: Component, plight: Plight) -> None:
    wrong = frozenset(one.place for one in update_notebook.standing(s1sp, plight) if one.corrigible)
    found = update_notebook.since_the_beginning(s1sp)
    expect(f"not put right: {NONE}", f"not put right: {places(wrong - found.put_right, found.amiss)}")


@then(phrase("the devices of {s1sp:S1sp} {plight:Plight} are as they were"))
def _(update_notebook: UpdateNotebook, s1sp: Component, plight: Plight) -> None:
    left = frozenset(one.place for one in update_notebook.standing(s1sp, plight))
    changed = update_notebook.since_the_event(s1sp).slots
    expect(f"changed: {NONE}", f"changed: {places(left & changed)}")


@then(phrase("exactly the slots of {s1sp:S1sp} that are to be corrected have changed"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    wanted, found = update_notebook.corrigible(s1sp), update_notebook.since_the_beginning(s1sp)
    expect(f"not put right: {NONE}", f"not put right: {places(wanted - found.put_right, found.amiss)}")
    expect(f"changed beside them: {NONE}", f"changed beside them: {places(found.slots - wanted)}")
    expect(f"other rows changed: {NONE}", f"other rows changed: {', '.join(found.elsewhere[:3]) or NONE}")


@then(phrase("the slots of {s1sp:S1sp} are as they were"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    found = update_notebook.since_the_event(s1sp)
    expect(f"changed: {NONE}", f"changed: {places(found.slots)}")
    expect(f"other rows changed: {NONE}", f"other rows changed: {', '.join(found.elsewhere[:3]) or NONE}")


@then(
    phrase(
        "as many devices and slots of {s1sp:S1sp} have been corrected as were to be, in each cohort and of each type"
    )
)
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    found = update_notebook.since_the_beginning(s1sp).replaced
    expect(
        update_notebook.by_kind(s1sp, update_notebook.corrigible(s1sp)),
        update_notebook.by_kind(s1sp, found),
    )


@then(phrase("the {device:DeviceType} counts as {devices:Number} device and {slots:Number} slots of {s1sp:S1sp}"))
def _(update_notebook: UpdateNotebook, device: DeviceType, devices: int, slots: int, s1sp: Component) -> None:
    handle = update_notebook.scene.device(device)
    changed = [place for place in update_notebook.since_the_beginning(s1sp).replaced if place[0] == handle]
    expect(f"{devices} device, {slots} slots", f"{len({one for one, _ in changed})} device, {len(changed)} slots")


@then(phrase("each slot of {s1sp:S1sp} that changed has been put right, and nothing else has changed"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    found = update_notebook.since_the_beginning(s1sp)
    wrong = places(found.slots - found.put_right, found.amiss)
    expect(f"changed and not right: {NONE}", f"changed and not right: {wrong}")
    expect(f"other rows changed: {NONE}", f"other rows changed: {', '.join(found.elsewhere[:3]) or NONE}")


@then(phrase("every slot of {s1sp:S1sp} holds what it held before the update"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    found = update_notebook.since_the_beginning(s1sp).replaced
    expect(f"not given back: {NONE}", f"not given back: {places(found)}")
    unraised = update_notebook.since_the_event(s1sp).unraised
    expect(f"under no higher version: {NONE}", f"under no higher version: {places(unraised)}")


@then("they number:")
def _(update_notebook: UpdateNotebook, datatable: list[list[str]]) -> None:
    stated = Counter({(cohort, device): int(number) for cohort, device, number in datatable[1:]})
    found = sum((Counter(dict(count.devices)) for count in update_notebook.counts.values()), Counter[tuple[str, str]]())
    shown = Counter({kind: found[kind] for kind in stated})
    expect(in_words(stated, Counter()), in_words(shown, Counter()))


@then(phrase("the wrong devices of {s1sp:S1sp} are those that are left alone"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    planted = update_notebook.records.planted(s1sp)
    count = update_notebook.counts[s1sp]
    left = kinds([one for one in planted if one.wrong and one.counted and not one.corrigible])
    expect(left, in_words(Counter(count.devices), Counter(count.slots)))


@then(phrase("the update is required for {s1sp:S1sp}"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    count = update_notebook.counts[s1sp]
    expect("required", "not required (MP107-03)" if count.none else "required")


@then(phrase("the update is not required for {s1sp:S1sp}"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    count = update_notebook.counts[s1sp]
    expect("not required (MP107-03)", "not required (MP107-03)" if count.none else f"required: {dict(count.devices)}")
