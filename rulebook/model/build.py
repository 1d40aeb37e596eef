"""How a system is built: what it decides and does, with one field for each thing that a build can get wrong.

`rulebook.model.right.RIGHT` is the law itself, and every function of the model goes by it unless told otherwise. A
faulty build is `replace(RIGHT, ...)` with one field replaced.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rulebook.case import Case
from rulebook.model.findings import Finding, Message
from rulebook.readings.registration_check import Exemptions
from rulebook.vocabulary import Check, Component, Refused, Rulings
from rulebook.world import World


@dataclass(frozen=True)
class Hearing(Case):
    """A case as one system hears it."""

    build: "Build"


CheckFunction = Callable[[Hearing], Finding | None]
"""None: the check does not apply to this case."""

Order = Mapping[str, tuple[CheckFunction, ...]]
"""The checks of one component, by the reading that orders them."""


@dataclass(frozen=True, slots=True)
class Build:
    """One way to build the DSP, the S1SPs and the Devices.

    `in_force` is the state of release as a component sees it, `registered` who is the registered party, `owns` whose
    certificate the stored one is; `refusal` gives a refusal its code. `carried_out` and `turned_away` are the world
    after an acceptance and after a refusal; the last three say who is told of a replacement, of a refusal by an S1SP,
    and of what a device reports.
    """

    in_force: Callable[[Case], bool]
    clause_6_2: Exemptions
    clause_6_2_as_modified: Exemptions
    registered: Callable[[Case], bool]
    owns: Callable[[Case], bool]
    dsp_order: Order
    s1sp_order: Order
    device_order: tuple[CheckFunction, ...]
    refusal: Callable[[Component, Check], Refused]
    carried_out: Callable[[Case], World]
    turned_away: Callable[[Case], World]
    notifications: Callable[[Case], tuple[Message, ...]]
    refusal_alert: Callable[[Case, Refused], tuple[Message, ...]]
    device_alert: Callable[[World, str, Rulings], tuple[Message, ...]]
