"""What Users and registrations come to while the one-off update runs, and after it."""

from pytest_bdd import then

from rulebook.vocabulary import Component, describe
from steps.phrases import phrase
from steps.update_notebook import NONE, UpdateNotebook, places
from sut_adapters.port import DisturbedUpdate


@then("every User gets the answer that it would have got before or after the update")
def _(update_notebook: UpdateNotebook) -> None:
    strange = [one for one in update_notebook.replacements if one.outcome not in one.answers]
    said = "; ".join(f"{one.device}: {describe(one.outcome)}" for one in strange)
    update_notebook.expect(f"other answers: {NONE}", f"other answers: {said or NONE}")


@then(phrase("no certificate that a User of {s1sp:S1sp} placed is lost"))
def _(update_notebook: UpdateNotebook, disturbed_update: DisturbedUpdate, s1sp: Component) -> None:
    update_notebook.expect(f"lost: {NONE}", f"lost: {', '.join(disturbed_update.lost(s1sp)) or NONE}")


@then(phrase("every other slot of {s1sp:S1sp} that is to be corrected has been put right"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    others = {one.device for one in update_notebook.passings}
    wanted = {place for place in update_notebook.corrigible(s1sp) if place[0] not in others} - update_notebook.by_users
    found = update_notebook.since_the_beginning(s1sp)
    update_notebook.expect(f"not put right: {NONE}", f"not put right: {places(wanted - found.put_right, found.amiss)}")


@then(phrase("every other slot of {s1sp:S1sp} holds what it held before the update"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    found = update_notebook.since_the_beginning(s1sp).replaced - update_notebook.by_users
    update_notebook.expect(f"not given back: {NONE}", f"not given back: {places(found)}")


@then(phrase("the slots of {s1sp:S1sp} that had become right before they were written are as they were"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    right = frozenset(place for one in update_notebook.passings for place in one.unwritten)
    changed = update_notebook.since_the_beginning(s1sp).slots
    update_notebook.expect(f"changed: {NONE}", f"changed: {places(right & changed)}")
