"""docs/report.md names every key of the `[report]` table, and its example is one."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.reporting_profile import Report, keys_of

DESCRIBED = (Path(__file__).parents[2] / "docs" / "report.md").read_text(encoding="utf-8")
WORDS = {"provider", "configuration"}


def keys() -> Iterator[str]:
    yield from keys_of()
    for table in Report.model_fields.keys() - WORDS:
        yield from keys_of(table)


@pytest.mark.parametrize("key", sorted(set(keys())))
def test_every_key_is_named(key: str) -> None:
    (table,) = re.findall(r"## Every key\n(.*?)\n## ", DESCRIBED, re.DOTALL)
    assert f"`{key}`" in table


def test_the_example_is_a_report() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DESCRIBED, re.DOTALL)
    assert Report.model_validate(tomllib.loads(example)["report"]).provider == "Example DSP"
