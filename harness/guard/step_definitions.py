"""Step definitions as values, read off pytest-bdd's own register without a running pytest."""

import importlib
import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pytest_bdd import parsers
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from harness.corpus import Finding, Kind, StepText

_FIELD = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class StepDefinition:
    """One decorated function under one sentence; `kind` None serves Given, When and Then alike.

    `matches` is pytest-bdd's own answer. `matches_case` says of a sentence that matches whether the literal words of
    the pattern stand in it in the same letter case. `file` is relative to the project.
    """

    kind: Kind | None
    pattern: str
    function: str
    file: str
    line: int
    takes_table: bool
    takes_docstring: bool
    is_async: bool
    matches: Callable[[str], bool]
    matches_case: Callable[[str], bool]

    def serves(self, step: StepText) -> bool:
        """Whether pytest-bdd would consider it for this step."""
        return self.kind in (None, step.kind) and self.matches(step.text)

    def finding(self, message: str) -> Finding:
        """A finding where the function is defined."""
        return Finding(self.file, self.line, message)


def step_definitions(modules: Iterable[str], root: Path) -> tuple[StepDefinition, ...]:
    """Those of the named modules, which are imported where they are not yet; in the order of file and line."""
    namespaces = [vars(importlib.import_module(module)) for module in modules]
    contexts = [
        context
        for context in step_function_context_registry.values()
        if any(inspect.unwrap(context.step_func).__globals__ is namespace for namespace in namespaces)
    ]
    found = [_definition(context, root) for context in contexts]
    return tuple(sorted(found, key=lambda definition: (definition.file, definition.line, definition.pattern)))


def _definition(context: StepFunctionContext, root: Path) -> StepDefinition:
    function = inspect.unwrap(context.step_func)
    parameters = inspect.signature(function).parameters
    code = function.__code__
    file = Path(code.co_filename)
    return StepDefinition(
        kind=context.type,
        pattern=context.parser.name,
        function=function.__qualname__,
        file=(file.relative_to(root) if file.is_relative_to(root) else file).as_posix(),
        line=code.co_firstlineno,
        takes_table="datatable" in parameters,
        takes_docstring="docstring" in parameters,
        is_async=inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function),
        matches=context.parser.is_matching,
        matches_case=partial(_matches_case, context.parser),
    )


def _matches_case(parser: parsers.StepParser, text: str) -> bool:
    if isinstance(parser, parsers.re):
        return not parser.regex.flags & re.IGNORECASE
    if isinstance(parser, parsers.string):
        return parser.name == text
    literals = _FIELD.split(parser.name.replace("{{", "\0").replace("}}", "\1"))
    words = (re.escape(literal.replace("\0", "{").replace("\1", "}")) for literal in literals)
    return re.fullmatch(".*".join(words), text, re.DOTALL) is not None
