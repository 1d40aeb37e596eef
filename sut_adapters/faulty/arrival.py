"""Builds that mistake how a Network Operator certificate arrives (FIA 3.2)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from rulebook.model import RIGHT, Build
from rulebook.model.build import Hearing
from rulebook.model.dsp import user_role
from rulebook.model.findings import Finding
from rulebook.vocabulary import NETWORK_OPERATORS, Rulings, Variant
from sut_adapters.breaches import beyond, short_of
from sut_adapters.cast import NETWORK_OPERATOR_ROLE
from sut_adapters.faulty.conducts import correcting, losing
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import instead
from sut_adapters.faulty.systems import Built
from sut_adapters.port import Circumstance

WAYS = {
    "migration-authorisation": Circumstance.MIGRATION_AUTHORISATION,
    "dormant-meter": Circumstance.DORMANT_METER_RESPONSE,
    "migration-control-centre": Circumstance.MIGRATION_CONTROL_CENTRE,
}
"""By the word for them in the names of limbs."""


class CorrectingEnrolment(Built):
    """In one way of arrival, stores the registered operator's certificates whosever it was given."""

    def __init__(self, rulings: Rulings, build: Build, way: Circumstance) -> None:
        super().__init__(rulings, build)
        self._way = way

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        stored = self._registered_operator(device) if circumstance is self._way else party
        super().arrange(circumstance, party=stored, device=device)

    def _registered_operator(self, device: str) -> str:
        role = NETWORK_OPERATOR_ROLE[self._world.devices[device].device_type]
        return next(self._names[known.user_id] for known in self._world.registrations if known.role is role)


class LosingEnrolment(Built):
    """In one way of arrival, stores nothing."""

    def __init__(self, rulings: Rulings, build: Build, way: Circumstance) -> None:
        super().__init__(rulings, build)
        self._way = way

    def arrange(self, circumstance: Circumstance, *, party: str = "", device: str = "") -> None:
        if circumstance is not self._way:
            super().arrange(circumstance, party=party, device=device)


def by_operators_too(case: Hearing) -> Finding | None:
    """What a role may send, with 6.21 open to Network Operators."""
    is_handover = case.request.variant == Variant.REQUEST_HANDOVER
    return None if is_handover and case.sender.roles & NETWORK_OPERATORS else user_role(case)


def at_enrolment(way: str) -> Iterator[Fault]:
    """The faults of one way of arrival."""
    yield Fault(
        f"{way}-corrected",
        (short_of("fia-3.2.arrival", way),),
        f"What the {way.replace('-', ' ')} brings is compared with the register and silently put right.",
        system=partial(CorrectingEnrolment, way=WAYS[way]),
        conduct=correcting(WAYS[way]),
    )
    yield Fault(
        f"{way}-lost",
        (beyond("fia-3.2.arrival", way), beyond("fia-3.2.arrival", "incorrect")),
        f"What the {way.replace('-', ' ')} brings is not taken over into the database that requests are judged by.",
        system=partial(LosingEnrolment, way=WAYS[way]),
        conduct=losing(WAYS[way]),
    )


FAULTS = (
    *(fault for way in WAYS for fault in at_enrolment(way)),
    Fault(
        "handover-by-operators",
        (beyond("fia-3.2.arrival", "handover"),),
        "To make corrections easier, 6.21 was opened to Network Operators.",
        replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, user_role, by_operators_too)),
    ),
)
