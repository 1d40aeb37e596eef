"""`mp107 prove`: the decision table against the rulebook, over every row of the product of what a case may be like."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from commands.run import ROOT
from harness.evidence_folder import added_to
from proof.prove.record import SUITE_ERROR, Change, Pair, ProofRecord, as_json
from proof.prove.run import no_progress, the_table
from proof.prove.run import prove as proof_of
from proof.table.decisions import TableError
from rulebook.law import LawError
from sut_adapters.trouble import Misconfigured

CONFIGURATION = 12
SHOWN = 20
"""Of disagreements, gaps, overlaps and problems; proof.json has all of them."""

FEW = 8
"""Of the rows that decided one case alone, the last."""


def prove(
    json_: Annotated[bool, typer.Option("--json", help="proof.json on standard output as well.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where proof.json goes (reports/latest).")] = None,
) -> None:
    """Compare legal/decision_table.md with the rulebook in every case that the clauses distinguish.

    A case is one row of the product of all axes, under the default rulings and under each other reading of each open
    point by itself. Rows that are alike in everything that a side asks are counted and not computed again. An evidence
    folder keeps what else is in it.

    Exit: 0 where both sides agree everywhere; 12 configuration; 13 where they do not, or the proof is not whole.

    Example: mp107 prove --json
    """
    try:
        folder = added_to(out or ROOT / "reports" / "latest")
        record = proof_of(the_table(), progress=_show if sys.stderr.isatty() else no_progress)
        (folder / "proof.json").write_bytes(as_json(record))
    except (Misconfigured, LawError, TableError, OSError) as error:
        typer.echo(f"mp107 prove: {error}", err=True)
        raise typer.Exit(CONFIGURATION if isinstance(error, Misconfigured) else SUITE_ERROR) from error
    _show("")
    typer.echo(as_json(record).decode() if json_ else "\n".join(_lines(record, folder)))
    raise typer.Exit(record.exit_code)


def _show(what: str) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r\033[K{what}", nl=False, err=True)


def _lines(record: ProofRecord, folder: Path) -> Iterator[str]:
    yield from (f"the proof is at fault: {problem}" for problem in record.problems[:SHOWN])
    for misfit in (*record.gaps[:SHOWN], *record.overlaps[:SHOWN]):
        yield f"{misfit}; {misfit.rows:,} rows, such as: {_case(misfit.case)}"
    yield from (f"{row} fits no case" for row in record.idle)
    for found in record.disagreements[:SHOWN]:
        yield f"disagreement on the {found.decision} in {found.rows:,} rows, such as: {_case(found.case)}"
        yield f"  the table says: {found.table}, by {'; '.join(found.by_the_table) or 'no row that all share'}"
        yield f"    in this case also by {'; '.join(found.in_the_case[:FEW]) or 'no other row'}"
        yield f"  the rulebook says: {found.rulebook}, by {'; '.join(found.by_the_rulebook) or 'no check'}"
    yield "each condition by itself (MC/DC): one axis is changed, and nothing else"
    for pair in record.pairs:
        yield from _pair(pair)
    yield from (f"  no pair shows {condition}" for condition in record.unpaired)
    for change in record.changes:
        yield from _change(change)
    yield from _totals(record)
    yield "table and rulebook agree in every row" if record.exit_code == 0 else "not proved"
    yield f"evidence in {folder / 'proof.json'}"


def _pair(pair: Pair) -> Iterator[str]:
    yield f"  {pair.clause}, {pair.place}: {pair.axis}: {pair.satisfied} -> {pair.unsatisfied}"
    yield f"    {pair.answer} by {pair.by or 'no check'} -> {pair.answer_without} by {pair.by_without}"


def _change(change: Change) -> Iterator[str]:
    moved = sum(transition.rows for transition in change.changed)
    yield f"SECMP0107 {change.state}: {change.rows:,} rows, 6.2(d) names {change.named:,}, {moved:,} of them change"
    for transition in change.changed:
        yield f"  {transition.rows:,}: {transition.before} -> {transition.after}"
    for answer, rows in change.unchanged.items():
        yield f"  {rows:,} as before: {answer}"
    yield f"  {change.beyond:,} rows change that it does not name, {change.short:,} that it names keep the refusal"


def _totals(record: ProofRecord) -> Iterator[str]:
    rulings, variants = len(record.axes["ruling"]), len(record.axes["variant"])
    yield f"{record.rows:,} rows walked: {len(record.axes)} axes, {variants} variants, {rulings} rulings"
    read = f"read by the table {len(record.read_by_table)} axes, by the rulebook {len(record.read_by_rulebook)}"
    yield f"{read}, by neither: {', '.join(record.unread) or 'none'}"
    yield f"{record.runs:,} runs of parts of the rulebook, {record.one_by_one:,} rows put to both sides one by one"
    found = f"disagreements {len(record.disagreements)}, gaps {len(record.gaps)}, overlaps {len(record.overlaps)}"
    yield f"{found}, pairs {len(record.pairs)}, {record.duration_s:.0f} s"


def _case(case: Mapping[str, str]) -> str:
    return ", ".join(f"{axis}: {value}" for axis, value in case.items()) or "the usual case"
