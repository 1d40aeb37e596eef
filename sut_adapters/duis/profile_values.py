"""The values that a profile is made of: paths below its folder, identifiers, addresses, spans of time."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from sut_adapters.duis.eui import FORM, is_eui, normalised


def _below(path: Path, info: ValidationInfo) -> Path:
    if "\n" in str(path) or "PRIVATE KEY" in str(path):
        raise ValueError("a secret itself has no place here; write the path of the file that holds it")
    folder: Path = (info.context or {}).get("folder", Path())
    return folder / path


def _eui(text: str) -> str:
    if not is_eui(text):
        raise ValueError(f"no EUI-64; write {FORM}")
    return normalised(text)


def _http_url(text: str) -> str:
    if not text.startswith(("http://", "https://")) or len(text) < 10:
        raise ValueError("no URL; write one such as https://gateway.example:8443")
    return text.rstrip("/")


ProfilePath = Annotated[Path, AfterValidator(_below)]
Eui = Annotated[str, AfterValidator(_eui)]
Url = Annotated[str, AfterValidator(_http_url)]
UrlPath = Annotated[str, Field(pattern=r"^/[!-~]*$")]
Seconds = Annotated[float, Field(gt=0, le=86_400)]
Port = Annotated[int, Field(ge=0, le=65_535)]
Issues = Annotated[list[ProfilePath], Field(default_factory=list)]
"""Certificates of one use by issue: the first is issue 1."""


class Table(BaseModel):
    """A table of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
