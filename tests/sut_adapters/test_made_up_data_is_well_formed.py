"""What Faker supplies could be real, is nobody's, and follows from the seed alone."""

import re

import pytest

from sut_adapters.test_data import mpan_check_digit, mprn_check_digits, seeded

SEEDS = range(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_mpan_has_thirteen_digits_and_a_valid_check_digit(seed: int) -> None:
    mpan = seeded(seed).mpan()
    assert re.fullmatch(r"\d{13}", mpan)
    assert mpan[-1] == mpan_check_digit(mpan[:-1])


@pytest.mark.parametrize("seed", SEEDS)
def test_an_mprn_has_ten_digits_and_valid_check_digits(seed: int) -> None:
    mprn = seeded(seed).mprn()
    assert re.fullmatch(r"\d{10}", mprn)
    assert mprn[-2:] == mprn_check_digits(mprn[:-2])


def test_one_wrong_digit_of_an_mpan_shows_in_the_check_digit() -> None:
    core = seeded(1).mpan()[:-1]
    wrong = str((int(core[5]) + 1) % 10)
    assert mpan_check_digit(core) != mpan_check_digit(core[:5] + wrong + core[6:])


def test_an_eui_is_eight_octets_as_duis_prints_them() -> None:
    assert re.fullmatch(r"[0-9A-F]{2}(-[0-9A-F]{2}){7}", seeded(3).eui64())


def test_a_serial_is_positive_and_fits_sixteen_octets() -> None:
    assert 0 < seeded(3).certificate_serial() < 2**127


def test_the_same_seed_gives_the_same_data_and_another_gives_other() -> None:
    def drawn(seed: int) -> list[object]:
        fake = seeded(seed)
        return [fake.mpan(), fake.mprn(), fake.eui64(), fake.party_name(), fake.certificate_serial()]

    assert drawn(7) == drawn(7)
    assert drawn(7) != drawn(8)
