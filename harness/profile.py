"""What a profile declares about a run. The rest of the file belongs to the adapter that reads it."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from harness.corpus import ScenarioText
from harness.releases import parse_release
from harness.stages import Stage
from rulebook.vocabulary import Release
from sut_adapters.trouble import Misconfigured

PortName = Literal[
    "UserGateway",
    "RequestsInFlight",
    "S1spGateway",
    "Estate",
    "Circumstances",
    "SlotInspection",
    "ReleaseControl",
    "AlertInbox",
    "AlertTrigger",
    "AuditTrail",
]
Words = Annotated[str, Field(min_length=1)]


class Exclusion(BaseModel):
    """One thing declared not applicable, and why. Exactly one of the others than `reason` is given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: Words
    port: PortName | None = None
    stage: Stage | None = None
    clause: str | None = None
    scenario: str | None = None
    release: Annotated[str, AfterValidator(lambda text: str(parse_release(text)))] | None = None

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        if sum(value is not None for value in self.model_dump(exclude={"reason"}).values()) != 1:
            raise ValueError("name exactly one of port, stage, clause, scenario and release, beside the reason")
        return self

    def covers(self, scenario: ScenarioText) -> bool:
        """Whether the scenario is out of scope by its clause, its id, or a stage that is the only one it has."""
        stages = scenario.tags & {"pit", "fat", "sit", "uit", "tto"}
        return scenario.clause == self.clause or scenario.id == self.scenario or stages == {self.stage}


class _Declared(BaseModel):
    """The tables that the harness reads."""

    model_config = ConfigDict(extra="ignore")

    release: str | dict[str, str] | None = None
    readings: dict[str, str] = {}
    not_applicable: list[Exclusion] = []


@dataclass(frozen=True, slots=True)
class Profile:
    """The state that the system is in, the rulings to go by, and what is out of scope with the reason for it."""

    release: Release | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    not_applicable: tuple[Exclusion, ...] = ()

    def why_not(self, scenario: ScenarioText) -> str:
        """Why this scenario is not applicable; empty where it is."""
        return next((one.reason for one in self.not_applicable if one.covers(scenario)), "")

    def why_no_port(self, port: str) -> str:
        """Why this port is declared missing; empty where it is not."""
        return next((one.reason for one in self.not_applicable if one.port == port), "")

    def why_not_at(self, release: Release) -> str:
        """Why this release state is declared out of scope; empty where it is not."""
        return next((one.reason for one in self.not_applicable if one.release == str(release)), "")

    def refuse_unknown(self, scenarios: Iterable[ScenarioText]) -> None:
        """Raises Misconfigured for an exclusion that excludes nothing, because nothing has its name."""
        known = {name for scenario in scenarios for name in (scenario.clause, scenario.id)}
        for number, one in enumerate(self.not_applicable):
            name = one.clause or one.scenario
            if name and name not in known:
                raise Misconfigured(f"not_applicable.{number}: no scenario has the clause or the id {name!r}")


def read_profile(path: Path) -> Profile:
    """Raises Misconfigured, naming the file and the key."""
    try:
        declared = _Declared.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        return Profile(_release(declared.release), declared.readings, tuple(declared.not_applicable))
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: is no TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise Misconfigured(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except ValueError as error:
        raise Misconfigured(f"{path}: release: {error}") from error


def _release(declared: str | dict[str, str] | None) -> Release | None:
    if isinstance(declared, dict):
        declared = ",".join(f"{component}={state}" for component, state in declared.items())
    return parse_release(declared) if declared else None
