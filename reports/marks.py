"""How a verdict looks: a symbol, its word, a colour and a line of its own, so that none of them stands alone."""

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import RunVerdict, Verdict
from reports.markup import Markup, el

SYMBOLS = {
    Verdict.PASS: "\u2714",
    Verdict.FAIL: "\u2718",
    Verdict.SUITE_ERROR: "\u26a0",
    Verdict.CONFIG_ERROR: "\u26a0",
    Verdict.INCONCLUSIVE: "?",
    Verdict.NOT_EXERCISED: "\u25cb",
    Verdict.WAIVED: "\u270e",
    Verdict.NOT_APPLICABLE: "\u2013",
}
CLASSES = {
    Verdict.PASS: "pass",
    Verdict.FAIL: "fail",
    Verdict.SUITE_ERROR: "fail",
    Verdict.CONFIG_ERROR: "fail",
    Verdict.INCONCLUSIVE: "doubt",
    Verdict.NOT_EXERCISED: "doubt",
    Verdict.WAIVED: "idle",
    Verdict.NOT_APPLICABLE: "idle",
}
MEANINGS = {
    Verdict.PASS: "the system did what the clause says",
    Verdict.FAIL: "the system did something else",
    Verdict.SUITE_ERROR: "this suite or the adapter is at fault",
    Verdict.CONFIG_ERROR: "nothing was asked, for the run was set up wrongly",
    Verdict.INCONCLUSIVE: "no answer that counts",
    Verdict.NOT_EXERCISED: "could not be asked",
    Verdict.WAIVED: "failed, and the Board has waived it",
    Verdict.NOT_APPLICABLE: "declared out of scope, with a reason",
}
OF_RUN = {
    RunVerdict.CONFORMANT: (Verdict.PASS, "Conformant"),
    RunVerdict.CONFORMANT_WITH_WAIVERS: (Verdict.WAIVED, "Conformant with waivers"),
    RunVerdict.NON_CONFORMANT: (Verdict.FAIL, "Not conformant"),
    RunVerdict.INCOMPLETE: (Verdict.INCONCLUSIVE, "Incomplete: no claim"),
    RunVerdict.CONFIGURATION_ERROR: (Verdict.CONFIG_ERROR, "Set up wrongly: no claim"),
    RunVerdict.SUITE_ERROR: (Verdict.SUITE_ERROR, "Suite at fault: no claim"),
    RunVerdict.STALE_WAIVER: (Verdict.CONFIG_ERROR, "A waiver does not hold: no claim"),
}
_MADE = {verdict: el("b", f"{SYMBOLS[verdict]} {verdict}", class_=f"v {CLASSES[verdict]}") for verdict in Verdict}
NOT_REACHED = el("b", "\u00b7 not reached", class_="v idle")


def mark(verdict: Verdict | None) -> Markup:
    """Symbol and word; of a step that was not reached, that it was not."""
    return NOT_REACHED if verdict is None else _MADE[verdict]


def heading(record: RunRecord) -> tuple[str, str]:
    """The verdict of the run in words, with its symbol; and its class."""
    verdict, words = OF_RUN[record.verdict]
    if record.partial and record.verdict in (RunVerdict.CONFORMANT, RunVerdict.CONFORMANT_WITH_WAIVERS):
        verdict, words = Verdict.NOT_APPLICABLE, "No failure in the part that ran: no claim of conformance"
    return f"{SYMBOLS[verdict]} {words}", CLASSES[verdict]


def needs_reading(scenario: ScenarioRecord) -> bool:
    """Whether anything about it is not as it should be."""
    return scenario.verdict not in (Verdict.PASS, Verdict.NOT_APPLICABLE)
