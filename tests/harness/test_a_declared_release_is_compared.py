"""A system that cannot be switched is in one state, and a scenario that needs another does not apply."""

import pytest

from harness.releases import DeclaredRelease, parse_release
from rulebook.vocabulary import BASELINE, SECMP0107, Component, Release
from sut_adapters.trouble import Misconfigured, NotApplicable


def test_the_declared_state_applies() -> None:
    releases = DeclaredRelease(SECMP0107)
    releases.switch(SECMP0107)
    releases.compare()
    assert releases.release() == SECMP0107


def test_another_state_does_not_and_says_so_before_the_first_request() -> None:
    releases = DeclaredRelease(SECMP0107)
    releases.switch(BASELINE)
    with pytest.raises(NotApplicable, match="it needs DSP=off, .*; the system is at DSP=on, "):
        releases.compare()


def test_givens_may_put_a_state_together() -> None:
    lagging = SECMP0107.switched(Component.S1SP2, on=False)
    releases = DeclaredRelease(lagging)
    releases.switch(SECMP0107)
    releases.switch(releases.release().switched(Component.S1SP2, on=False))
    releases.compare()


def test_an_event_cannot_change_it() -> None:
    releases = DeclaredRelease(SECMP0107)
    releases.compare()
    with pytest.raises(NotApplicable):
        releases.switch(BASELINE)


def test_a_component_left_out_is_a_component_without_the_change() -> None:
    releases = DeclaredRelease(Release(dsp=False))
    releases.switch(BASELINE)
    releases.compare()


def test_without_a_declaration_nothing_can_be_asked() -> None:
    with pytest.raises(Misconfigured, match="--release"):
        DeclaredRelease(None).switch(SECMP0107)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("on", SECMP0107),
        ("off", BASELINE),
        ("DSP=on", Release(dsp=True)),
        ("DSP=off, S1SP3=on", Release(False, {Component.S1SP3: True})),
    ],
)
def test_a_state_can_be_written(text: str, state: Release) -> None:
    assert str(parse_release(text)) == str(state)


@pytest.mark.parametrize("text", ["", "DSP", "DSP=yes", "S1SP4=on", "Device=on", "DSP=on;S1SP1=on"])
def test_anything_else_is_no_state(text: str) -> None:
    with pytest.raises(ValueError, match="is no release state; write DSP=on"):
        parse_release(text)
