"""Plays a scenario against an adapter without a test runner, thousands of times a minute.

The sentences, the step functions and the judgement are those of a run; what is left out is evidence. Raises what the
steps raise (`sut_adapters.trouble`), and LookupError for a sentence that no step definition, or more than one, matches.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import cast

from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from harness.corpus import Kind, ScenarioText, StepText
from rulebook.vocabulary import Rulings
from steps.scene import Scene
from steps.update_notebook import UpdateNotebook
from sut_adapters.port import Estate, S1spRecords, SlotInspection

PORTS = (
    "gateway",
    "in_flight",
    "s1sp_gateway",
    "endpoint",
    "estate",
    "circumstances",
    "inspection",
    "releases",
    "restarts",
    "inbox",
    "trigger",
    "audit",
    "one_off_update",
    "disturbed_update",
    "records",
    "recorded_changes",
)
"""The names by which steps ask for a port; an in-memory adapter offers them all itself."""


@dataclass
class Player:
    """Knows the step definitions of some modules, and remembers which one each sentence means."""

    modules: Sequence[ModuleType]
    known: dict[tuple[Kind, str], tuple[Callable[..., object], dict[str, object]]] = field(default_factory=dict)

    def play(self, scenario: ScenarioText, system: object, rulings: Rulings) -> None:
        """One scenario from its first step to its last, on a system that has just begun it."""
        scene = Scene(cast("Estate", system), cast("SlotInspection", system))
        offered: dict[str, object] = dict.fromkeys(PORTS, system)
        offered |= {"scene": scene, "rulings": rulings, "matched_readings": lambda _point, _readings: None}
        offered["update_notebook"] = UpdateNotebook(scene, cast("S1spRecords", system))
        for step in scenario.steps:
            self.say(step, offered)

    def say(self, step: StepText, offered: Mapping[str, object]) -> None:
        """One step, with what steps may ask for by name."""
        function, said = self.meaning(step)
        wanted = _parameters(function)
        asked = {name: offered[name] for name in wanted if name not in said and name in offered}
        table = {"datatable": step.table} if "datatable" in wanted else {}
        function(**said, **asked, **table)

    def meaning(self, step: StepText) -> tuple[Callable[..., object], dict[str, object]]:
        """The step function that a sentence means, and the words in it."""
        key = (step.kind, step.text)
        if key not in self.known:
            self.known[key] = self._look_up(step)
        return self.known[key]

    def _look_up(self, step: StepText) -> tuple[Callable[..., object], dict[str, object]]:
        matching = [context for context in self._contexts() if _serves(context, step)]
        if len(matching) != 1:
            raise LookupError(f"{len(matching)} step definitions match {step.kind} {step.text!r}")
        said = matching[0].parser.parse_arguments(step.text) or {}
        return matching[0].step_func, dict(said)

    def _contexts(self) -> list[StepFunctionContext]:
        ours = [vars(module) for module in self.modules]
        return [
            context
            for context in step_function_context_registry.values()
            if any(context.step_func.__globals__ is namespace for namespace in ours)
        ]


@cache
def _parameters(function: Callable[..., object]) -> frozenset[str]:
    return frozenset(inspect.signature(function).parameters)


def _serves(context: StepFunctionContext, step: StepText) -> bool:
    return context.type in (None, step.kind) and context.parser.is_matching(step.text)
