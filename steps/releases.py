"""Which components have SECMP0107 in force, and what changes that."""

from pytest_bdd import given, when

from rulebook.vocabulary import BASELINE, SECMP0107, Component
from steps.phrases import phrase
from sut_adapters.port import ReleaseControl


@given("SECMP0107 is in force")
def _(releases: ReleaseControl) -> None:
    releases.switch(SECMP0107)


@given("SECMP0107 is not in force")
def _(releases: ReleaseControl) -> None:
    releases.switch(BASELINE)


@given(phrase("the DSP has switched SECMP0107 {on:OnOff}"))
@when(phrase("the DSP switches SECMP0107 {on:OnOff}"))
def _(releases: ReleaseControl, on: bool) -> None:
    releases.switch(releases.release().switched(Component.DSP, on=on))


@given(phrase("{s1sp:S1sp} has deployed SECMP0107"))
@when(phrase("{s1sp:S1sp} deploys SECMP0107"))
def _(releases: ReleaseControl, s1sp: Component) -> None:
    releases.switch(releases.release().switched(s1sp, on=True))


@given(phrase("{s1sp:S1sp} has not deployed SECMP0107"))
@when(phrase("{s1sp:S1sp} withdraws SECMP0107"))
def _(releases: ReleaseControl, s1sp: Component) -> None:
    releases.switch(releases.release().switched(s1sp, on=False))
