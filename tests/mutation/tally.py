"""What a run of `make mutation` says at its end."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from proof.survivors import Survivor
from tests.mutation.mutants import Mutant
from tests.mutation.results import SURVIVING, Result, State

COLUMNS = ("mutants", "killed", "timed out", "survive", "with a reason", "not tried")


@dataclass(frozen=True, slots=True)
class Tally:
    """Mutants with what became of those that were tried, and the reasons that are written down for survivors.

    `whole` where these are all the mutants that there are.
    """

    mutants: Sequence[Mutant]
    results: Mapping[str, Result]
    reasons: Collection[Survivor]
    whole: bool = True

    def unexplained(self) -> tuple[Survivor, ...]:
        """What survives, and nobody says why."""
        return tuple(one.change for one in self._surviving(self.mutants) if one.change not in self.reasons)

    def gone(self) -> tuple[Survivor, ...]:
        """What has a reason, and was killed or is no mutant any more."""
        changes = {one.change for one in self.mutants}
        alive = {one.change for one in (*self._surviving(self.mutants), *self._untried(self.mutants))}
        return tuple(one for one in self.reasons if one not in alive and (self.whole or one in changes))

    def lines(self) -> Iterator[str]:
        """The counts by file, then whatever is to be done."""
        yield f"{'':<45}" + "  ".join(COLUMNS)
        for file in dict.fromkeys(one.change.file for one in self.mutants):
            yield self._row(file, [one for one in self.mutants if one.change.file == file])
        yield self._row("together", self.mutants)
        for heading, several in (
            ("survives, and proof/survivors.toml has no reason", self.unexplained()),
            ("does not survive; take it out of proof/survivors.toml", self.gone()),
        ):
            for one in several:
                yield f"{heading}:\n  {one.file}: {one.function}\n  - {one.was}\n  + {one.became}"

    def _row(self, name: str, mutants: Sequence[Mutant]) -> str:
        surviving = self._surviving(mutants)
        killed, timed_out = (self._in_state(state, mutants) for state in (State.KILLED, State.TIMED_OUT))
        explained = [one for one in surviving if one.change in self.reasons]
        several = (mutants, killed, timed_out, surviving, explained, self._untried(mutants))
        counts = (f"{len(them) or '·':>{len(column)}}" for them, column in zip(several, COLUMNS, strict=True))
        return f"{name:<45}" + "  ".join(counts)

    def _surviving(self, mutants: Sequence[Mutant]) -> list[Mutant]:
        return [one for one in mutants if one.name in self.results and self.results[one.name].state in SURVIVING]

    def _in_state(self, state: State, mutants: Sequence[Mutant]) -> list[Mutant]:
        return [one for one in mutants if one.name in self.results and self.results[one.name].state is state]

    def _untried(self, mutants: Sequence[Mutant]) -> list[Mutant]:
        return [one for one in mutants if one.name not in self.results]
