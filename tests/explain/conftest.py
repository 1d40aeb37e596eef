"""The command, asked in process."""

import json
import tomllib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from commands.explain import explain
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.signing import sign
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "southfell_places_northmoor.xml"
ACCEPTED = ROOT / "examples" / "accepted.toml"
REFUSED = ROOT / "examples" / "refused.toml"

Ask = Callable[..., Result]
AskJson = Callable[..., dict[str, Any]]
Signed = Callable[[Signer], Path]

AT: datetime = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["at"]


@pytest.fixture
def ask() -> Ask:
    """`mp107 explain REQUEST --world WORLD OPTIONS...`."""
    app = typer.Typer()
    app.command()(explain)

    def asked(request: Path = EXAMPLE, world: Path = ACCEPTED, *options: str) -> Result:
        return CliRunner().invoke(app, [str(request), "--world", str(world), *options])

    return asked


@pytest.fixture
def ask_json(ask: Ask) -> AskJson:
    """The same with `--json`, when it has succeeded."""

    def asked(request: Path = EXAMPLE, world: Path = ACCEPTED, *options: str) -> dict[str, Any]:
        result = ask(request, world, *options, "--json")
        assert result.exit_code == 0, result.output
        content: dict[str, Any] = json.loads(result.stdout)
        return content

    return asked


@pytest.fixture
def altered(tmp_path: Path) -> Callable[..., Path]:
    """A copy of a file in which each (old, new) has been replaced; every `old` has to be there."""

    def copy(original: Path, *replacements: tuple[str, str]) -> Path:
        text = original.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / original.name
        path.write_text(text, encoding="utf-8")
        return path

    return copy


@pytest.fixture(scope="session")
def pki() -> TestPki:
    """The one that the examples are signed by."""
    return mint(107, AT)


@pytest.fixture
def signed(tmp_path: Path) -> Signed:
    """The example, signed."""

    def write(signer: Signer) -> Path:
        path = tmp_path / "signed.xml"
        path.write_bytes(sign(EXAMPLE.read_bytes(), signer))
        return path

    return write


@pytest.fixture
def folder(pki: TestPki, tmp_path: Path) -> Path:
    """The PKI as `mp107 pki` writes it."""
    pki.write(tmp_path / "pki")
    return tmp_path / "pki"
