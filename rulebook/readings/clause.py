"""A clause is a predicate whose docstring is the law and whose body is our reading of it."""

from collections.abc import Callable
from dataclasses import dataclass

from rulebook.case import Case


@dataclass(frozen=True, slots=True)
class Clause:
    """A reading bound to the statement of `legal/` that it reads; `text` must be that statement's text."""

    id: str
    text: str
    holds: Callable[[Case], bool]

    def __call__(self, case: Case) -> bool:
        return self.holds(case)


def clause(identifier: str) -> Callable[[Callable[[Case], bool]], Clause]:
    """Bind a reading to the clause it reads; raises TypeError for a reading that quotes nothing."""

    def bind(reading: Callable[[Case], bool]) -> Clause:
        if not reading.__doc__:
            raise TypeError(f"{reading.__name__} reads {identifier} but does not quote it")
        return Clause(identifier, " ".join(reading.__doc__.split()), reading)

    return bind
