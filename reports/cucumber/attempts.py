"""A scenario as it was played: one test case, one attempt, its steps, and at its end the verdict on the whole.

The verdict is a step of its own, made by a hook: it may be worse than that of any step, as where a control was refused.
"""

from collections.abc import Iterator

from cucumber_messages import (
    Attachment,
    AttachmentContentEncoding,
    Envelope,
    ExternalAttachment,
    Pickle,
    TestCase,
    TestCaseFinished,
    TestCaseStarted,
    TestStep,
    TestStepFinished,
    TestStepResult,
    TestStepStarted,
    Timestamp,
)
from gherkin.stream.id_generator import IdGenerator

from harness.record import ExchangeRecord, MessageRecord, ScenarioRecord
from harness.verdicts import Verdict
from reports.cucumber.results import at, result


def test_case(pickle: Pickle, hook: str, run: str, numbering: IdGenerator) -> TestCase:
    """A step for each step of the pickle, and the verdict last."""
    steps = [TestStep(id=numbering.get_next_id(), pickle_step_id=step.id) for step in pickle.steps]
    steps.append(TestStep(id=numbering.get_next_id(), hook_id=hook))
    return TestCase(id=numbering.get_next_id(), pickle_id=pickle.id, test_steps=steps, test_run_started_id=run)


def attempt(one: ScenarioRecord, case: TestCase, numbering: IdGenerator) -> Iterator[Envelope]:
    """Everything that happened in it, in its order; there is never a second attempt."""
    started, clock = numbering.get_next_id(), one.started
    yield Envelope(test_case_started=TestCaseStarted(attempt=0, id=started, test_case_id=case.id, timestamp=at(clock)))
    for index, (step, told) in enumerate(zip(case.test_steps, one.steps, strict=False)):
        yield _begun(started, step, at(clock))
        yield from _exchanged(one, index, started, step)
        clock += told.duration_s
        failed = told.verdict not in (None, Verdict.PASS)
        ended = result(told.verdict, told.duration_s, one.reason if failed else "")
        yield _ended(started, step, ended, at(clock))
    clock = max(clock, one.started + one.duration_s)
    yield _begun(started, case.test_steps[-1], at(clock))
    yield _ended(started, case.test_steps[-1], result(one.verdict, 0.0, one.reason), at(clock))
    finished = TestCaseFinished(test_case_started_id=started, timestamp=at(clock), will_be_retried=False)
    yield Envelope(test_case_finished=finished)


def _begun(started: str, step: TestStep, moment: Timestamp) -> Envelope:
    return Envelope(
        test_step_started=TestStepStarted(test_case_started_id=started, test_step_id=step.id, timestamp=moment)
    )


def _ended(started: str, step: TestStep, ended: TestStepResult, moment: Timestamp) -> Envelope:
    return Envelope(
        test_step_finished=TestStepFinished(
            test_case_started_id=started, test_step_id=step.id, test_step_result=ended, timestamp=moment
        )
    )


def _exchanged(one: ScenarioRecord, index: int, started: str, step: TestStep) -> Iterator[Envelope]:
    for number, exchange in enumerate(one.exchanges, start=1):
        if exchange.step == index:
            yield Envelope(attachment=_in_words(number, exchange, started, step))
            yield from (Envelope(external_attachment=_file(message, started, step)) for message in exchange.messages)


def _in_words(number: int, exchange: ExchangeRecord, started: str, step: TestStep) -> Attachment:
    return Attachment(
        body=f"{exchange.request}\n-> {exchange.outcome}\n",
        content_encoding=AttachmentContentEncoding.identity,
        media_type="text/plain",
        file_name=f"exchange-{number}.txt",
        test_case_started_id=started,
        test_step_id=step.id,
    )


def _file(message: MessageRecord, started: str, step: TestStep) -> ExternalAttachment:
    kind = "application/xml" if message.name.endswith(".xml") else "text/plain"
    return ExternalAttachment(
        media_type=kind, url=f"exchanges/{message.name}", test_case_started_id=started, test_step_id=step.id
    )
