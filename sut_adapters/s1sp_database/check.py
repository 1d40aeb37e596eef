"""CHECK.toml: which databases an update is tried on, how it is started, and what it claims."""

import shlex
import tomllib
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.s1sp_database.connecting import anchored
from sut_adapters.s1sp_database.mapping import STANDARD, Tables, read_map
from sut_adapters.s1sp_database.population_layout import sized
from sut_adapters.trouble import Misconfigured

FIA = "fia"
TIER_2 = "tier2"
Served = Literal[Component.S1SP1, Component.S1SP2, Component.S1SP3]
Url = Annotated[str, Field(min_length=1)]


class Check(BaseModel):
    """Paths are relative to the file's folder. Either `database` holds all S1SPs, or each has one of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    command: Annotated[str, Field(min_length=1)] | Annotated[tuple[str, ...], Field(min_length=1)]
    database: Url | None = None
    databases: dict[Served, Url] = {}
    schema_map: Path | None = None
    population: Literal["fia"] | Annotated[int, Field(gt=0)] | None = None
    seed: int = 107
    claims: tuple[Literal["tier2"], ...] = ()
    command_s: Annotated[float, Field(gt=0)] = 600
    kills: Annotated[int, Field(gt=0, le=1000)] = 20
    folder: Path = Path()

    @model_validator(mode="after")
    def _names_databases_one_way(self) -> Self:
        if (self.database is None) == (not self.databases):
            raise ValueError("name either database, for all S1SPs, or databases, one for each")
        missing = [s1sp for s1sp in S1SPS if self.databases and s1sp not in self.databases]
        if missing:
            listed = f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
            mend = " ".join(f"--database {s1sp}=URL" for s1sp in missing)
            raise ValueError(f"databases: {listed}; add {mend}, or give one bare URL for all S1SPs")
        if len({anchored(url, self.folder) for url in self.databases.values()}) < len(self.databases):
            raise ValueError("databases: two S1SPs have the same; name it as database, for all of them")
        return self

    @property
    def words(self) -> tuple[str, ...]:
        """The command, word by word."""
        return tuple(shlex.split(self.command)) if isinstance(self.command, str) else self.command

    @property
    def urls(self) -> dict[str, tuple[Component, ...]]:
        """Each database with the S1SPs whose devices it holds; the path of a file is whole."""
        if self.database is not None:
            return {anchored(self.database, self.folder): S1SPS}
        return {anchored(url, self.folder): (s1sp,) for s1sp, url in sorted(self.databases.items())}

    @property
    def tables(self) -> Tables:
        """By the names of the schema map, if there is one."""
        return read_map(self.folder / self.schema_map) if self.schema_map else STANDARD


def read_check(path: Path) -> Check:
    """Raises Misconfigured with the file, the key and the mend; a URL's password is never shown."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}; name a check that can be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: is no TOML: {error}") from error
    if "folder" in content:
        raise Misconfigured(f"{path}: folder: is not for you to say; paths are relative to the file")
    try:
        check = Check.model_validate({**content, "folder": path.absolute().parent})
        _refuse_bad_quotes(check)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        key = "".join(f"{'.'.join(map(str, first['loc']))}: " for _ in first["loc"][:1])
        raise Misconfigured(f"{path}: {key}{first['msg'].removeprefix('Value error, ')}") from None
    except ValueError as error:
        raise Misconfigured(f"{path}: command: {error}; quote it as a shell would") from error
    if isinstance(check.population, int):
        try:
            sized(check.population, check.seed)
        except Misconfigured as error:
            raise Misconfigured(f"{path}: population: {error}") from error
    return check


def _refuse_bad_quotes(check: Check) -> None:
    """A quotation that does not end shows only when the command is split."""
    if not check.words:
        raise ValueError("is empty")
