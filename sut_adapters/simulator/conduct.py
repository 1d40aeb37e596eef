"""What a simulator does beside deciding, with one field for each thing that it can do wrongly.

`PROPER` is right in all. A faulty one is `replace(PROPER, ...)`, as with `rulebook.model.Build`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rulebook.case import Case
from rulebook.vocabulary import Component, Outcome, Release
from rulebook.world import World
from sut_adapters.port import Circumstance


@dataclass(frozen=True, slots=True)
class Conduct:
    """One way to go about it.

    `at_once` is what the DSP answers to what its checks came to, None for an acknowledgement; `after_refusal` is the
    world once the DSP has refused a request or held it back. `hands_on` says whether a request that was acknowledged
    goes on to its end, `tells` whether its User hears of that. `switched` has the state of release as it is and as it
    is to be, `restarted` the component that has started again and the state as it was kept. `signs_for` is whose key
    signs what an S1SP says. `arrived` is the User ID whose certificates a device gets in one way of arrival, None for
    nobody's.
    """

    at_once: Callable[[Outcome | None], Outcome | None]
    after_refusal: Callable[[Case], World]
    hands_on: bool
    tells: Callable[[Outcome], bool]
    switched: Callable[[Release, Release], Release]
    restarted: Callable[[Component, Release], Release]
    signs_for: Callable[[Component], Component]
    arrived: Callable[[Circumstance, str, str, World], str | None]


PROPER = Conduct(
    at_once=lambda outcome: outcome,
    after_refusal=lambda case: case.world,
    hands_on=True,
    tells=lambda _: True,
    switched=lambda _, wanted: wanted,
    restarted=lambda _, kept: kept,
    signs_for=lambda s1sp: s1sp,
    arrived=lambda _circumstance, party, _device, _world: party,
)
