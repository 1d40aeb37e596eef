"""Where a picture says it better: verdicts by clause and stage, the mixed releases, the kill matrix.

Each is a table whose numbers are drawn as well, so that nothing is in the picture alone.
"""

from collections.abc import Iterator, Sequence

from harness.record import RunRecord
from reports.charts import counted, releases
from reports.charts.bars import decoration, part
from reports.html.kills import COMMAND, ForcedClause, Kills
from reports.html.names import clause_link
from reports.html.tables import table
from reports.markup import Markup, el, joined
from reports.traceability import traced

STAGES = ("pit", "fat", "sit", "uit", "tto")
STATES = [state for state in releases.STATES if state[0]]
WIDTH, HEIGHT, A_BUILD = 240, 12, 8


def pictures(record: RunRecord, kills: Kills | None, left_out: Sequence[str]) -> Iterator[Markup]:
    """All three, each said to be missing where there is nothing to draw."""
    yield el("h3", "Verdicts by clause and stage", id="by-stage")
    caption = "Every clause that was asked" if record.partial else "Every tested clause"
    yield table(f"{caption} at every stage", ("Clause", *map(str.upper, STAGES)), _stages(record), "grid")
    yield el("h3", "The mixed releases", id="releases")
    yield el(
        "p",
        "Each scenario begins in one of 16 states: SECMP0107 is in force at the DSP or not, and at each of the three "
        "S1SPs or not. ",
    )
    heads = ("SECMP0107 deployed by", "The DSP's switch on", "The DSP's switch off")
    yield table("What the scenarios came to in each state", heads, _states(record), "grid")
    yield el("h3", "The kill matrix", id="kill-matrix")
    yield from (el("p", el("strong", "Left out of this pack: "), said) for said in left_out)
    yield from _kills(kills)


def _stages(record: RunRecord) -> Iterator[tuple[str, ...]]:
    for trace in traced(record):
        if trace.scenarios or (trace.statement.tested and not record.partial):
            verdicts = ([one.verdict for one in trace.scenarios if stage in one.tags] for stage in STAGES)
            yield clause_link(trace.statement.id), *map(counted.cell, verdicts)


def _states(record: RunRecord) -> Iterator[tuple[str, ...]]:
    found = releases.by_state(record.scenarios)
    for state in STATES:
        other = (False, *state[1:])
        yield releases.words(state), *(counted.cell(found.get(one, [])) for one in (state, other))


def _kills(kills: Kills | None) -> Iterator[Markup]:
    if kills is None:
        yield el("p", "There is none of this suite beside this run; ", el("code", COMMAND), " makes one.")
        return
    survivors = joined(map(str, kills.survivors), ", ") or "none"
    chosen = " Only some builds were chosen." if kills.partial else ""
    yield el("p", f"{kills.total} systems were made wrong on purpose. Not caught: ", survivors, f".{chosen}")
    heads = ("Clause", "Held by the suite", "Builds that break it", "Fewest scenarios that catch one")
    yield table("How firmly the suite holds a system to each clause", heads, _forced(kills), "grid")


def _forced(kills: Kills) -> Iterator[tuple[str, ...]]:
    for clause, forced in kills.clauses.items():
        number = len(forced.faults)
        yield clause_link(clause), forced.strength, joined([f"{number} ", _builds(forced)]), _fewest(forced)


def _builds(forced: ForcedClause) -> Markup:
    """One mark for each build, set apart where only one scenario catches it, and again where none does."""
    kinds = sorted({0: "fail", 1: "doubt"}.get(fault.catchers, "pass") for fault in forced.faults)
    step = min(A_BUILD, WIDTH / max(len(kinds), 1))
    return decoration(WIDTH, HEIGHT, *(part(kind, index * step, step - 1, HEIGHT) for index, kind in enumerate(kinds)))


def _fewest(forced: ForcedClause) -> str:
    return str(min((fault.catchers for fault in forced.faults), default="none"))
