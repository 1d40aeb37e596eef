"""The options `--release` and `--reading` of `mp107 explain` to values."""

from collections.abc import Sequence

from commands.explain.fault import BadInput
from rulebook import law
from rulebook.vocabulary import BASELINE, S1SPS, Component, Release, Rulings

SWITCHES = {"on": True, "off": False}
COMPONENTS = {str(component): component for component in (Component.DSP, *S1SPS)}


def parse_release(option: str, start: Release = BASELINE) -> Release:
    """`DSP=on,S1SP1=off` on top of `start`; a component that neither names has not got the change."""
    release, named = start, set[Component]()
    for part in option.split(","):
        name, _, state = (piece.strip() for piece in part.partition("="))
        if name.upper() not in COMPONENTS:
            known = ", ".join(COMPONENTS)
            raise BadInput(
                "--release", "", f"{name[:40]!a} is no component that has a release state", f"known: {known}"
            )
        if state.lower() not in SWITCHES:
            raise BadInput("--release", name, f"{state[:40]!a} is no release state", f"write {name}=on or {name}=off")
        component = COMPONENTS[name.upper()]
        if component in named:
            raise BadInput("--release", name, "is named twice", "leave one")
        named.add(component)
        release = release.switched(component, on=SWITCHES[state.lower()])
    return release


def parse_readings(options: Sequence[str]) -> Rulings:
    """Each `KEY=READING` on top of the register's rulings; the key is a point (`O3.s1sp`) or a question (`O3`)."""
    ruled: dict[str, str] = {}
    for option in options:
        key, equals, reading = (piece.strip() for piece in option.partition("="))
        if not equals or not key or not reading:
            raise BadInput("--reading", "", f"{option[:60]!a} is no ruling", "write KEY=READING, such as O9=transform")
        if ruled.get(key, reading) != reading:
            raise BadInput("--reading", key, "is ruled in two ways", "leave one")
        ruled[key] = reading
    try:
        return law.rulings(ruled)
    except law.LawError as error:
        said = str(error).encode("ascii", "backslashreplace").decode()
        raise BadInput("--reading", "", said, "the register is legal/interpretations.toml") from error
