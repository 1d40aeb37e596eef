"""Which component answered: what the system itself said, not what the scenario wanted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import Verdict
from reports.pdf.blocks import Section, Table, Text

COMPONENTS = ("DSP", "S1SP1", "S1SP2", "S1SP3")
DECIDED = frozenset({Verdict.PASS, Verdict.FAIL, Verdict.WAIVED})
"""Verdicts with an answer of the system behind them."""


@dataclass(frozen=True, slots=True)
class Answers:
    """In how many scenarios a component decided a request by name, and was named as the one that serves a device."""

    component: str
    refused: int
    served: int

    @property
    def shown(self) -> bool:
        """Whether the system ever named it."""
        return self.refused + self.served > 0


def answers(scenarios: Iterable[ScenarioRecord]) -> tuple[Answers, ...]:
    """By component, from the scenarios that were decided."""
    decided = [one for one in scenarios if one.verdict in DECIDED]
    return tuple(_answers(component, decided) for component in COMPONENTS)


def section(record: RunRecord) -> Section:
    """Proof of which S1SP answered."""
    missing = [one.component for one in answers(record.scenarios) if not one.shown]
    return Section(
        "Which component answered",
        [
            Text(
                "Counted in scenarios that were decided. A refusal names the component that refused. Who serves a "
                "device is what the system says when the suite asks it (over the wire, by SRV 8.2)."
            ),
            Table(
                "Named by the system itself",
                ("Component", "Scenarios in which it refused", "Scenarios in which it serves the device"),
                list(_rows(record)),
                (1, 1, 1),
            ),
            *([Text(f"Never named by the system in this run: {', '.join(missing)}.", strong=True)] if missing else []),
        ],
    )


def _rows(record: RunRecord) -> Iterator[tuple[str, str, str]]:
    for one in answers(record.scenarios):
        served = "does not serve devices" if one.component == "DSP" and not one.served else str(one.served)
        yield one.component, str(one.refused), served


def _answers(component: str, scenarios: Iterable[ScenarioRecord]) -> Answers:
    by_name = re.compile(rf"\bby (?:the )?{component}\b")
    known = list(scenarios)
    refused = [one for one in known if any(by_name.search(exchange.outcome) for exchange in one.exchanges)]
    return Answers(component, len(refused), sum(component in one.served_by for one in known))
