"""Which scenarios a run takes: by kind of system, stage, boundary, address; never a negative without its controls."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from harness.closed_ways import closed_at
from harness.controls import is_control
from harness.corpus import ScenarioText
from rulebook.law import LawError, statements

DATABASE_SYSTEMS = frozenset({"s1sp-db"})
REQUIREMENT_2 = "requirement_2/"


class UnknownAddress(Exception):
    """No scenario has this address; says which are near."""


def for_system(scenarios: Iterable[ScenarioText], sut_name: str) -> tuple[ScenarioText, ...]:
    """The scenario set that the kind of system fixes: the one-off update's own, or all others."""
    update = sut_name in DATABASE_SYSTEMS
    return tuple(scenario for scenario in scenarios if scenario.path.startswith(REQUIREMENT_2) == update)


def in_scope(scenarios: Sequence[ScenarioText], stage: str | None, boundary: str | None) -> tuple[ScenarioText, ...]:
    """Those of one stage and one boundary, with their controls; `end-to-end` and None leave all.

    What the stage has closed stays in, to be listed with the reason.
    """
    component = {boundary} - {None, "end-to-end"}
    staged = (one for one in scenarios if stage is None or stage in one.tags or closed_at(one, stage))
    return with_controls((one for one in staged if component <= one.tags), scenarios)


def addressed(scenarios: Sequence[ScenarioText], addresses: Iterable[str]) -> tuple[ScenarioText, ...]:
    """Those that any of the addresses names; all where there is no address. Raises UnknownAddress."""
    wanted = list(addresses)
    if not wanted:
        return tuple(scenarios)
    named = {scenario.id for address in wanted for scenario in _at(scenarios, address)}
    return tuple(scenario for scenario in scenarios if scenario.id in named)


def with_controls(chosen: Iterable[ScenarioText], scenarios: Sequence[ScenarioText]) -> tuple[ScenarioText, ...]:
    """The chosen ones and, for each negative among them, the controls of its Rule; in the order of `scenarios`."""
    taken = list(chosen)
    ids = {scenario.id for scenario in taken}
    rules = {(scenario.path, scenario.rule_line) for scenario in taken if "negative" in scenario.tags}
    return tuple(
        scenario
        for scenario in scenarios
        if scenario.id in ids or ((scenario.path, scenario.rule_line) in rules and is_control(scenario.tags))
    )


def _at(scenarios: Sequence[ScenarioText], address: str) -> list[ScenarioText]:
    found = [scenario for scenario in scenarios if _is_at(scenario, address)]
    if not found:
        raise UnknownAddress(_unknown(scenarios, address))
    return found


def _is_at(scenario: ScenarioText, address: str) -> bool:
    by_clause = scenario.clause == address or scenario.clause.startswith((f"{address}.", f"{address}-"))
    by_limb = not scenario.tags.isdisjoint({f"meets-{address}", f"misses-{address}"})
    by_id = scenario.id == address or scenario.id.startswith(f"{address}::")
    return by_clause or by_limb or by_id


def _unknown(scenarios: Sequence[ScenarioText], address: str) -> str:
    if reason := _not_tested(address):
        return f"{address} has no scenarios: {reason}"
    known = sorted({scenario.clause for scenario in scenarios} | {scenario.id for scenario in scenarios})
    near = get_close_matches(address, known, n=3, cutoff=0.5)
    hint = (
        f"near: {', '.join(near)}"
        if near
        else f"an address is a clause such as {known[0]}"
        if known
        else "there is none"
    )
    return f"no scenario has the address {address!r}; {hint}"


def _not_tested(address: str) -> str:
    try:
        return statements()[address].not_tested_because if address in statements() else ""
    except LawError:
        return ""
