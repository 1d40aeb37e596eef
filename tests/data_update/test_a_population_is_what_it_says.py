"""The population: the FIA's figures, the same for the same seed, and in a Service Provider's own tables."""

from collections import Counter
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from sut_adapters.s1sp_database.mapping import read_map
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.population_layout import DECLARED_FOC, FIA_4_2_2
from sut_adapters.trouble import Misconfigured
from tests.data_update.trying import AT, EXPECTED, POPULATION, Trial


def test_the_fixture_has_the_figures_of_fia_4_2_2() -> None:
    counted = {(one.cohort, one.device_type, one.device_id) for one in Population.fia(AT).planted() if one.counted}
    figures = {(cohort, str(kind)): number for (cohort, kind), number in {**FIA_4_2_2, **DECLARED_FOC}.items()}
    assert Counter((cohort, kind) for cohort, kind, _ in counted) == figures
    assert list(FIA_4_2_2.values()) == [9024, 18905, 125, 1226]


def test_no_two_planted_devices_stand_in_one_place() -> None:
    layout = Population.fia(AT).layout
    places = [place for place, _, _ in layout.planted()]
    assert len(places) == len(set(places)) == layout.size - 1_000_000


def test_the_same_seed_gives_the_same_rows_and_another_does_not(filled: Path, tmp_path: Path) -> None:
    def rows(population: Population, name: str) -> dict[str, list[object]]:
        database = Database(sqlite_url(tmp_path / name), "a database")
        population.fill(database.engine)
        database.close()
        return Trial(sqlite_url(tmp_path / name)).everything()

    first = Trial(sqlite_url(filled)).everything()
    assert rows(Population.small(AT), "again") == first
    assert rows(Population.small(AT, seed=8), "other") != first


def test_which_s1sp_serves_which_cohort_is_data() -> None:
    turned = replace(POPULATION, cohort_of=dict(zip(Component, ["FOC"] * 5, strict=False)) | {Component.S1SP1: "MOC"})
    assert {one.cohort for one in turned.planted() if one.s1sp == "S1SP1"} == {"MOC"}


def test_one_s1sps_database_holds_its_devices_only(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "one"), "a database")
    POPULATION.fill(database.engine, [Component.S1SP2])
    database.close()
    trial = Trial(sqlite_url(tmp_path / "one"))
    assert trial.rows("SELECT DISTINCT s1sp, cohort FROM devices") == [(None, "MOC")]
    assert set(EXPECTED) & set(trial.slots()) == {key for key, one in EXPECTED.items() if one.s1sp == "S1SP2"}


def test_too_small_a_population_says_how_many_it_takes() -> None:
    with pytest.raises(Misconfigured, match=r"a population of 9 devices has no room .* ask for \d+ or more"):
        Population.sized(9, AT)


def test_a_larger_population_keeps_certificate_ids_only() -> None:
    assert POPULATION.keep_octets
    assert not Population.sized(30_000, AT).keep_octets


def test_the_third_s1sp_keeps_certificate_ids_only(filled: Path) -> None:
    kept = Trial(sqlite_url(filled)).rows(
        "SELECT s1sp, count(certificate) > 0, count(owner) > 0 FROM anchor_slots JOIN devices USING (device_id)"
        " GROUP BY s1sp ORDER BY s1sp"
    )
    assert kept == [("S1SP1", 1, 1), ("S1SP2", 1, 1), ("S1SP3", 0, 1)]


def test_a_service_providers_own_tables_are_filled_under_their_names(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(
        '[anchor_slots]\ntable = "ORG_SLOT"\nowner = "ORG_EUI"\n[devices]\ntable = "DEV"\n'
    )
    tables = read_map(tmp_path / "map.toml")
    database = Database(sqlite_url(tmp_path / "theirs"), "a database")
    POPULATION.fill(database.engine, tables=tables)
    with database.engine.connect() as connection:
        held = [tuple(row) for row in connection.execute(select(tables.anchor_slots))]
        assert connection.execute(select(func.count(tables.devices.c.device_id))).scalar() == 360
    database.close()
    assert sorted(map(repr, held)) == Trial(sqlite_url(filled)).everything()["anchor_slots"]
    assert '"ORG_SLOT"."ORG_EUI"' in str(select(tables.anchor_slots.c.owner))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("[slots]\n", "no table is called 'slots' here; known are devices, anchor_slots"),
        ('[devices]\nname = "x"\n', "devices: there is no 'name'; known are "),
        ("[devices]\nmpxn = 1\n", "devices: must be a table of names"),
        ("devices", "cannot be read as TOML"),
    ],
)
def test_a_map_names_its_mistakes(content: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(content)
    with pytest.raises(Misconfigured, match=r"map\.toml: ") as mistake:
        read_map(tmp_path / "map.toml")
    assert line in str(mistake.value)


def test_every_kind_expects_one_thing_of_each_slot() -> None:
    for one in POPULATION.planted():
        assert (one.wrong, one.expects) != (True, ""), astuple(one)
