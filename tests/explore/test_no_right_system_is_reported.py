"""Whoever reads what is open in another way, or makes the checks in another order, agrees with the reference."""

import pytest

from proof.explore import Wanted, explore
from proof.explore.openness import admitted, shuffled
from rulebook import law
from rulebook.vocabulary import Rulings
from sut_adapters.faulty import find_fault
from sut_adapters.reference import ReferenceModel
from tests.proof.readings import readings_of_its_own

UNHEARD = 1000
"""Seeds that the systems which the search itself takes along do not have."""


def found(system: object, rulings: Rulings, **more: object) -> int:
    wanted = Wanted("a system", system, rulings, **{"examples": 60, **more})  # type: ignore[arg-type]
    return explore(wanted).exit_code


@pytest.mark.parametrize("seed", range(UNHEARD, UNHEARD + 3))
def test_other_readings_in_another_order_are_no_disagreement(seed: int) -> None:
    system = ReferenceModel(readings_of_its_own(seed), shuffled(seed))
    assert found(system, law.rulings(), seed=seed) == 0


@pytest.mark.parametrize(
    ("point", "reading"),
    [
        ("O3.s1sp", "ownership-first"),
        ("O4", "stored-certificate"),
        ("O12", "not-consumed"),
        ("O15.in-flight", "judged-again"),
        ("O23.slot", "non-critical-slot"),
    ],
)
def test_another_reading_of_one_point_is_no_disagreement(point: str, reading: str) -> None:
    assert found(ReferenceModel(law.rulings({point: reading})), law.rulings()) == 0


def test_what_is_ruled_is_ruled() -> None:
    """The S1SP alone is asked first about the register, and a ruling says that it is the certificate."""
    ruled = law.rulings({"O3.s1sp": "ownership-first", "O7.operator": "unchecked"})
    assert all(one.rulings.reading("O3.s1sp") == "ownership-first" for one in admitted(ruled))


def test_a_build_that_only_a_ruling_makes_wrong_is_found_under_that_ruling() -> None:
    fault = find_fault("ownership-asked-before-the-registration")
    assert found(fault.under(law.rulings()), law.rulings()) == 0
    ruled = law.rulings(dict(fault.rulings))
    assert found(fault.under(ruled), ruled, examples=100) == 10
