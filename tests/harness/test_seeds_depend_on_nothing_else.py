"""Seeds."""

from harness.seeds import new_seed, scenario_seed


def test_a_scenario_has_its_own_seed_in_every_run() -> None:
    assert scenario_seed(7, "a.feature::one") == scenario_seed(7, "a.feature::one")
    assert scenario_seed(7, "a.feature::one") != scenario_seed(7, "a.feature::two")
    assert scenario_seed(7, "a.feature::one") != scenario_seed(8, "a.feature::one")


def test_a_run_without_a_seed_gets_one_that_can_be_typed() -> None:
    assert 0 <= new_seed() < 2**32
