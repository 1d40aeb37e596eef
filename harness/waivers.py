"""Reads the Board's waivers: `waivers.toml`, and its signature in `waivers.toml.p7s`.

[[waiver]]
id = "W-1"
scenario = "requirement_1/..."    # or clause = "srpd-6.2.d"
build = "what the system under test says that it is"
reason = "..."
owner = "..."
ticket = "..."
expires = 2027-03-31
"""

import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from harness.corpus import ScenarioText
from harness.signatures import objection, read_certificate
from sut_adapters.trouble import Misconfigured

Words = Annotated[str, Field(min_length=1)]


class Waiver(BaseModel):
    """One failure that the Board puts up with. Exactly one of scenario and clause is given; the last day counts."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: Words
    scenario: Words | None = None
    clause: Words | None = None
    build: Words
    reason: Words
    owner: Words
    ticket: Words
    expires: date

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        if (self.scenario is None) is (self.clause is None):
            raise ValueError("name exactly one of scenario and clause")
        return self

    def about(self, scenario: ScenarioText) -> bool:
        """Whether the scenario is the one that is named, or forces the clause that is."""
        return self.scenario == scenario.id or self.clause == scenario.clause


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    waiver: list[Waiver]


@dataclass(frozen=True, slots=True)
class Waivers:
    """`unsigned` is why they count for nothing; empty where the Board has signed them."""

    waivers: tuple[Waiver, ...] = ()
    unsigned: str = ""


def read_waivers(path: Path, board_certificate: Path | None) -> Waivers:
    """Raises Misconfigured for a file that cannot be read, naming the key and the mend."""
    try:
        content = path.read_bytes()
        waivers = tuple(_File.model_validate(tomllib.loads(content.decode("utf-8"))).waiver)
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}; name a file that can be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: is no TOML: {error}; mend it there") from error
    except ValidationError as error:
        first = error.errors()[0]
        said = first["msg"].removeprefix("Value error, ")
        raise Misconfigured(f"{path}: {'.'.join(map(str, first['loc']))}: {said}") from error
    if twice := [name for name, times in Counter(one.id for one in waivers).items() if times > 1]:
        raise Misconfigured(f"{path}: the id {twice[0]} stands twice; give each waiver one of its own")
    return Waivers(waivers, _unsigned(path, content, board_certificate))


def _unsigned(path: Path, content: bytes, board_certificate: Path | None) -> str:
    beside = path.with_name(f"{path.name}.p7s")
    if board_certificate is None:
        return f"{path}: no --board-certificate says whose signature to trust"
    certificate = read_certificate(board_certificate)
    try:
        said = objection(content, beside.read_bytes(), certificate, openssl=True)
    except OSError as error:
        return f"{beside}: {error.strerror}: the waivers are not signed"
    return f"{beside}: {said}" if said else ""
