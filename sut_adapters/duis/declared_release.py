"""The release state that a profile declares, for what the adapter itself must know: whether it may plant."""

from rulebook.vocabulary import S1SPS, SECMP0107, Component, Release
from sut_adapters.duis.profile_schema import Profile
from sut_adapters.trouble import Misconfigured

STATES = {"on": True, "off": False}


def declared_release(profile: Profile) -> Release | None:
    """None where none is declared. A component that is left out is off."""
    said = profile.release
    if said is None:
        return None
    if said in STATES:
        return SECMP0107 if STATES[said] else Release(dsp=False)
    parts = said if isinstance(said, dict) else dict(_part(part) for part in str(said).split(","))
    unknown = [name for name, state in parts.items() if name not in (Component.DSP, *S1SPS) or state not in STATES]
    if unknown:
        mend = "write on, off, or DSP=on,S1SP1=off,S1SP2=off,S1SP3=off"
        raise Misconfigured(f"{profile.file}: release: {unknown[0]!r} is no release state; {mend}")
    on = {Component(name): STATES[state] for name, state in parts.items()}
    return Release(on.get(Component.DSP, False), {s1sp: on.get(s1sp, False) for s1sp in S1SPS})


def _part(text: str) -> tuple[str, str]:
    name, _, state = text.partition("=")
    return name.strip(), state.strip()
