"""The sentences of the sample: they do nothing."""

from functools import partial

from pytest_bdd import given, parsers, then, when

phrase = partial(parsers.parse, case_sensitive=True)


@given("SECMP0107 is in force")
def _() -> None: ...


@given(phrase("a SMETS1 ESME registered to {party}"))
def _(party: str) -> None: ...


@when(phrase("{sender} places {owner}'s certificates"))
def _(sender: str, owner: str) -> None: ...


@when(phrase("{sender} reads the network data"))
def _(sender: str) -> None: ...


@then("the request is accepted")
def _() -> None: ...


@then(phrase("the {component} refuses the request"))
def _(component: str) -> None: ...


@then("nothing has changed")
@then("the slots are as they were")
def _() -> None: ...


@then(phrase("the answer is one that {point} admits:"))
def _(point: str, datatable: list[list[str]]) -> None: ...
