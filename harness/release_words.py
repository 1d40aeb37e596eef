"""A release state as people write it, in an option or in a file."""

from rulebook.vocabulary import BASELINE, S1SPS, SECMP0107, Component, Release

SWITCHES = {"on": True, "off": False}
WHOLE = {"on": SECMP0107, "off": BASELINE}
COMPONENTS = {str(component): component for component in (Component.DSP, *S1SPS)}


class NoRelease(ValueError):
    """`place` is the component whose state is wrong, empty where it is none; `mend` what to write instead."""

    def __init__(self, place: str, fault: str, mend: str) -> None:
        super().__init__(": ".join(filter(None, [place, f"{fault}; {mend}"])))
        self.place, self.fault, self.mend = place, fault, mend


def parse_release(text: str, start: Release = BASELINE) -> Release:
    """`on`, `off`, or `DSP=on,S1SP1=off,...` on top of `start`. Raises NoRelease for anything else."""
    if text.strip().lower() in WHOLE:
        return WHOLE[text.strip().lower()]
    release, named = start, set[Component]()
    for part in text.split(","):
        component, on = _part(part)
        if component in named:
            raise NoRelease(str(component), "is named twice", "leave one")
        named.add(component)
        release = release.switched(component, on=on)
    return release


def _part(text: str) -> tuple[Component, bool]:
    name, _, state = (piece.strip() for piece in text.partition("="))
    if name.upper() not in COMPONENTS:
        known = ", ".join(COMPONENTS)
        fault, mend = (
            f"{name[:40]!a} is no component that has a release state",
            f"known: {known}, as in DSP=on,S1SP1=off",
        )
        raise NoRelease("", fault, mend)
    if state.lower() not in SWITCHES:
        raise NoRelease(name, f"{state[:40]!a} is no release state", f"write {name}=on or {name}=off")
    return COMPONENTS[name.upper()], SWITCHES[state.lower()]
