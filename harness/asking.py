"""Asks the adapter: its own mistakes are told from the suite's, and what it gives has the form that the port promises.

An adapter declares nothing out of scope. Its NotApplicable is NotExercised, but for the one thing that this module
grants: a message that only the DUIS schemas can find fault with, where the environment has none of them.
"""

import os
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

from rulebook.vocabulary import Tampering
from sut_adapters import shapes
from sut_adapters.equality import odd_one
from sut_adapters.shapes import Shape, in_one_line
from sut_adapters.trouble import Disagreement, Misunderstood, NotApplicable, NotExercised, Phase, Trouble

ROOT = Path(__file__).absolute().parent.parent

SHAPES: Mapping[str, Shape] = {
    "send": shapes.outcome,
    "settled": shapes.truth,
    "submit": shapes.handle,
    "outcome": shapes.outcome,
    "hand_over": shapes.outcome,
    "post": shapes.outcome,
    "place": shapes.handle,
    "slots": shapes.stored,
    "served_by": shapes.component,
    "release": shapes.release,
    "received_by": shapes.alerts,
    "recipients": shapes.names,
    "last_decisions": shapes.trail,
    "messages": shapes.kept,
}
"""By method of a port; one that is left out is called for what it does, and may give anything."""

ONLY_SHOWN = frozenset({"messages"})
"""What goes into the evidence and is compared with nothing; the messages are of the adapter's own class."""


class AdapterFault(Exception):
    """An adapter raised what is no trouble with the system: the adapter is wrong, and says nothing about it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Stands for an adapter; every method is the adapter's own, watched."""

    system: object

    def __getattr__(self, method: str) -> Callable[..., Any]:
        return partial(self._ask, method)

    def _ask(self, method: str, *arguments: object, **named: object) -> object:
        try:
            given = getattr(self.system, method)(*arguments, **named)
        except NotApplicable as error:
            if _granted(method, [*arguments, *named.values()]):
                raise
            raise NotExercised(f"{self._name}.{method}: an adapter declares nothing out of scope: {error}") from error
        except Disagreement as error:
            raise _fault(self.system, f"{self._name}.{method}", error) from error
        except Trouble:
            raise
        except (Exception, pytest.fail.Exception, pytest.skip.Exception) as error:
            raise _fault(self.system, f"{self._name}.{method}", error) from error
        if objection := self._objection(method, given):
            raise Misunderstood(Phase.UNDERSTAND, f"{self._name}.{method} gave {objection}")
        return given

    def _objection(self, method: str, given: object) -> str:
        shape = SHAPES.get(method)
        if shape is None:
            return ""
        try:
            if objection := shape(given):
                return objection
            odd = None if method in ONLY_SHOWN else odd_one(given)
        except Exception as error:  # somebody else's code may raise anything
            raise _fault(self.system, f"what {self._name}.{method} gave", error) from error
        return (
            "" if odd is None else f"{shapes.shown(odd)}, whose {type(odd).__qualname__} compares in a way of its own"
        )

    @property
    def _name(self) -> str:
        return named(self.system)


def offers(system: object, port: Callable[..., object]) -> bool:
    """Whether an adapter has all that a port asks for. A port is a Protocol, which mypy takes for a callable."""
    try:
        return isinstance(system, cast("type[object]", port))
    except Exception as error:  # somebody else's code may raise anything
        raise _fault(system, f"{named(system)} ({port.__name__})", error) from error


def named(system: object) -> str:
    """An adapter's class with its module, as its author knows it."""
    return f"{type(system).__module__}.{type(system).__qualname__}"


def _granted(method: str, arguments: list[object]) -> bool:
    from sut_adapters.duis.schemas import VARIABLE

    return method == "post" and Tampering.SCHEMA_INVALID in arguments and not os.environ.get(VARIABLE)


def _fault(system: object, asked: str, error: BaseException) -> AdapterFault:
    said = in_one_line(str(error))
    raised = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return AdapterFault(f"the adapter is at fault: {asked} raised {raised} at {_place(system, error)}")


def _place(system: object, error: BaseException) -> str:
    """The innermost place in the adapter's own folder, the innermost of all where there is none."""
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    module = getattr(sys.modules.get(type(system).__module__), "__file__", None)
    home = Path(module).parent if module else None
    theirs = [(path, line) for path, line in frames[1:] if home and path.is_relative_to(home)]
    path, line = (theirs or frames)[-1]
    return f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}:{line}"
