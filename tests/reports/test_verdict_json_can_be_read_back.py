"""`verdict.json` and its schema."""

import json
from dataclasses import replace

import pytest
from pydantic import ValidationError

from harness.record import ExchangeRecord, MessageRecord, RunRecord
from reports import verdict_json

TOP = {
    "verdict",
    "exit_code",
    "worst",
    "partial",
    "claim",
    "counts",
    "sut",
    "suite",
    "stage",
    "boundary",
    "release",
    "readings",
    "seed",
    "scenarios",
}
SCENARIO = {"id", "clause", "component", "verdict", "reason", "expected", "observed", "duration_s"}


def test_what_is_written_is_what_is_read(record: RunRecord) -> None:
    assert verdict_json.read(verdict_json.document(record)) == record


def test_a_message_is_named_and_not_repeated(record: RunRecord) -> None:
    message = MessageRecord("sent", "Northmoor", "srpd-6.2.d-001-sent.xml", "<Request/>", "2022-11-03T12:00:00+00:00")
    exchange = ExchangeRecord("asks", "accepted", (message,))
    whole = replace(record, scenarios=(replace(record.scenarios[0], exchanges=(exchange,)),))
    written = verdict_json.document(whole)
    assert b"<Request/>" not in written
    (found,) = verdict_json.read(written).scenarios[0].exchanges[0].messages
    assert found == replace(message, text="")


def test_it_has_the_keys_that_others_rely_on(record: RunRecord) -> None:
    written = json.loads(verdict_json.document(record))
    assert written.keys() >= TOP
    assert written["scenarios"][0].keys() >= SCENARIO
    assert list(written["counts"]) == [
        "SUITE-ERROR",
        "CONFIG-ERROR",
        "FAIL",
        "INCONCLUSIVE",
        "NOT-EXERCISED",
        "WAIVED",
        "NOT-APPLICABLE",
        "PASS",
    ]


def test_the_schema_that_is_shipped_is_that_of_the_record() -> None:
    """Red after a change to the record: write `verdict_json.schema()` into the file, and say so in the changelog."""
    assert verdict_json.SCHEMA.read_text(encoding="utf-8") == verdict_json.schema()


def test_the_schema_admits_what_is_written_and_nothing_else(record: RunRecord) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json.loads(verdict_json.schema()))
    written = json.loads(verdict_json.document(record))
    validator.validate(written)
    for spoilt in ({**written, "verdict": "fine"}, {**written, "verdicts": 1}, {"verdict": "conformant"}):
        assert not validator.is_valid(spoilt)


def test_an_unknown_verdict_is_named_by_its_key(record: RunRecord) -> None:
    spoilt = verdict_json.document(record).replace(b'"PASS"', b'"FINE"')
    with pytest.raises(ValidationError, match=r"counts\.FINE"):
        verdict_json.read(spoilt)
