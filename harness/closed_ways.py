"""Scenarios that a stage would play, and cannot any longer: `legal/stages.toml` says which, and why."""

from harness.corpus import ScenarioText
from rulebook.law import Closure, LawError, closures


def closed_at(scenario: ScenarioText, stage: str | None) -> str:
    """Why this scenario cannot be played at the stage; empty where it can, or where it was never meant for it.

    A law that cannot be read closes nothing, and is a problem of the run by then.
    """
    try:
        known = closures()
    except LawError:
        return ""
    return next((one.reason for one in known if stage in one.stages and _closes(one, scenario)), "")


def _closes(closure: Closure, scenario: ScenarioText) -> bool:
    """A scenario that is tagged for any of the stages goes a way that is still open."""
    return scenario.clause in closure.statements and scenario.tags.isdisjoint(closure.stages)
