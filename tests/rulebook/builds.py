"""Builds that say who was asked: one that lets everything pass, and one that stops it after the DSP."""

from dataclasses import replace

from rulebook.model import RIGHT, Finding
from rulebook.model.build import CheckFunction, Hearing
from rulebook.vocabulary import Check, Component, Refused


def says(name: str, holds: bool = True) -> CheckFunction:
    return lambda case: Finding(case.component, Check.UNATTESTED, name, holds, "")


def silent(_: Hearing) -> None:
    return None


def trail(component: Component, *names: str) -> tuple[Finding, ...]:
    return tuple(Finding(component, Check.UNATTESTED, name, True, "") for name in names)


def refusing(by: Component, check: Check) -> Refused:
    return Refused(by, check, "mine")


LAX = replace(
    RIGHT,
    dsp_order={"role-first": (says("dsp"),), "registration-first": (says("other dsp"),)},
    s1sp_order={"rdp-first": (says("s1sp"),), "ownership-first": (says("other s1sp"),)},
    device_order=(says("device"),),
    refusal=refusing,
)
"""It asks nothing, and says who did not ask."""
STRICT = replace(
    LAX,
    s1sp_order=dict.fromkeys(LAX.s1sp_order, (says("s1sp", False),)),
    device_order=(says("device", False),),
    registered=lambda _: False,
    clause_6_2=(),
    clause_6_2_as_modified=(),
)
