"""Scenarios that a ruling sets aside, because the reading that was ruled contradicts their clause."""

from collections.abc import Iterator

from harness.corpus import ScenarioText
from rulebook.law import points, statements
from rulebook.vocabulary import Rulings


def set_aside_by(scenario: ScenarioText, rulings: Rulings) -> str:
    """`set aside by the ruling O1.dsp=...`, or nothing. What is open sets nothing aside."""
    for point, reading, against in _rulings_against(rulings):
        if any(_concerns(scenario, one) for one in against):
            return f"set aside by the ruling {point}={reading}"
    return ""


def _rulings_against(rulings: Rulings) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for key, identifier in rulings.ruled.items():
        reading = points()[key].reading(identifier)
        if reading is not None and reading.against:
            yield key, identifier, reading.against


def _concerns(scenario: ScenarioText, against: str) -> bool:
    """By statement (`fia-3.1.smets1`), by limb (`srpd-6.2.role`), or by a family of statements (`fia-4.1`)."""
    if scenario.clause == against or scenario.tags & {f"meets-{against}", f"misses-{against}"}:
        return True
    return against not in statements() and scenario.clause.startswith(f"{against}.")
