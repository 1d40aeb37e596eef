"""Seeds."""

from argparse import Namespace
from types import SimpleNamespace
from typing import Any

import pytest

from harness.plugin import shuffle_by
from harness.seeds import new_seed, scenario_seed


def test_a_scenario_has_its_own_seed_in_every_run() -> None:
    assert scenario_seed(7, "a.feature::one") == scenario_seed(7, "a.feature::one")
    assert scenario_seed(7, "a.feature::one") != scenario_seed(7, "a.feature::two")
    assert scenario_seed(7, "a.feature::one") != scenario_seed(8, "a.feature::one")


def test_a_run_without_a_seed_gets_one_that_can_be_typed() -> None:
    assert 0 <= new_seed() < 2**32


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"randomly_seed": "default"}, {"randomly_seed": 7}, id="nobody gave pytest-randomly a seed"),
        pytest.param({"randomly_seed": 3}, {"randomly_seed": 3}, id="somebody did"),
        pytest.param({}, {}, id="there is no pytest-randomly"),
    ],
)
def test_the_order_follows_from_the_seed_that_is_printed(before: dict[str, Any], after: dict[str, Any]) -> None:
    config: Any = SimpleNamespace(option=Namespace(**before))
    shuffle_by(7, config)
    assert vars(config.option) == after
