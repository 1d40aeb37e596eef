"""First and latest, with the retest history: which packs continue which, and what every scenario came to on the way."""

from collections.abc import Iterator

from harness.verdicts import Verdict
from reports.pdf.blocks import Block, Cell, Section, Table, Text
from reports.pdf.results import NOT_RUN, anchor
from reports.pdf.wording import counted, ranges, verdict_cell
from reports.stage.combining import Stage
from reports.stage.retests import Chain


def section(stage: Stage) -> Section:
    """Of every chain of retests; the latest decided verdict counts, and the earlier ones stay to be read."""
    numbers = {one.id: number for number, one in enumerate(stage.record.scenarios, start=1)}
    blocks = [block for chain in retests(stage) for block in _chain(chain, numbers)]
    return Section("First and latest: retests among the packs", blocks or [Text("No pack continues another.")])


def retests(stage: Stage) -> tuple[Chain, ...]:
    """The chains of more than one pack."""
    return tuple(chain for chain in stage.chains if len(chain.packs) > 1)


def sentences(stage: Stage) -> Iterator[str]:
    """What the title page says of each."""
    for chain in retests(stage):
        first, *later = chain.numbers
        yield (
            f"Pack {ranges(later)} continues pack {first}: {counted(len(chain.retested), 'scenario')} came to "
            "something else on the way, and the latest answer counts."
        )
        if chain.not_asked_again:
            yield f"Of these, {counted(chain.not_asked_again, 'scenario')} count by an earlier pack, not asked again."
        if same := _on_one_build(chain):
            yield f"{counted(same, 'scenario')} came to something else on the same build: ask why."


def _chain(chain: Chain, numbers: dict[str, int]) -> Iterator[Block]:
    builds = [pack.record.sut.identity or pack.record.sut.name for pack in chain.packs]
    said = "; ".join(f"pack {number}: {build}" for number, build in zip(chain.numbers, builds, strict=True))
    yield Text(f"Builds, the oldest run first: {said}.")
    rows = [
        (
            Cell(str(numbers[one.id]), link=anchor(numbers[one.id])),
            one.title,
            _shown(path[0]),
            " \u2192 ".join(str(verdict or NOT_RUN) for verdict in path[1:-1]),
            _shown(path[-1]),
            verdict_cell(one.verdict),
        )
        for one, path in chain.retested
    ]
    if rows:
        heads = ("No.", "Scenario", "First", "Between", "Latest", "Counts as")
        yield Table(f"Retests in packs {ranges(chain.numbers)}", heads, rows, (0.6, 4, 1.6, 1.8, 1.6, 1.6))
    else:
        yield Text("Every scenario came to the same in each of them.")


def _shown(verdict: Verdict | None) -> Cell:
    return verdict_cell(verdict) if verdict else Cell(NOT_RUN)


def _on_one_build(chain: Chain) -> int:
    """How many scenarios came to two things in runs that name one build."""
    found: dict[tuple[str, str], set[Verdict]] = {}
    for pack in chain.packs:
        for one in pack.record.scenarios:
            found.setdefault((one.id, pack.record.sut.identity), set()).add(one.verdict)
    return sum(len(verdicts) > 1 for verdicts in found.values())
