"""What a profile or an option rules, on top of the register."""

import pytest

from rulebook import law


@pytest.mark.parametrize("keys", [("O3", "O3.s1sp"), ("O3.s1sp", "O3")])
def test_a_point_that_is_ruled_by_itself_goes_before_its_question(keys: tuple[str, str]) -> None:
    readings = {point.key: point.readings[-1].id for point in law.points().values()}
    ruled = {"O3": law.points()["O3.s1sp"].readings[0].id, "O3.s1sp": readings["O3.s1sp"]}
    assert law.rulings({key: ruled[key] for key in keys}).ruled["O3.s1sp"] == readings["O3.s1sp"]


@pytest.mark.parametrize(
    ("ruled", "complaint"),
    [
        ({"O99": "x"}, "no open question is called 'O99'; known: "),
        ({"O3": "x"}, "O3 has no reading 'x'; known: "),
    ],
)
def test_what_cannot_be_ruled_is_named(ruled: dict[str, str], complaint: str) -> None:
    with pytest.raises(law.LawError, match=complaint):
        law.rulings(ruled)
