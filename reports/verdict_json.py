"""The record of a run as `verdict.json`, and back; `verdict.schema.json` beside this module is its JSON Schema."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from harness.record import RunRecord

SCHEMA = Path(__file__).parent / "verdict.schema.json"

_EVERY = "__all__"
MESSAGES_THEMSELVES: Any = {
    "scenarios": {_EVERY: {"exchanges": {_EVERY: {"messages": {_EVERY: {"text", "octets_in_base64"}}}}}}
}

_adapter = TypeAdapter(RunRecord)


def document(record: RunRecord) -> bytes:
    """UTF-8 JSON, one key a line, without the messages themselves: each is in the file that its record names."""
    return _adapter.dump_json(record, indent=2, exclude=MESSAGES_THEMSELVES) + b"\n"


def read(text: bytes | str) -> RunRecord:
    """The record that a `verdict.json` holds; raises pydantic.ValidationError, which names the key."""
    return _adapter.validate_json(text)


def schema() -> str:
    """The JSON Schema of `verdict.json`, as it is shipped."""
    generated = _adapter.json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "verdict.json: the record of one conformance run",
    }
    return json.dumps(_closed({**generated, **head}), indent=2, sort_keys=True) + "\n"


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with every object in it closed to keys that it does not name."""
    inner = {name: _closed(value) if isinstance(value, dict) else value for name, value in schema.items()}
    return {**inner, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else inner
