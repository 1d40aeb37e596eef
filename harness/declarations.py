"""What a profile declares about a run (`harness.profile` reads it)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from harness.corpus import ScenarioText
from harness.release_words import parse_release
from harness.report_files import AttachedFile
from harness.reporting_profile import AgreedLists
from harness.stages import Stage
from rulebook.vocabulary import Release
from sut_adapters.trouble import Misconfigured

PortName = Literal[
    "UserGateway",
    "RequestsInFlight",
    "S1spGateway",
    "MessageEndpoint",
    "Estate",
    "Circumstances",
    "SlotInspection",
    "ReleaseControl",
    "Restartable",
    "AlertInbox",
    "AlertTrigger",
    "AuditTrail",
    "OneOffUpdate",
    "DisturbedUpdate",
    "S1spRecords",
    "ChangeRecords",
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
        stages = scenario.tags & frozenset(Stage)
        return scenario.clause == self.clause or scenario.id == self.scenario or stages == {self.stage}


@dataclass(frozen=True, slots=True)
class Profile:
    """The state that the system is in, the rulings to go by, and what is out of scope with the reason for it.

    `declared` is what it says for the report, as plain values; `attached` are the files to go with the evidence;
    `waivers` is the file with the Board's, and `board_certificate` who signs it.
    """

    release: Release | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    not_applicable: tuple[Exclusion, ...] = ()
    declared: Mapping[str, object] = field(default_factory=dict)
    agreed: AgreedLists = field(default_factory=AgreedLists)
    attached: tuple[AttachedFile, ...] = ()
    waivers: Path | None = None
    board_certificate: Path | None = None

    def why_not(self, scenario: ScenarioText) -> str:
        """Why this scenario is not applicable; empty where it is."""
        return next((one.reason for one in self.not_applicable if one.covers(scenario)), "")

    def why_no_port(self, port: str) -> str:
        """Why this port is declared missing; empty where it is not."""
        return next((one.reason for one in self.not_applicable if one.port == port), "")

    @property
    def builds(self) -> frozenset[str]:
        """The builds of the components, as they are declared for the report."""
        components = self.declared.get("component")
        rows = components if isinstance(components, list) else []
        return frozenset(str(row["build"]) for row in rows if isinstance(row, dict) and "build" in row)

    @property
    def excludes_releases(self) -> bool:
        """Whether any release state is declared out of scope: only then is it worth asking which one it is."""
        return any(one.release is not None for one in self.not_applicable)

    def why_not_at(self, release: Release) -> str:
        """Why this release state is declared out of scope; empty where it is not."""
        return next((one.reason for one in self.not_applicable if one.release == str(release)), "")

    def refuse_unknown(self, scenarios: Iterable[ScenarioText]) -> None:
        """Raises Misconfigured for an exclusion that excludes nothing, because nothing has its name."""
        every = tuple(scenarios)
        known = {"clause": {one.clause for one in every}, "scenario": {one.id for one in every}}
        for number, one in enumerate(self.not_applicable):
            for key, names in known.items():
                name = getattr(one, key)
                if name is not None and name not in names:
                    near = ", ".join(get_close_matches(name, names, n=3)) or "see verdict.json for those there are"
                    raise Misconfigured(f"not_applicable.{number}.{key}: there is no {name!r}; near: {near}")
