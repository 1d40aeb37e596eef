"""A system that cannot be switched is in one state, and a scenario that needs another does not apply."""

import re

import pytest

from harness.release_words import NoRelease, parse_release
from harness.releases import DeclaredRelease, put_into, refuse_excluded
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
    with pytest.raises(NotApplicable, match=r"it needs DSP=off, .*; the system is at DSP=on, "):
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


class Switch:
    """One that works, or one that is stuck."""

    def __init__(self, *, stuck: bool) -> None:
        self.stuck, self.state = stuck, BASELINE

    def release(self) -> Release:
        return self.state

    def switch(self, release: Release) -> None:
        self.state = self.state if self.stuck else release


def test_a_system_that_can_be_switched_is_put_into_the_declared_state() -> None:
    switch = Switch(stuck=False)
    put_into(SECMP0107, switch)
    assert switch.release() == SECMP0107


def test_a_declaration_that_is_not_true_is_a_configuration_error() -> None:
    with pytest.raises(Misconfigured, match="the state declared is DSP=on"):
        put_into(SECMP0107, Switch(stuck=True))


def test_a_state_that_the_profile_excludes_does_not_apply() -> None:
    switch = Switch(stuck=True)
    refuse_excluded(switch, lambda _: "")
    with pytest.raises(NotApplicable, match="is out of scope: the switch is gone"):
        refuse_excluded(switch, lambda _: "the switch is gone")


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


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "'' is no component that has a release state; known: DSP, S1SP1, S1SP2, S1SP3, as in DSP=on"),
        ("S1SP4=on", "'S1SP4' is no component"),
        ("Device=on", "'Device' is no component"),
        ("DSP", "DSP: '' is no release state; write DSP=on or DSP=off"),
        ("DSP=yes", "DSP: 'yes' is no release state; write DSP=on or DSP=off"),
        ("DSP=on;S1SP1=on", "DSP: 'on;S1SP1=on' is no release state"),
        ("DSP=on,DSP=off", "DSP: is named twice; leave one"),
        ("DSP=on,S1SP1=on,DSP=on", "DSP: is named twice; leave one"),
    ],
)
def test_anything_else_is_no_state(text: str, complaint: str) -> None:
    with pytest.raises(NoRelease, match=f"^{re.escape(complaint)}"):
        parse_release(text)
