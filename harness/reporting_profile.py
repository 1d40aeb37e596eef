"""The `[report]` table of a profile: what a completion report says beside the run. What is left out is printed so."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Words = Annotated[str, Field(min_length=1, max_length=2000)]
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Day = Annotated[str, BeforeValidator(lambda given: given.isoformat() if isinstance(given, date) else given)]
"""A date of TOML, with or without its time, or words."""
Count = Annotated[int, Field(ge=0)]
ComponentName = Literal["DSP", "S1SP1", "S1SP2", "S1SP3", "Device"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Document(_Table):
    """One of the design documents; FIA 4.4 names `SD2.1.1`, `SD4.1`, `SD2.2.1.6`, and one of each S1SP: `S1SP1`, ..."""

    id: Words
    version: Words
    title: str = ""
    issued: Day = ""


class ComponentBuild(_Table):
    """What stands behind one component. `configuration` is what its owner calls it, `built_by` its Service Provider."""

    component: ComponentName
    build: Words
    configuration: str = ""
    built_by: str = ""


class Criterion(_Table):
    """One line of a checklist. `met` is what the Service Provider says; left out, nobody has said it."""

    criterion: Words
    met: Literal["yes", "no", "in part"] | None = None
    evidence: str = ""
    agreed: str = ""


class Defect(_Table):
    """The work-off of one failure, which is named by the id of its scenario or by its clause.

    `proposed_severity` is the Service Provider's; the severity itself is for the Board to set.
    """

    id: Words
    status: Words
    scenario: str = ""
    clause: str = ""
    summary: str = ""
    due: Day = ""
    proposed_severity: Annotated[int, Field(ge=1, le=5)] | None = None

    @model_validator(mode="after")
    def _names_one_thing(self) -> "Defect":
        if bool(self.scenario) is bool(self.clause):
            raise ValueError("name either scenario or clause")
        return self


class Regression(_Table):
    """What was run again to show that nothing else has changed."""

    what: Words
    result: Words
    evidence: str = ""


class OwnResults(_Table):
    """The Service Provider's own tests of one kind. `file` is one of the attachments."""

    what: Words
    build: str = ""
    passed: Count | None = None
    failed: Count | None = None
    skipped: Count | None = None
    at: Day = ""
    file: str = ""


class Witness(_Table):
    """Somebody who saw it."""

    name: Words
    organisation: str = ""
    at: Day = ""
    saw: str = ""


class Signatory(_Table):
    """Somebody who is to sign."""

    role: Words
    name: str = ""
    organisation: str = ""


class Attachment(_Table):
    """A file to go with the evidence, by its path from the profile. `from` is who gave it."""

    file: Words
    title: Words
    source: Annotated[str, Field(alias="from")] = ""


class Earlier(_Table):
    """The `verdict.json` of an earlier run, by its path from the profile; `label` is what to call it."""

    file: Words
    label: str = ""


class AgreedLists(_Table):
    """The SHA-256 of the lists of scenarios as they were agreed; a run with other lists does not begin."""

    system_test: Digest | None = None
    fat: Digest | None = None


class Report(_Table):
    """The whole table."""

    provider: str = ""
    configuration: str = ""
    document: tuple[Document, ...] = ()
    component: tuple[ComponentBuild, ...] = ()
    entry: tuple[Criterion, ...] = ()
    exit: tuple[Criterion, ...] = ()
    agreed: AgreedLists = AgreedLists()
    defect: tuple[Defect, ...] = ()
    regression: tuple[Regression, ...] = ()
    own_results: tuple[OwnResults, ...] = ()
    witness: tuple[Witness, ...] = ()
    signatory: tuple[Signatory, ...] = ()
    attachment: tuple[Attachment, ...] = ()
    earlier: tuple[Earlier, ...] = ()

    @model_validator(mode="after")
    def _results_are_attached(self) -> "Report":
        attached = {one.file for one in self.attachment}
        for one in self.own_results:
            if one.file and one.file not in attached:
                raise ValueError(f"own_results: {one.file} is no attachment; add a [[report.attachment]] for it")
        return self

    @property
    def plain(self) -> dict[str, object]:
        """As values that JSON can hold, with what was left out left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)


_TABLES: Mapping[str, type[BaseModel]] = {
    "document": Document,
    "component": ComponentBuild,
    "entry": Criterion,
    "exit": Criterion,
    "agreed": AgreedLists,
    "defect": Defect,
    "regression": Regression,
    "own_results": OwnResults,
    "witness": Witness,
    "signatory": Signatory,
    "attachment": Attachment,
    "earlier": Earlier,
}


def keys_of(table: str = "") -> list[str]:
    """What a table within the table may say, or the table itself."""
    fields = _TABLES[table].model_fields if table else Report.model_fields
    return [field.alias or name for name, field in fields.items()]
