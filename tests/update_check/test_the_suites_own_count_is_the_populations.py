"""What the suite's query finds wrong is what the population planted wrong, before any update has been written."""

from collections import Counter

import pytest

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.update_terms import PlantedSlot
from tests.update_check.conftest import Opened


def planted(slots: tuple[PlantedSlot, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.cohort, one.device_type) for one in slots if one.wrong and one.counted)


@pytest.mark.parametrize("said", [{}, {"population": 3000}, {"seed": 3}])
def test_they_agree(opened: Opened, said: dict[str, object]) -> None:
    system = opened(**said)
    for s1sp in S1SPS:
        assert Counter(system.count_wrong(s1sp).slots) == planted(system.planted(s1sp))


def test_where_nothing_is_wrong_the_query_says_so_and_is_the_evidence(opened: Opened) -> None:
    system = opened()
    system.take_wrong_ones_away(Component.S1SP3)
    count = system.count_wrong(Component.S1SP3)
    assert count.none
    assert count.query.startswith("SELECT")
    assert "'S1SP3'" in count.query
