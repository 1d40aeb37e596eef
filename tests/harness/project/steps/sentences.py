"""Enough sentences for a refusal, an acceptance and an open question."""

from functools import partial

from pytest_bdd import given, parsers, then, when

from harness.releases import Releases
from rulebook.vocabulary import BASELINE, SECMP0107, DeviceType, Outcome, ServiceRequest, describe
from sut_adapters.port import DeviceSpec, Disagreement, Estate, UserGateway

phrase = partial(parsers.parse, case_sensitive=True)


@given("SECMP0107 is in force")
def _(releases: Releases) -> None:
    releases.switch(SECMP0107)


@given("SECMP0107 is not in force")
def _(releases: Releases) -> None:
    releases.switch(BASELINE)


@given("a SMETS1 ESME", target_fixture="device")
def _(estate: Estate) -> str:
    return estate.place(DeviceSpec(DeviceType.ESME))


@when(phrase("{sender} places certificates"), target_fixture="outcome")
def _(gateway: UserGateway, device: str, sender: str) -> Outcome:
    return gateway.send(ServiceRequest("6.15.1", sender, device))


@then("the request is accepted")
def _(outcome: Outcome) -> None:
    expect("accepted", outcome)


@then("the DSP refuses the request")
def _(outcome: Outcome) -> None:
    expect("refused by the DSP at its registration check", outcome)


@then("the S1SP refuses the request")
def _(outcome: Outcome) -> None:
    expect("refused by S1SP1 at its certificate ownership check", outcome)


@then("nothing has changed")
def _() -> None: ...


@then(phrase("the answer is one that {point} admits:"))
def _(point: str, datatable: list[list[str]], outcome: Outcome, rulings, matched_readings) -> None:
    rows = [row for row in datatable[1:] if rulings.is_open(point) or rulings.reading(point) == row[0]]
    matched = [reading for reading, admitted in rows if admitted == words(outcome)]
    if not matched:
        raise Disagreement(" or ".join(admitted for _, admitted in rows), words(outcome))
    matched_readings(point, matched)


def expect(stated: str, outcome: Outcome) -> None:
    if words(outcome) != stated:
        raise Disagreement(stated, words(outcome))


def words(outcome: Outcome) -> str:
    return describe(outcome).partition(" (")[0]
