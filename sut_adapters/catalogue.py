"""Turns what follows `--sut` into a system under test: the composition root of the adapters.

Adapters outside this project announce themselves with an entry point, and are called with what follows the colon:

    [project.entry-points."mp107.sut_adapters"]
    my-s1sp = "my_package.adapter:MyS1sp"
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from rulebook.vocabulary import Rulings
from sut_adapters.trouble import Misconfigured

GROUP = "mp107.sut_adapters"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run wants: `argument` follows the colon; `boundary` and `schemas` (a folder) are its options, if given."""

    argument: str
    rulings: Rulings
    boundary: str | None = None
    schemas: Path | None = None


Builder = Callable[[Wanted], object]
"""Imports its adapter only when it is called: no system pays for another's libraries."""


def _reference(wanted: Wanted) -> object:
    from sut_adapters.reference import ReferenceModel

    if wanted.argument:
        raise Misconfigured(f"--sut reference takes no argument; {wanted.argument!r} was given")
    return ReferenceModel(wanted.rulings, schemas=wanted.schemas)


def _duis(wanted: Wanted) -> object:
    from sut_adapters.duis.adapter import assemble
    from sut_adapters.duis.profile import read_profile
    from sut_adapters.duis.schemas import schemas_from
    from sut_adapters.duis.setting import Setting
    from sut_adapters.reference import ReferenceModel

    if not wanted.argument:
        raise Misconfigured("--sut duis: names no profile; write --sut duis:PROFILE.toml")
    schemas = schemas_from(wanted.schemas) if wanted.schemas else None
    setting = Setting(wanted.boundary, schemas, counterpart=ReferenceModel)
    return assemble(read_profile(Path(wanted.argument)), wanted.rulings, setting)


def _faulty(wanted: Wanted) -> object:
    from sut_adapters.faulty import find_fault

    if not wanted.argument:
        raise Misconfigured("--sut faulty: names no faulty build; write --sut faulty:NAME (`mp107 faults` has them)")
    return find_fault(wanted.argument).under(wanted.rulings)


def _s1sp_db(wanted: Wanted) -> object:
    from sut_adapters.reference import ReferenceModel
    from sut_adapters.s1sp_database.adapter import S1spDatabases
    from sut_adapters.s1sp_database.check import read_check

    if not wanted.argument:
        raise Misconfigured("--sut s1sp-db: names no check; write --sut s1sp-db:CHECK.toml, or call mp107 update-check")
    return S1spDatabases(read_check(Path(wanted.argument)), ReferenceModel(wanted.rulings, schemas=wanted.schemas))


BUILT_IN: Mapping[str, Builder] = {"reference": _reference, "faulty": _faulty, "duis": _duis, "s1sp-db": _s1sp_db}


SYSTEMS_WITH_A_PROFILE = frozenset({"duis"})


def known_systems() -> tuple[str, ...]:
    """The names that may follow `--sut`: those built in first, then those installed."""
    return (*BUILT_IN, *sorted(set(_installed()) - set(BUILT_IN)))


def profile_in(description: str) -> Path | None:
    """The profile that `duis:PROFILE.toml` names, which says what holds for the run as well as where the system is."""
    name, _, argument = description.partition(":")
    return Path(argument) if name in SYSTEMS_WITH_A_PROFILE and argument else None


def system_under_test(
    description: str, rulings: Rulings, *, boundary: str | None = None, schemas: Path | None = None
) -> object:
    """Build the system described by `NAME` or `NAME:ARG`; raises Misconfigured in one line."""
    name, _, argument = description.partition(":")
    if name in BUILT_IN:
        return BUILT_IN[name](Wanted(argument, rulings, boundary, schemas))
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
    except Exception as error:  # somebody else's code may raise anything
        said = f"{type(error).__name__}: {error}"
        raise Misconfigured(f"--sut {entry.name}: the adapter {entry.value} could not be built: {said}") from error
