"""The Service Reference Variant of a request: asks the recorder for no more than is wanted to be known of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import cast

from proof.prove.reads import Facts
from rulebook.law import Eligibility, eligibility
from rulebook.vocabulary import UserRole, Variant

REPLACING = frozenset({Variant.UPDATE_SECURITY_CREDENTIALS_KRP, Variant.REQUEST_HANDOVER})
JOINING = frozenset({Variant.JOIN_SERVICE_CRITICAL, Variant.JOIN_SERVICE_NON_CRITICAL})


def critical(variant: str) -> bool:
    """Whether the matrix has the variant as Critical."""
    return eligibility()[variant].critical


def non_device(variant: str) -> bool:
    """Whether the matrix has the variant as Non-Device."""
    return eligibility()[variant].non_device


def prints_no_role(variant: str) -> bool:
    """Whether the matrix leaves it unknown who may send the variant."""
    return eligibility()[variant].roles is None


@cache
def shared_with(others: frozenset[UserRole]) -> Callable[[str], frozenset[UserRole]]:
    """Which of these roles the matrix prints for a variant."""
    return lambda variant: (eligibility()[variant].roles or frozenset()) & others


@cache
def first_like(variant: str) -> str:
    """The first variant of which the matrix says the same, name and number apart."""
    known = eligibility()
    row = replace(known[variant], variant="", name="")
    return next(other for other in known if replace(known[other], variant="", name="") == row)


def replaces(variant: str) -> bool:
    """Whether the request has a place for slots and certificates."""
    return variant in REPLACING


def joins(variant: str) -> bool:
    """Whether the request has a place for a second device."""
    return variant in JOINING


@cache
def is_called(name: str) -> Callable[[str], bool]:
    """Whether a variant is this one."""
    return lambda variant: variant == name


class VariantAsked:
    """The variant of a request, in the place of its text: to compare it asks only whether it is the other one."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self._facts.about("variant", is_called(str(other)))

    def __hash__(self) -> int:
        """Whoever looks it up asks which one it is."""
        return hash(self._facts.value("variant"))


class LookedUpVariant(VariantAsked):
    """The variant of a request that is looked up in the matrix alone: asks no more than what its row says."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts)
        self._stands_for = ""

    def __hash__(self) -> int:
        """Raises LookupError when it was looked up before in something that does not hold it."""
        if self._stands_for:
            raise LookupError("a variant was looked up elsewhere than in the matrix")
        self._stands_for = self._facts.about("variant", first_like)
        return hash(self._stands_for)

    def __eq__(self, other: object) -> bool:
        if other == self._stands_for:
            self._stands_for = ""
            return True
        return super().__eq__(other)


class RolesAsked:
    """The roles that the matrix prints for a variant, in the place of their set: asks only which of some they are."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def __and__(self, others: frozenset[UserRole]) -> frozenset[UserRole]:
        return self._facts.about("variant", shared_with(others))


class EligibilityAsked(Eligibility):
    """The row of the matrix for a request."""

    facts: Facts

    def __init__(self, facts: Facts) -> None:
        object.__setattr__(self, "facts", facts)

    @property
    def critical(self) -> bool:
        return self.facts.about("variant", critical)

    @property
    def non_device(self) -> bool:
        return self.facts.about("variant", non_device)

    @property
    def roles(self) -> frozenset[UserRole] | None:
        return (
            None if self.facts.about("variant", prints_no_role) else cast("frozenset[UserRole]", RolesAsked(self.facts))
        )

    @property
    def variant(self) -> str:
        """For the words in which a finding explains itself, which are not compared."""
        return "the variant"
