"""Turns what follows `--sut` into a system under test: the composition root of the adapters.

Adapters outside this project announce themselves with an entry point, and are called with what follows the colon:

    [project.entry-points."mp107.sut_adapters"]
    my-s1sp = "my_package.adapter:MyS1sp"
"""

from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, entry_points

from rulebook.vocabulary import Rulings
from sut_adapters.reference import ReferenceModel
from sut_adapters.trouble import Misconfigured

GROUP = "mp107.sut_adapters"

Builder = Callable[[str, Rulings], object]


def _reference(argument: str, rulings: Rulings) -> object:
    if argument:
        raise Misconfigured(f"--sut reference takes no argument; {argument!r} was given")
    return ReferenceModel(rulings)


BUILT_IN: Mapping[str, Builder] = {"reference": _reference}


def known_systems() -> tuple[str, ...]:
    """The names that may follow `--sut`: those built in first, then those installed."""
    return (*BUILT_IN, *sorted(set(_installed()) - set(BUILT_IN)))


def system_under_test(description: str, rulings: Rulings) -> object:
    """Build the system described by `NAME` or `NAME:ARG`; raises Misconfigured in one line."""
    name, _, argument = description.partition(":")
    if name in BUILT_IN:
        return BUILT_IN[name](argument, rulings)
    installed = _installed()
    if name not in installed:
        raise Misconfigured(f"--sut: no system is called {name!r}; known: {', '.join(known_systems())}")
    return _built(installed[name], argument)


def _installed() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _built(entry: EntryPoint, argument: str) -> object:
    try:
        build = entry.load()
        return build(argument) if argument else build()
    except Misconfigured:
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise Misconfigured(f"--sut {entry.name}: the adapter {entry.value} could not be built: {said}") from error
