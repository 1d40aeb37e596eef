"""The mixed releases: what the scenarios came to in each state that the DSP and the three S1SPs can be in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product, takewhile

from harness.record import ScenarioRecord
from harness.verdicts import Verdict

S1SPS = ("S1SP1", "S1SP2", "S1SP3")
State = tuple[bool, bool, bool, bool]
"""Whether SECMP0107 is in force at the DSP and at each S1SP."""
STATES: tuple[State, ...] = tuple((a, b, c, d) for a, b, c, d in product((True, False), repeat=4))
_ALL = re.compile(r"SECMP0107 is (not )?in force")
_DSP = re.compile(r"the DSP has switched SECMP0107 (on|off)")
_S1SP = re.compile(r"(S1SP[123]) has (not )?deployed SECMP0107")


def by_state(scenarios: Iterable[ScenarioRecord]) -> Mapping[State, list[Verdict]]:
    """The verdicts by the state in which the scenario begins, as its first sentences give it; unsaid is left out."""
    found: dict[State, list[Verdict]] = defaultdict(list)
    for one in scenarios:
        if (state := beginning(one)) is not None:
            found[state].append(one.verdict)
    return found


def beginning(one: ScenarioRecord) -> State | None:
    """The state before the first event."""
    said: dict[str, bool] = {}
    for step in takewhile(lambda step: step.keyword != "When", one.steps):
        if every := _ALL.fullmatch(step.text):
            said = dict.fromkeys(("DSP", *S1SPS), not every[1])
        elif dsp := _DSP.fullmatch(step.text):
            said["DSP"] = dsp[1] == "on"
        elif s1sp := _S1SP.fullmatch(step.text):
            said[s1sp[1]] = not s1sp[2]
    return (said["DSP"], said["S1SP1"], said["S1SP2"], said["S1SP3"]) if len(said) == len(STATES[0]) else None


def words(state: State) -> str:
    """Which S1SPs have it."""
    having = [name for name, has in zip(S1SPS, state[1:], strict=True) if has]
    return {0: "no S1SP", len(S1SPS): "all S1SPs"}.get(len(having), ", ".join(having))
