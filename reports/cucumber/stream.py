"""The stream of a run: who ran it, the feature files, the test cases, what happened in each, and how it ended."""

import json
import platform
from collections.abc import Iterator
from importlib.metadata import version

from cucumber_messages import (
    Envelope,
    Hook,
    HookType,
    Meta,
    Product,
    SourceReference,
    TestRunFinished,
    TestRunStarted,
    message_converter,
)
from gherkin.stream.id_generator import IdGenerator

from harness.record import RunRecord
from harness.verdicts import RunVerdict
from reports.cucumber.attempts import attempt, test_case
from reports.cucumber.results import at, seconds_of
from reports.cucumber.sources import sources

LIBRARY = "cucumber-messages"
SUCCESS = (RunVerdict.CONFORMANT, RunVerdict.CONFORMANT_WITH_WAIVERS)


def document(record: RunRecord) -> bytes:
    """UTF-8, one JSON object a line."""
    lines = (json.dumps(message_converter.to_dict(one), ensure_ascii=False) for one in envelopes(record))
    return "".join(f"{line}\n" for line in lines).encode()


def envelopes(record: RunRecord) -> Iterator[Envelope]:
    """In the order in which Cucumber itself would send them."""
    numbering = IdGenerator()
    known = sources(record.scenarios, numbering)
    run, hook = (
        numbering.get_next_id(),
        Hook(
            id=numbering.get_next_id(),
            name="The verdict on the scenario as a whole",
            source_reference=SourceReference(uri="harness/judge.py"),
            type=HookType.after_test_case,
        ),
    )
    yield Envelope(meta=_meta(record))
    yield from known.envelopes
    yield Envelope(hook=hook)
    yield Envelope(test_run_started=TestRunStarted(timestamp=at(seconds_of(record.started)), id=run))
    cases = {one.id: test_case(known.pickles[one.id], hook.id, run, numbering) for one in record.scenarios}
    yield from (Envelope(test_case=case) for case in cases.values())
    for one in record.scenarios:
        yield from attempt(one, cases[one.id], numbering)
    yield Envelope(test_run_finished=_finished(record, run))


def _meta(record: RunRecord) -> Meta:
    return Meta(
        cpu=Product(name=platform.machine()),
        implementation=Product(name=record.suite.name, version=record.suite.version),
        os=Product(name=platform.system()),
        protocol_version=version(LIBRARY),
        runtime=Product(name=platform.python_implementation(), version=platform.python_version()),
    )


def _finished(record: RunRecord, run: str) -> TestRunFinished:
    return TestRunFinished(
        success=record.verdict in SUCCESS,
        timestamp=at(seconds_of(record.ended or record.started)),
        message="\n".join((record.claim, *record.problems)),
        test_run_started_id=run,
    )
