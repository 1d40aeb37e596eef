"""Reads a profile's file. What the harness has no name for belongs to the adapter, unless it is a slip of the pen."""

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from harness.declarations import Exclusion, Profile
from harness.release_words import parse_release
from harness.report_files import attached, told
from harness.reporting_profile import Report, keys_of
from harness.secrets import secrets
from sut_adapters.trouble import Misconfigured

__all__ = ["Profile", "read_profile"]

ALIKE = 0.75
"""How near a key must come to one of the harness's own to be taken for a slip."""

MENDS: Mapping[str, str] = {
    "missing": "add it",
    "string_type": "write it in quotes",
    "string_too_short": "say something",
    "list_type": "write it as tables, [[not_applicable]]",
    "dict_type": "write it as a table",
    "model_type": "write it as a table, [[not_applicable]]",
}


def _release(declared: object) -> object:
    if isinstance(declared, dict):
        declared = ",".join(f"{component}={state}" for component, state in declared.items())
    if not isinstance(declared, str):
        raise ValueError(f'{declared!r} is no release state; write it in quotes, such as "DSP=on,S1SP1=off"')
    return str(parse_release(declared))


class _Declared(BaseModel):
    """The tables that the harness reads."""

    model_config = ConfigDict(extra="ignore")

    release: Annotated[str | None, BeforeValidator(_release)] = None
    readings: dict[str, str] = {}
    not_applicable: list[Exclusion] = []
    waivers: Path | None = None
    board_certificate: Path | None = None
    report: Report = Report()


def read_profile(path: Path) -> Profile:
    """Raises Misconfigured, naming the file, the key and the mend."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        _refuse_slips(content)
        declared = _Declared.model_validate(content)
        report = told(declared.report, path.parent)
        files = attached(declared.report, path.parent, secrets(os.environ, path))
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}; name a file that can be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: is no TOML: {error}; mend it there") from error
    except ValidationError as error:
        raise Misconfigured(f"{path}: {_complaint(error.errors()[0])}") from error
    except Misconfigured as error:
        raise Misconfigured(f"{path}: {error}") from error
    release = None if declared.release is None else parse_release(declared.release)
    excluded = tuple(declared.not_applicable)
    board = {
        name: path.parent / named for name in ("waivers", "board_certificate") if (named := getattr(declared, name))
    }
    return Profile(release, declared.readings, excluded, report.plain, declared.report.agreed, files, **board)


def _refuse_slips(content: Mapping[str, Any]) -> None:
    for key in content:
        near = get_close_matches(key.lower(), _Declared.model_fields, n=1, cutoff=ALIKE)
        if near and key not in _Declared.model_fields:
            raise Misconfigured(f"{key}: is no key of a profile; write {near[0]}")


def _complaint(error: ErrorDetails) -> str:
    said = error["msg"].removeprefix("Value error, ")
    mend = MENDS.get(error["type"], "")
    if error["type"] == "extra_forbidden":
        table, known = _of_table(error["loc"])
        said, mend = f"is no key of {table}", f"known: {', '.join(known)}"
    return f"{'.'.join(map(str, error['loc']))}: {said}" + (f"; {mend}" if mend else "")


def _of_table(place: tuple[int | str, ...]) -> tuple[str, list[str]]:
    if place[0] != "report":
        return "an exclusion", list(Exclusion.model_fields)
    return "a report", keys_of(*(str(key) for key in place[1:-1] if isinstance(key, str)))
