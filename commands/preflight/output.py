"""Findings for people or for a machine."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sut_adapters.duis.preflight import Finding, State

STYLES = {State.FINE: "green", State.LEFT_OUT: "yellow", State.FAULT: "bold red"}


def as_json(profile: str, findings: Sequence[Finding], exit_code: int) -> str:
    """One object; `findings` in the order in which they were made."""
    return json.dumps(
        {"profile": profile, "exit_code": exit_code, "findings": [asdict(finding) for finding in findings]}, indent=2
    )


def show(findings: Sequence[Finding], console: Console) -> None:
    """What is fine by number, everything else in full with what to mend."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for state, check, said in _rows(findings):
        table.add_row(Text(state, STYLES[state]), Text(check), Text(said, overflow="fold"))
    console.print(table)
    faults = sum(finding.state is State.FAULT for finding in findings)
    verdict = f"{faults} to mend before a run" if faults else "a run can begin"
    console.print(Text(f"{verdict}; this is no verdict about the system", style=STYLES[_worst(faults)]))


def _worst(faults: int) -> State:
    return State.FAULT if faults else State.FINE


def _rows(findings: Sequence[Finding]) -> Iterator[tuple[State, str, str]]:
    """By check; what is fine in one row for each check."""
    for check in dict.fromkeys(finding.check for finding in findings):
        of_check = [finding for finding in findings if finding.check == check]
        fine = [finding for finding in of_check if finding.state is State.FINE]
        if fine:
            yield State.FINE, check, fine[0].said if len(fine) == 1 else f"{len(fine)} looked at"
        for finding in of_check:
            if finding.state is not State.FINE:
                said = ": ".join(filter(None, (finding.subject, finding.said)))
                yield finding.state, check, said + (f"\n-> {finding.mend}" if finding.mend else "")
