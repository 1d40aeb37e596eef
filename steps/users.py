"""The standing of a User, apart from any device."""

from pytest_bdd import given

from steps.phrases import phrase
from sut_adapters.port import Circumstance, Circumstances


@given(phrase("{party:Party} is suspended as a User"))
def _(circumstances: Circumstances, party: str) -> None:
    circumstances.arrange(Circumstance.USER_SUSPENDED, party=party)


@given(phrase("{party:Party} has reached its anomaly threshold"))
def _(circumstances: Circumstances, party: str) -> None:
    circumstances.arrange(Circumstance.ANOMALY_THRESHOLD_REACHED, party=party)
