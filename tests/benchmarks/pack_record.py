"""A run of as many scenarios as are wanted, each with the messages that one takes over the wire."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from harness.claims import claim
from harness.corpus import ScenarioText, read_corpus
from harness.judge import PASSED
from harness.mail import file_stem, message_records
from harness.notebook import scenario_record
from harness.record import ExchangeRecord, RunRecord, ScenarioRecord, StepRecord, Suite, Sut
from harness.verdicts import RunVerdict, Verdict, counts
from rulebook import law
from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    Certificate,
    CertificateUse,
    DeviceType,
    RemotePartyRole,
    ServiceRequest,
    UserRole,
)
from sut_adapters.duis.evidence import WireMessage
from sut_adapters.port import DeviceSpec
from sut_adapters.reference import ReferenceModel

FEATURES = Path(__file__).absolute().parents[2] / "features"
READS = 3
"""How often a scenario looks at slots beside its request, on average over the wire."""


def run_of(count: int) -> RunRecord:
    """Passed throughout. Those of the features, and from the beginning again under another id where they do not do."""
    messages = _messages()
    known = read_corpus(FEATURES).scenarios
    scenarios = tuple(_played(number, one, messages) for number, one in enumerate(islice(cycle(known), count)))
    counted = counts(one.verdict for one in scenarios)
    return RunRecord(
        verdict=RunVerdict.CONFORMANT,
        exit_code=0,
        worst=Verdict.PASS,
        partial=False,
        claim=claim(RunVerdict.CONFORMANT, counted, total=count, partial=False),
        counts=counted,
        sut=Sut("duis:lab.toml", "build 7"),
        suite=Suite("mp107", "0"),
        seed=107,
        total=count,
        started="2022-11-03T12:00:00+00:00",
        rerun="mp107 run ADDRESS --sut duis:lab.toml --seed 107",
        scenarios=scenarios,
    )


def _played(number: int, one: ScenarioText, messages: Sequence[WireMessage]) -> ScenarioRecord:
    """No two scenarios send the same octets, as no two requests have the same RequestID."""
    own = [replace(message, document=message.document + b"\n<!-- %d -->" % number) for message in messages]
    stem = file_stem(one.clause, f"{one.id}~{number}")
    asked = tuple(message_records(own, stem, 1))
    beside = tuple(message_records(own * READS, stem, 1 + len(asked)))
    exchanges = (
        ExchangeRecord(f"{one.name} is asked of a device", "accepted", asked, len(one.steps) - 2),
        ExchangeRecord("beside the request", f"messages: {len(beside)}", beside, len(one.steps) - 1, beside=True),
    )
    steps = tuple(StepRecord(step.keyword, step.text, Verdict.PASS, 0.01, step.table or ()) for step in one.steps)
    record = scenario_record(one, PASSED, started=0.0, duration_s=0.1, steps=steps, exchanges=exchanges)
    return replace(record, id=f"{one.id}~{number}", feature_path=f"{number // 1000}/{one.path}")


def _messages() -> Sequence[WireMessage]:
    """Of one SRV 6.15.1 that succeeded: as sent, acknowledged, answered, and alerted of."""
    model = ReferenceModel(law.rulings())
    model.begin("benchmark", 107)
    held = {
        slot: Certificate("Southfell", use) for slot, use in zip(NETWORK_OPERATOR_SLOTS, CertificateUse, strict=True)
    }
    device = model.place(
        DeviceSpec(DeviceType.ESME, registered={UserRole.ELECTRICITY_DISTRIBUTOR: "Northmoor"}, slots=held)
    )
    placed = tuple(Certificate("Northmoor", use, issue=2) for use in CertificateUse)
    model.post(ServiceRequest("6.15.1", "Southfell", device, RemotePartyRole.NETWORK_OPERATOR, placed))
    return [message for message in model.messages() if isinstance(message, WireMessage)]
