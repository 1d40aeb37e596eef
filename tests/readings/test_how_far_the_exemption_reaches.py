"""SRPD 6.2(d) within the scope that each reading of O1 and O2 gives it, component by component."""

from dataclasses import replace

import pytest

from rulebook.case import Case
from rulebook.law import rulings
from rulebook.readings.clause import Clause, clause
from rulebook.readings.scope import as_ruled, same_fuel, updates_smets1_credentials
from rulebook.vocabulary import SECMP0107, Component, RemotePartyRole, Rulings, ServiceRequest, Variant
from tests.rulebook.worlds import DEFAULT, WORLD, update

SUPPLIERS = RemotePartyRole.SUPPLIER
OPERATORS_OWN = update("holding ED", "registered ED")
OPERATORS_TO_SUPPLIER_SLOTS = update("holding ED", "registered ED", role=SUPPLIERS)
SUPPLIERS_OWN = update("other IS", "other IS", role=SUPPLIERS)
SUPPLIERS_TO_OPERATOR_SLOTS = update("other IS", "registered ED")
READING = ServiceRequest(Variant.READ_NETWORK_DATA, "holding ED", "ESME")
TO_SMETS2 = update("holding ED", "registered ED", "SMETS2 ESME")
ASKED = (
    OPERATORS_OWN,
    OPERATORS_TO_SUPPLIER_SLOTS,
    SUPPLIERS_OWN,
    SUPPLIERS_TO_OPERATOR_SLOTS,
    READING,
    TO_SMETS2,
)


def at(component: Component, request: ServiceRequest, ruled: Rulings = DEFAULT) -> Case:
    return Case(request, component, WORLD, SECMP0107, ruled)


@clause("srpd-6.2.d")
def from_an_operator(case: Case) -> bool:
    """As worded, for this test."""
    return updates_smets1_credentials(case) and case.request.sender == "holding ED"


@pytest.mark.parametrize(
    ("reading", "exempt"),
    [
        ("as-worded", (OPERATORS_OWN, OPERATORS_TO_SUPPLIER_SLOTS)),
        ("network-operator-certificates", (OPERATORS_OWN,)),
        ("every-6.15.1", (OPERATORS_OWN, OPERATORS_TO_SUPPLIER_SLOTS, SUPPLIERS_OWN, SUPPLIERS_TO_OPERATOR_SLOTS)),
        ("any-sender-network-operator-certificates", (OPERATORS_OWN, SUPPLIERS_TO_OPERATOR_SLOTS)),
    ],
)
@pytest.mark.parametrize(
    ("point", "component", "other"),
    [("O1.dsp", Component.DSP, Component.S1SP1), ("O1.s1sp", Component.S1SP1, Component.DSP)],
)
def test_each_component_goes_by_its_own_ruling(
    reading: str, exempt: tuple[ServiceRequest, ...], point: str, component: Component, other: Component
) -> None:
    ruled, limited = rulings({point: reading}), as_ruled(from_an_operator)
    assert tuple(one for one in ASKED if limited(at(component, one, ruled))) == exempt
    assert tuple(one for one in ASKED if limited(at(other, one, ruled))) == ASKED[:2]
    assert (limited.id, limited.text) == ("srpd-6.2.d", "As worded, for this test.")


@pytest.mark.parametrize(
    ("sender", "target", "same"),
    [
        ("holding ED", "ESME", True),
        ("holding ED", "GPF", False),
        ("holding GT", "ESME", False),
        ("holding GT", "GPF", True),
        ("holding GT", "GSME", True),
        ("registered IS", "GPF", True),
        ("holding ED", "nowhere", False),
    ],
)
def test_the_fuel_limits_operators_and_nobody_else(sender: str, target: str, same: bool) -> None:
    assert same_fuel(at(Component.DSP, update(sender, "registered ED", target))) is same


def test_the_fuel_matters_where_it_is_ruled_so() -> None:
    any_sender = replace(from_an_operator, holds=updates_smets1_credentials)
    crossing = update("holding GT", "registered ED")
    assert as_ruled(any_sender)(at(Component.DSP, crossing))
    assert not as_ruled(any_sender)(at(Component.DSP, crossing, rulings({"O2": "same-fuel"})))
    assert as_ruled(any_sender)(at(Component.DSP, OPERATORS_OWN, rulings({"O2": "same-fuel"})))


def test_a_reading_is_bound_to_its_clause_with_its_words() -> None:
    def holds(case: Case) -> bool:
        """The words
        of the law.
        """
        return case.component is Component.DSP

    assert clause("srpd-6.1.f")(holds) == Clause("srpd-6.1.f", "The words of the law.", holds)


def test_a_reading_that_quotes_nothing_is_none() -> None:
    def silent(_: Case) -> bool:
        return True

    with pytest.raises(TypeError, match=r"^silent reads srpd-6\.1\.f but does not quote it$"):
        clause("srpd-6.1.f")(silent)
