"""CHECK.toml: which databases an update is tried on, how it is started, and what it claims."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.s1sp_database.check_words import FIA, LONGEST_S, MOST_KILLS, TIER_2, objection
from sut_adapters.s1sp_database.connecting import anchored, parsed_url, sqlite_url
from sut_adapters.s1sp_database.files import refuse_no_database_file
from sut_adapters.s1sp_database.mapping import STANDARD, Tables, read_map
from sut_adapters.s1sp_database.population_layout import sized
from sut_adapters.s1sp_database.starting import refuse_what_cannot_start, words_of
from sut_adapters.trouble import Misconfigured

Served = Literal[Component.S1SP1, Component.S1SP2, Component.S1SP3]
Url = Annotated[str, Field(min_length=1)]

__all__ = ["FIA", "TIER_2", "Check", "read_check"]


class Check(BaseModel):
    """Paths are relative to the file's folder. Either `database` holds all S1SPs, or each has one of its own.

    Where neither is named, databases are made for the run. `start_in` is where the update is started.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    command: Annotated[str, Field(min_length=1)] | Annotated[tuple[str, ...], Field(min_length=1)]
    database: Url | None = None
    databases: dict[Served, Url] = {}
    schema_map: Path | None = None
    population: Literal["fia"] | Annotated[int, Field(gt=0)] | None = None
    seed: int = 107
    claims: tuple[Literal["tier2"], ...] = ()
    command_s: Annotated[float, Field(gt=0, le=LONGEST_S)] = 600
    kills: Annotated[int, Field(gt=0, le=MOST_KILLS)] = 20
    start_in: Path = Path()
    folder: Path = Path()

    @model_validator(mode="after")
    def _names_databases_one_way(self) -> Self:
        if self.database is not None and self.databases:
            raise ValueError("database: name either this, for all S1SPs, or databases, one for each")
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
        return words_of(self.command) if isinstance(self.command, str) else self.command

    @property
    def home(self) -> Path:
        """The folder in which the update is started."""
        return self.folder / self.start_in

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

    @property
    def on_databases_of_its_own(self) -> bool:
        """Whether none is named."""
        return self.database is None and not self.databases

    def beside(self, folder: Path) -> "Check":
        """The same with SQLite files in a folder."""
        return self.model_copy(update={"databases": {s1sp: sqlite_url(folder / f"{s1sp}.sqlite") for s1sp in S1SPS}})

    def refuse_population(self) -> None:
        """Raises Misconfigured for so few devices that not every kind of them has room."""
        if isinstance(self.population, int):
            sized(self.population, self.seed)


def read_check(path: Path) -> Check:
    """Raises Misconfigured with the file, the key and the mend; a URL's password is never shown."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}; name a check that can be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: is no TOML: {error}; mend it, or let mp107 update-check write it anew") from error
    if "folder" in content:
        raise Misconfigured(f"{path}: folder: is not for you to say; paths are relative to the file")
    if said := objection(content):
        raise Misconfigured(f"{path}: {said}")
    if "databases" in content and not content["databases"]:
        raise Misconfigured(f"{path}: databases: is empty; write {S1SPS[0]} = URL and so on below it, or leave it out")
    try:
        check = Check.model_validate({**content, "folder": path.absolute().parent})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise Misconfigured(f"{path}: {first['msg'].removeprefix('Value error, ')}") from None
    _refuse_what_is_not_there(check, path)
    return check


def _refuse_what_is_not_there(check: Check, path: Path) -> None:
    """Before anything is filled: a database of no kind known here, a command that cannot be started, a map of none."""
    named = {"database": check.database, **{f"databases.{s1sp}": url for s1sp, url in check.databases.items()}}
    for key, url in named.items():
        if url is not None:
            parsed_url(url, f"{path}: {key}")
            refuse_no_database_file(anchored(url, check.folder), f"{path}: {key}")
    if not check.home.is_dir():
        raise Misconfigured(f"{path}: start_in: there is no folder {check.home}; name one that is there")
    try:
        refuse_what_cannot_start(check.words, check.home, f"{path}: command")
    except ValueError as error:
        raise Misconfigured(f"{path}: command: {error}") from error
    for key, look in (("population", check.refuse_population), ("schema_map", lambda: check.tables)):
        try:
            look()
        except Misconfigured as error:
            raise Misconfigured(f"{path}: {key}: {error}") from error
