"""Whether an adapter can be trusted to ask its system and to tell what it answered: for those who write adapters.

A finding may be the adapter's doing or its system's: both answer the same questions.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from proof.adapter_check import alerts, answers, leaks, other_ports
from proof.adapter_check.calls import Calls
from proof.adapter_check.examined import Examined
from proof.adapter_check.finding import Fault, Finding, LeftOut, Report
from proof.adapter_check.worker import Patience, Worker

__all__ = ["Finding", "Limits", "Patience", "Report", "check_adapter"]

BUILDING = "the adapter is built"


@dataclass(frozen=True, slots=True)
class Limits:
    """`slow_s` makes a finding of an answer, `patience` ends the examination; `clock` gives seconds."""

    patience: Patience = field(default=lambda done: done.wait(60))
    slow_s: float = 10
    clock: Callable[[], float] = time.monotonic


def check_adapter(
    build: Callable[[], object],
    *,
    excluded: Mapping[str, str] | None = None,
    may_switch: bool = True,
    limits: Limits | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Report:
    """Build an adapter and ask it through every port that it offers.

    `excluded` names ports that are out of scope, with the reason. With `may_switch` the release state is switched, and
    switched back. `progress` is told what is asked next, and in the end an empty string. Raises Misconfigured as the
    adapter raises it.
    """
    report, limits = Report(), limits or Limits()
    worker = Worker(limits.patience)
    calls = Calls(worker, report, limits.clock, limits.slow_s)
    try:
        system = calls.make(BUILDING, build, lambda _: "")
        adapter = Examined(system, calls, excluded or {}, progress)
        answers.examine(adapter)
        other_ports.examine(adapter, may_switch=may_switch)
        alerts.examine(adapter)
        leaks.examine(adapter)
    except Fault as fault:
        report.note(fault.finding)
    except LeftOut as reason:
        report.left_out.append((BUILDING, str(reason)))
    finally:
        worker.stop()
        progress("")
    if not report.asked and not report.findings:
        report.note(NOTHING_ASKED)
    return report


NOTHING_ASKED = Finding(
    "anything",
    "an adapter that offers Estate, and UserGateway or another way to send a request",
    "every question was left out",
    "offer these ports, or see the reasons given",
)
