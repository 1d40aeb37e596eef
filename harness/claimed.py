"""Scenarios on what no law asks: in scope only for a system that claims to do it, and listed for any other."""

from harness.asking import Asked, offers
from harness.corpus import ScenarioText
from sut_adapters.port import Claims

CLAIMED = {
    "tier2": "the update does not claim it: --claim tier2",
    "fia-population": "the population is another: --population fia",
}
"""The tags of such scenarios, and why one of them is left out."""


def unclaimed(scenario: ScenarioText, sut: object) -> str:
    """Why the scenario is not applicable to the system; empty where it is."""
    asked = [tag for tag in CLAIMED if tag in scenario.tags]
    if not asked:
        return ""
    claimed = Asked(sut).claims() if offers(sut, Claims) else frozenset()
    return next((CLAIMED[tag] for tag in asked if tag not in claimed), "")
