"""The tally of `make mutation`: what survives without a reason, and what has a reason and does not survive."""

from proof.survivors import Survivor
from tests.mutation.mutants import Mutant
from tests.mutation.results import Result, State
from tests.mutation.tally import Tally


def mutant(number: int, file: str = "rulebook/a.py") -> Mutant:
    return Mutant(f"rulebook.a.x_f__mutmut_{number}", Survivor(file, "f", "1", f"{number}"))


ONE, TWO, THREE, FOUR = (mutant(number) for number in (1, 2, 3, 4))
ENDED = {
    one.name: Result(one.name, state, "", "now")
    for one, state in ((ONE, State.KILLED), (TWO, State.SURVIVED), (THREE, State.NOT_MET))
}
OF_NO_MUTANT = Survivor("rulebook/b.py", "g", "x", "y")


def test_a_survivor_without_a_reason_is_named() -> None:
    tally = Tally([ONE, TWO, THREE], ENDED, {THREE.change})
    assert (tally.unexplained(), tally.gone()) == ((TWO.change,), ())
    assert list(tally.lines())[-1] == (
        "survives, and proof/survivors.toml has no reason:\n  rulebook/a.py: f\n  - 1\n  + 2"
    )


def test_a_reason_for_what_was_killed_or_is_no_mutant_any_more_is_named() -> None:
    tally = Tally([ONE, TWO, THREE], ENDED, [ONE.change, TWO.change, THREE.change, OF_NO_MUTANT])
    assert (tally.unexplained(), tally.gone()) == ((), (ONE.change, OF_NO_MUTANT))
    assert list(tally.lines())[-2].startswith("does not survive; take it out of proof/survivors.toml:")


def test_what_was_not_tried_is_neither() -> None:
    tally = Tally([TWO, FOUR], ENDED, [FOUR.change, TWO.change])
    assert (tally.unexplained(), tally.gone()) == ((), ())


def test_a_part_says_nothing_about_the_reasons_for_the_rest() -> None:
    tally = Tally([ONE], ENDED, [ONE.change, OF_NO_MUTANT], whole=False)
    assert tally.gone() == (ONE.change,)


def test_all_are_counted_file_by_file() -> None:
    other = mutant(5, "rulebook/b.py")
    timed_out = {other.name: Result(other.name, State.TIMED_OUT, "", "now")}
    tally = Tally([ONE, TWO, THREE, FOUR, other], ENDED | timed_out, [TWO.change, THREE.change])
    assert [line.split() for line in tally.lines()][1:] == [
        ["rulebook/a.py", "4", "1", "·", "2", "2", "1"],
        ["rulebook/b.py", "1", "·", "1", "·", "·", "·"],
        ["together", "5", "1", "1", "2", "2", "1"],
    ]
