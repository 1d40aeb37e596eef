"""How old the inputs of the one-off update are, and what it says of that."""

from collections.abc import Mapping
from datetime import UTC, datetime

from pytest_bdd import then

from rulebook.vocabulary import Component
from steps.expectations import expect
from steps.phrases import phrase
from steps.update_notebook import UpdateNotebook
from sut_adapters.port import Misunderstood, Phase

INPUTS = ("registrations", "parties", "published_certificates", "smki_material")
A_TENTH, ROUNDING = 0.1, 1e-6
UNKNOWN = "unknown"
FORM = "%Y-%m-%dT%H:%M:%SZ"


def in_words(ages: Mapping[str, tuple[object, object]]) -> str:
    """`registrations: as of 2026-11-21T09:30:00Z, 1.0 days`, and so on, or `unknown`."""
    said = {name: f"as of {of}, {days} days" if of else UNKNOWN for name, (of, days) in ages.items()}
    return "; ".join(f"{name}: {said.get(name, UNKNOWN)}" for name in INPUTS)


def age(as_of: str, at: object) -> float:
    """In days, at the moment by which the update says that it judged."""
    try:
        then_, now = (datetime.strptime(str(text), FORM).replace(tzinfo=UTC) for text in (as_of, at))
    except ValueError as error:
        raise Misunderstood(Phase.UNDERSTAND, f"the update prints no moment as 'at', such as {as_of}") from error
    return (now - then_).total_seconds() / 86400


def to_the_tenth(days: object, exact: float) -> object:
    """As the suite would write it, if it is right to the tenth, in whatever form the update prints numbers."""
    if isinstance(days, bool) or not isinstance(days, int | float):
        return days
    return round(exact, 1) if abs(days - exact) <= A_TENTH / 2 + ROUNDING else days


@then(phrase("the update of {s1sp:S1sp} says how old each input is whose age is noted, and invents no other"))
def _(update_notebook: UpdateNotebook, s1sp: Component) -> None:
    counts = update_notebook.account(s1sp).counts
    listed = counts.get("inputs")
    rows = (
        {name: row for name, row in listed.items() if isinstance(row, Mapping)} if isinstance(listed, Mapping) else {}
    )
    noted = update_notebook.records.ages(s1sp)
    exact = {name: age(of, counts.get("at")) for name, of in noted.items()}
    said = {name: (row.get("as_of"), row.get("age_days")) for name, row in rows.items()}
    heard = {
        name: (of, to_the_tenth(days, exact[name]) if name in exact else days) for name, (of, days) in said.items()
    }
    expect(in_words({name: (of, round(exact[name], 1)) for name, of in noted.items()}), in_words(heard))
