"""The same lab as for the estate, and what is found in profiles of it."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from rulebook.law import rulings
from sut_adapters.duis.preflight import Finding, Needs, State, looked_over
from sut_adapters.duis.profile import read_profile
from tests.duis.estate.conftest import environment, lab, pki, pki_folder

__all__ = ["environment", "lab", "pki", "pki_folder"]

Look = Callable[..., list[Finding]]


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch) -> Look:
    """Everything that is found with a profile, without any schemas that this machine may have."""
    monkeypatch.delenv("MP107_DUIS_DIR", raising=False)

    def found(profile: Path, needs: Needs | None = None) -> list[Finding]:
        return list(looked_over(read_profile(profile), needs or Needs(), rulings()))

    return found


def faults(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    """Check, subject, what is wrong, what to mend."""
    return [(str(one.check), one.subject, one.said, one.mend) for one in findings if one.state is State.FAULT]


def only_fault(findings: Iterable[Finding]) -> tuple[str, str, str, str]:
    """The one fault that there is."""
    (fault,) = faults(findings)
    return fault


def edited(profile: Path, before: str, after: str) -> Path:
    """The profile with a part of its text replaced, which has to be in it."""
    text = profile.read_text(encoding="utf-8")
    assert before in text
    profile.write_text(text.replace(before, after), encoding="utf-8")
    return profile
