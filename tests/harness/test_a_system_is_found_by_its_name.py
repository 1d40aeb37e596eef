"""The catalogue of systems under test."""

from importlib.metadata import EntryPoint

import pytest

from rulebook.vocabulary import Rulings
from sut_adapters import catalogue
from sut_adapters.catalogue import known_systems, system_under_test
from sut_adapters.trouble import Misconfigured


class Mine:
    """An adapter of somebody else's."""

    def __init__(self, argument: str = "none") -> None:
        if argument == "bad":
            raise OSError("no such file")
        if argument == "incomplete":
            raise Misconfigured("mine.toml: gateway.url is missing")
        self.argument = argument


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"mine": f"{__name__}:Mine", "gone": "nobody_wrote_this:Adapter"}
    found = [EntryPoint(name, value, catalogue.GROUP) for name, value in values.items()]
    monkeypatch.setattr(catalogue, "entry_points", lambda group: found if group == "mp107.sut_adapters" else [])


def test_the_reference_model_is_built_in_and_takes_the_rulings() -> None:
    assert type(system_under_test("reference", Rulings())).__name__ == "ReferenceModel"


def test_an_installed_adapter_gets_what_follows_the_colon() -> None:
    built = system_under_test("mine:http://localhost:1", Rulings())
    assert isinstance(built, Mine)
    assert built.argument == "http://localhost:1"
    assert known_systems() == (*catalogue.BUILT_IN, "gone", "mine")


@pytest.mark.parametrize(
    ("sut", "complaint"),
    [
        ("fax", "--sut: no system is called 'fax'; known: reference,"),
        ("reference:x", "--sut reference takes no argument; 'x' was given"),
        ("gone", "--sut gone: the adapter nobody_wrote_this:Adapter could not be built: ModuleNotFoundError: "),
        ("mine:bad", f"--sut mine: the adapter {__name__}:Mine could not be built: OSError: no such file"),
        ("mine:incomplete", "mine.toml: gateway.url is missing"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(sut: str, complaint: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        system_under_test(sut, Rulings())
    assert str(caught.value).startswith(complaint)
    assert "\n" not in str(caught.value)
