"""A port that is offered and does not do what it says is caught, whichever it is."""

from collections.abc import Callable

import pytest

from proof.adapter_check import Finding, check_adapter
from tests.check_adapter import fakes


def findings_on(build: Callable[[], object]) -> list[Finding]:
    """All but those about messages, which have their own test."""
    return check_adapter(build, excluded={"MessageEndpoint": "elsewhere"}).findings


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("begin", 1),
        ("end", "done"),
        ("send", None),
        ("settled", 1),
        ("submit", None),
        ("outcome", "accepted"),
        ("hand_over", True),
        ("place", ""),
        ("register", "done"),
        ("arrange", "done"),
        ("slots", {}),
        ("served_by", "S1SP1"),
        ("release", "on"),
        ("switch", "done"),
        ("restart", "done"),
        ("received_by", ["alert"]),
        ("recipients", None),
        ("raise_alert", "done"),
        ("last_decisions", ()),
    ],
)
def test_a_port_that_gives_something_else_is_caught(method: str, value: object) -> None:
    lying = type("Lying", (fakes.Right,), {method: lambda *_, **__: value})
    said = "none" if value == () else repr(value)
    assert any(said in one.observed for one in findings_on(lying))


@pytest.mark.parametrize(
    "method",
    ["send", "settled", "submit", "hand_over", "place", "slots", "release", "restart", "received_by", "last_decisions"],
)
def test_a_port_that_is_not_written_is_caught(method: str) -> None:
    def unwritten(*_: object, **__: object) -> None:
        raise NotImplementedError

    findings = findings_on(type("Unwritten", (fakes.Right,), {method: unwritten}))
    assert any(one.observed == "NotImplementedError" and "leave the method out" in one.mend for one in findings)


def test_a_port_that_cannot_be_asked_for_is_caught() -> None:
    class Shy(fakes.Right):
        @property
        def settled(self) -> object:
            raise RuntimeError("not now")

    assert "RuntimeError: not now" in [one.observed for one in findings_on(Shy)]


def test_one_that_exits_is_caught() -> None:
    def leaves(*_: object) -> None:
        raise SystemExit(3)

    findings = findings_on(type("Leaves", (fakes.Right,), {"settled": leaves}))
    assert [one.observed for one in findings] == ["SystemExit: 3"]
