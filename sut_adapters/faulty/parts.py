"""Parts of faulty builds: the law's own checks asked of other facts, put elsewhere, or left out."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT, Build
from rulebook.model.build import CheckFunction, Hearing, Order
from rulebook.model.findings import Finding
from rulebook.readings.clause import Clause
from rulebook.readings.registration_check import CLAUSE_6_2, Exemptions, network_operator_updates_smets1_credentials
from rulebook.vocabulary import Check, Component, Variant

Predicate = Callable[[Case], bool]

worded: Predicate = network_operator_updates_smets1_credentials
"""Paragraph (d) as the law has it."""


def paragraph(letter: str, holds: Predicate) -> Clause:
    """A paragraph of 6.2 that holds for other cases than the law's."""
    return Clause(f"srpd-6.2.{letter}", "", holds)


def exempting(holds: Predicate) -> Build:
    """The right build but for paragraph (d), which holds for these cases."""
    return replace(RIGHT, clause_6_2_as_modified=(*CLAUSE_6_2, paragraph("d", holds)))


def with_paragraph(letter: str, holds: Predicate) -> Build:
    """The right build but for one of the older paragraphs, which holds for these cases, before SECMP0107 and after."""
    return replace(
        RIGHT,
        clause_6_2=_with(RIGHT.clause_6_2, letter, holds),
        clause_6_2_as_modified=_with(RIGHT.clause_6_2_as_modified, letter, holds),
    )


def without_paragraph(letter: str) -> Build:
    """The build that lost a paragraph when SECMP0107 inserted its own."""
    kept = tuple(one for one in RIGHT.clause_6_2_as_modified if one.id != f"srpd-6.2.{letter}")
    return replace(RIGHT, clause_6_2_as_modified=kept)


def instead(order: Order, check: CheckFunction, other: CheckFunction) -> Order:
    """The order with one check replaced by another, under every reading."""
    return {reading: tuple(other if one is check else one for one in checks) for reading, checks in order.items()}


def left_out(_: Case) -> None:
    """In place of a check: none."""


def found(case: Hearing, check: Check, clause: str, holds: bool) -> Finding:
    """What a faulty check finds."""
    return Finding(case.component, check, clause, holds, "as this build sees it")


def anything(_: Case) -> bool:
    """Whatever the case."""
    return True


def all_of(predicates: Iterable[Predicate]) -> Predicate:
    """Whether all of them hold."""
    several = tuple(predicates)
    return lambda case: all(one(case) for one in several)


def at_the_dsp(case: Case) -> bool:
    """Whether the DSP hears the case."""
    return case.component is Component.DSP


def at_an_s1sp(case: Case) -> bool:
    """Whether an S1SP hears the case."""
    return case.component.is_s1sp


def is_update(case: Case) -> bool:
    """A 6.15.1."""
    return case.request.variant == Variant.UPDATE_SECURITY_CREDENTIALS_KRP


def holds_a_slot(case: Case) -> bool:
    """Whether any certificate that is stored for the device is the sender's."""
    stored = case.world.slots.get(case.request.target, {}).values()
    return any(certificate is not None and certificate.owner == case.request.sender for certificate in stored)


def _with(paragraphs: Exemptions, letter: str, holds: Predicate) -> Exemptions:
    return tuple(paragraph(letter, holds) if one.id == f"srpd-6.2.{letter}" else one for one in paragraphs)
