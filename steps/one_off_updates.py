"""The one-off update of Requirement 2: what is done with it, and in which state it finds the databases."""

from pytest_bdd import given, then, when

from rulebook.vocabulary import S1SPS, Component
from steps.expectations import expect
from steps.phrases import phrase
from steps.update_notebook import UpdateNotebook
from sut_adapters.port import DisturbedUpdate, OneOffUpdate, S1spRecords
from sut_adapters.update_terms import Asked, UpdateReport

SUCCEEDED = "the update says that it succeeded"


def carried_out(report: UpdateReport) -> UpdateReport:
    """The report, of an update that is not told to have failed."""
    expect(SUCCEEDED, SUCCEEDED if report.succeeded else str(report))
    return report


@given("the databases hold as many wrong devices as the Assessment counts")
def _(records: S1spRecords) -> None:
    records.fill("fia")


@given(phrase("nothing is wrong in {s1sp:S1sp}'s database"))
def _(records: S1spRecords, s1sp: Component) -> None:
    records.take_wrong_ones_away(s1sp)


@given(phrase("nobody has noted how old the registrations of {s1sp:S1sp} are"))
def _(records: S1spRecords, s1sp: Component) -> None:
    records.forget_age(s1sp, "registrations")


@given(phrase("the trusted root has not signed the certificate of {s1sp:S1sp}'s Issuing Authority"))
def _(records: S1spRecords, s1sp: Component) -> None:
    records.break_the_chain(s1sp)


@given(phrase("registrations have since passed to the operators whose certificates the update of {s1sp:S1sp} replaced"))
def _(update_notebook: UpdateNotebook, records: S1spRecords, s1sp: Component) -> None:
    records.pass_registrations(s1sp)
    update_notebook.passed |= {s1sp}


@given(phrase("{s1sp:S1sp}'s update has been carried out"))
@given(phrase("{s1sp:S1sp}'s update has been carried out once more"))
@when(phrase("{s1sp:S1sp}'s update is carried out"))
def _(update_notebook: UpdateNotebook, one_off_update: OneOffUpdate, s1sp: Component) -> None:
    update_notebook.event()
    update_notebook.heard(s1sp, Asked.APPLY, carried_out(one_off_update.apply(s1sp)))


@when(phrase("{s1sp:S1sp}'s update is started, and may refuse"))
def _(update_notebook: UpdateNotebook, one_off_update: OneOffUpdate, s1sp: Component) -> None:
    update_notebook.event()
    update_notebook.heard(s1sp, Asked.APPLY, one_off_update.apply(s1sp))


@when("every S1SP's update is carried out")
def _(update_notebook: UpdateNotebook, one_off_update: OneOffUpdate) -> None:
    update_notebook.event()
    for s1sp in S1SPS:
        update_notebook.heard(s1sp, Asked.APPLY, carried_out(one_off_update.apply(s1sp)))


@given(phrase("{s1sp:S1sp}'s update has been tried in a dry run"))
@when(phrase("{s1sp:S1sp}'s update is tried in a dry run"))
def _(update_notebook: UpdateNotebook, one_off_update: OneOffUpdate, s1sp: Component) -> None:
    update_notebook.event()
    update_notebook.heard(s1sp, Asked.DRY_RUN, carried_out(one_off_update.plan(s1sp)))


@when(phrase("{s1sp:S1sp}'s update is rolled back"))
def _(update_notebook: UpdateNotebook, one_off_update: OneOffUpdate, s1sp: Component) -> None:
    update_notebook.event()
    left = update_notebook.by_users or s1sp in update_notebook.passed
    all_of_it = s1sp in update_notebook.reports and not left
    report = one_off_update.roll_back(s1sp)
    update_notebook.heard(s1sp, Asked.ROLL_BACK, carried_out(report) if all_of_it else report)


@when(phrase("{s1sp:S1sp}'s update is carried out while Users replace certificates"))
def _(update_notebook: UpdateNotebook, disturbed_update: DisturbedUpdate, s1sp: Component) -> None:
    update_notebook.event()
    carried_out(update_notebook.disturbed(s1sp, disturbed_update.apply_among_users(s1sp, killed=False)))


@when(phrase("{s1sp:S1sp}'s update is killed before it writes a slot, and started again when Users have replaced some"))
def _(update_notebook: UpdateNotebook, disturbed_update: DisturbedUpdate, s1sp: Component) -> None:
    update_notebook.event()
    carried_out(update_notebook.disturbed(s1sp, disturbed_update.apply_among_users(s1sp, killed=True)))


@when(phrase("{s1sp:S1sp}'s update is carried out while registrations pass to the operators in the slots"))
def _(update_notebook: UpdateNotebook, disturbed_update: DisturbedUpdate, s1sp: Component) -> None:
    update_notebook.event()
    carried_out(update_notebook.disturbed(s1sp, disturbed_update.apply_while_registrations_pass(s1sp, killed=False)))


@when(
    phrase("{s1sp:S1sp}'s update is killed before it writes a slot, and started again when registrations have passed")
)
def _(update_notebook: UpdateNotebook, disturbed_update: DisturbedUpdate, s1sp: Component) -> None:
    update_notebook.event()
    carried_out(update_notebook.disturbed(s1sp, disturbed_update.apply_while_registrations_pass(s1sp, killed=True)))


@given(phrase("Users have since replaced certificates that the update of {s1sp:S1sp} placed"))
def _(update_notebook: UpdateNotebook, disturbed_update: DisturbedUpdate, s1sp: Component) -> None:
    update_notebook.event()
    update_notebook.disturbed(s1sp, disturbed_update.replace_since(s1sp))


@given(phrase("{s1sp:S1sp}'s update has been killed at many points, and started again each time"))
@when(phrase("{s1sp:S1sp}'s update is killed at many points, and started again each time"))
def _(update_notebook: UpdateNotebook, disturbed_update: DisturbedUpdate, s1sp: Component) -> None:
    update_notebook.event()
    update_notebook.heard(s1sp, Asked.APPLY, carried_out(disturbed_update.apply_and_kill(s1sp, start_again=True)))


@when(phrase("{s1sp:S1sp}'s update is killed part way"))
def _(update_notebook: UpdateNotebook, disturbed_update: DisturbedUpdate, s1sp: Component) -> None:
    update_notebook.event()
    disturbed_update.apply_and_kill(s1sp, start_again=False)


@when(phrase("the wrong devices of {s1sp:S1sp} are counted"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    update_notebook.event()
    update_notebook.counts[s1sp] = update_notebook.records.count_wrong(s1sp)


@when("the wrong devices of every S1SP are counted")
def _(update_notebook: UpdateNotebook) -> None:
    update_notebook.event()
    update_notebook.counts = {s1sp: update_notebook.records.count_wrong(s1sp) for s1sp in S1SPS}


@then(phrase("the update of {s1sp:S1sp} says that it succeeded"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    carried_out(update_notebook.reports[s1sp])
