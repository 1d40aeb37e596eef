"""Words that every section of a report has in common."""

from collections.abc import Iterable, Sequence

from harness.record import RunRecord
from harness.report_files import Told
from harness.verdicts import RunVerdict, Verdict
from reports.marks import SYMBOLS
from reports.pdf.blocks import Block, Cell, Table, Text, Tone

NOT_DECLARED = "not declared"

TONES: dict[Verdict, Tone] = {
    Verdict.PASS: "good",
    Verdict.NOT_APPLICABLE: "",
    Verdict.FAIL: "bad",
    Verdict.SUITE_ERROR: "bad",
    Verdict.CONFIG_ERROR: "bad",
}
RUN_SYMBOLS: dict[RunVerdict, tuple[str, Tone]] = {
    RunVerdict.CONFORMANT: ("\u2714", "good"),
    RunVerdict.CONFORMANT_WITH_WAIVERS: ("\u270e", "doubtful"),
    RunVerdict.INCOMPLETE: ("?", "doubtful"),
    RunVerdict.STALE_WAIVER: ("\u26a0", "doubtful"),
    RunVerdict.NON_CONFORMANT: ("\u2718", "bad"),
    RunVerdict.CONFIGURATION_ERROR: ("\u26a0", "bad"),
    RunVerdict.SUITE_ERROR: ("\u26a0", "bad"),
}


def declared(record: RunRecord) -> Told:
    """What the profile of the run says for the report."""
    return Told.model_validate(record.declared)


def said(text: str) -> str:
    """The text, or that there is none."""
    return text or NOT_DECLARED


def verdict_cell(verdict: Verdict) -> Cell:
    """A sign, the word, and a colour that adds nothing to them."""
    return Cell(f"{SYMBOLS[verdict]} {verdict}", TONES.get(verdict, "doubtful"))


def run_cell(verdict: RunVerdict) -> Cell:
    """As `verdict_cell`, for a whole run."""
    symbol, tone = RUN_SYMBOLS[verdict]
    return Cell(f"{symbol} {verdict}", tone)


def table_or_none(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str | Cell]], widths: Sequence[float]
) -> Block:
    """The table, or the words that nothing was declared for it."""
    found = list(rows)
    return Table(caption, heads, found, widths) if found else Text(f"{caption}: {NOT_DECLARED}.")


def ranges(numbers: Iterable[int]) -> str:
    """`1-3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)


def counted(number: int, noun: str) -> str:
    """`1 scenario`, `2 scenarios`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
