"""The report of a stage on paper: packs, what is missing, verdicts by scenario and state, and the rest as of a run."""

from collections.abc import Iterator, Sequence

from harness.record import ScenarioRecord
from harness.verdicts import Verdict
from reports.pdf import results
from reports.pdf.blocks import Block, Cell, Paper, Section, Table, Text
from reports.pdf.opening import counts, verdict
from reports.pdf.sections import sections
from reports.pdf.titles import SUBJECT, party, title
from reports.pdf.typesetting import pdf
from reports.pdf.wording import counted, declared, ranges, run_cell, said, verdict_cell
from reports.stage import history
from reports.stage.combining import Stage
from reports.stage.packs import Pack
from reports.stage.states import SWITCHED

_APART = (Verdict.PASS, Verdict.FAIL)


def document(stage: Stage) -> bytes:
    """The bytes repeat where the packs do."""
    record = stage.record
    whose = f"{party(record.stage)}: {said(declared(record).provider)}"
    return pdf(
        Paper(
            title(record.stage),
            f"{SUBJECT} \u2013 {whose} \u2013 over {counted(len(stage.packs), 'pack')}",
            record.started,
            [
                *verdict(record),
                *map(Text, missing(stage)),
                _packs(stage),
                counts(record),
            ],
            [_by_state(stage), history.section(stage), *sections(record, _digests(stage.packs))],
        )
    )


def missing(stage: Stage) -> Iterator[str]:
    """What a complete stage would have, one sentence each."""
    if stage.unheard:
        yield f"Missing components: {', '.join(stage.unheard)}. No pack shows an answer of theirs."
    if stage.needed:
        yield f"Missing release states, which scenarios of the stage need: {'; '.join(stage.needed)}."
    if stage.unshown:
        yield (
            f"Not shown in any pack for want of the release state: {counted(len(stage.unshown), 'scenario')}. Run "
            "them where the suite can switch or the system is in it, or declare them not applicable, with a reason."
        )
    if stage.unasked:
        yield f"Missing scenarios: {stage.unasked} were selected in no pack."
    if stage.complete:
        yield "Nothing is missing: every component answered, and every scenario was asked in a state that it needs."
    yield from history.sentences(stage)
    yield from _beside(stage.packs)


def _beside(packs: Sequence[Pack]) -> Iterator[str]:
    for number, pack in enumerate(packs, start=1):
        if pack.unsure:
            yield f"Pack {number}: {pack.unsure}."
        if not declared(pack.record).provider:
            yield f"Pack {number} does not say whose it is: [report] provider in its profile would."
        if pack.also:
            yield f"Pack {number} was given {len(pack.also) + 1} times, is counted once: also {', '.join(pack.also)}."
    if len({(pack.commit, pack.clean) for pack in packs}) > 1:
        yield "The packs were made by different states of the suite; their scenarios may differ in more than verdicts."


def _digests(packs: Sequence[Pack]) -> dict[str, str]:
    """By path; packs may hold different files under one name."""
    found: dict[str, list[str]] = {}
    for number, pack in enumerate(packs, start=1):
        for path, digest in pack.attached.items():
            found.setdefault(path, []).append(f"{digest} (pack {number})")
    return {path: "; ".join(digests) for path, digests in found.items()}


def _packs(stage: Stage) -> Table:
    rows = [_pack(number, pack) for number, pack in enumerate(stage.packs, start=1)]
    heads = ("No.", "Pack", party(stage.record.stage), "System and build", "Boundary and release state", "Verdict")
    return Table("The packs, the oldest run first", heads, rows, (0.5, 3, 1.6, 2.4, 2.6, 2))


def _pack(number: int, pack: Pack) -> Sequence[str | Cell]:
    record = pack.record
    return (
        str(number),
        f"{pack.name}, begun {record.started}, {_signed(pack)}",
        said(declared(record).provider),
        f"{record.sut.name} {record.sut.identity}",
        f"{record.boundary or 'end to end'}; {record.release or SWITCHED}",
        run_cell(record.verdict),
    )


def _signed(pack: Pack) -> str:
    return f"signed by {pack.signer}" if pack.signer else "nobody is known to have signed it"


def _by_state(stage: Stage) -> Section:
    heads = (
        "Release state",
        "Packs",
        *(str(verdict).capitalize() for verdict in (Verdict.PASS, Verdict.FAIL)),
        "Others",
    )
    rows = [
        (
            one.state,
            ranges(one.packs) or "none: not tested",
            str(one.counts[Verdict.PASS]),
            str(one.counts[Verdict.FAIL]),
            ", ".join(f"{n} {verdict}" for verdict, n in one.counts.items() if n and verdict not in _APART) or "\u2013",
        )
        for one in stage.states
        if one.packs or one.state != SWITCHED
    ]
    blocks: list[Block] = [
        Table("Verdicts by release state", heads, rows, (4, 1.6, 1, 1, 4)),
        Text("A number names a pack, as on the title page."),
        Table(
            "Verdict by scenario and pack",
            ("No.", "Clause", "Scenario", "Verdict, in packs"),
            [_by_pack(number, one, stage.packs) for number, one in enumerate(stage.record.scenarios, start=1)],
            (0.6, 1.6, 4.5, 4),
        ),
    ]
    return Section("By release state and pack", blocks)


def _by_pack(number: int, one: ScenarioRecord, packs: Sequence[Pack]) -> Sequence[str | Cell]:
    found: dict[Verdict, list[int]] = {}
    for place, pack in enumerate(packs, start=1):
        for same in pack.record.scenarios:
            if same.id == one.id:
                found.setdefault(same.verdict, []).append(place)
    words = "; ".join(
        f"{verdict_cell(verdict).text} in {ranges(found[verdict])}" for verdict in Verdict if verdict in found
    )
    return (
        Cell(str(number), link=results.anchor(number)),
        one.clause,
        one.title,
        Cell(words, verdict_cell(one.verdict).tone),
    )
