"""docs/profile.md names every key that a profile may have."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from sut_adapters.duis.profile_schema import Profile

DESCRIBED = (Path(__file__).parents[2] / "docs" / "profile.md").read_text(encoding="utf-8")
NOT_IN_THE_FILE = {"file"}


def tables_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The tables that a field may hold, however deep in a list or an option."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from tables_in(argument)


def keys(table: type[BaseModel]) -> Iterator[str]:
    """Every key, with those of the tables below it."""
    for name, field in table.model_fields.items():
        if name not in NOT_IN_THE_FILE:
            yield name
            for below in tables_in(field.annotation):
                yield from keys(below)


@pytest.mark.parametrize("key", sorted(set(keys(Profile))))
def test_every_key_of_a_profile_is_named(key: str) -> None:
    assert any(f"{before}{key}{after}" in DESCRIBED for before in "`.[" for after in "`.]")
