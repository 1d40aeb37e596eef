"""A Board, its file of waivers, and the small project of the harness's own tests."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.signatures import Signer, signature
from tests.documents.passages import BOARD, blocks
from tests.harness.conftest import project, run
from tests.pack.making import signer, write_signer

__all__ = ["project", "run"]

NORTHMOOR = "ownership.feature::only-the-holder-may-replace-certificates::the-registered-operator-may-not"
WAIVER = {
    "id": "W-1",
    "scenario": NORTHMOOR,
    "build": "fake, build 7",
    "reason": "mended in build 8",
    "owner": "S1SP1",
    "ticket": "D-17",
    "expires": "2099-12-31",
}
File = Callable[..., Path]


@pytest.fixture(scope="session")
def board() -> Signer:
    return signer("The Board")


@pytest.fixture
def certificate(board: Signer, tmp_path: Path) -> Path:
    (tmp_path / "board").mkdir()
    return write_signer(board, tmp_path / "board")[0]


@pytest.fixture
def waivers(board: Signer, tmp_path: Path) -> File:
    """Writes a signed file of waivers, each like WAIVER but for what is given; None leaves a key out."""

    def write(*others: dict[str, str | None], signed: bool = True) -> Path:
        path = tmp_path / "waivers.toml"
        path.write_text("\n".join(_waiver({**WAIVER, **other}) for other in others or ({},)), encoding="utf-8")
        if signed:
            path.with_name("waivers.toml.p7s").write_bytes(signature(path.read_bytes(), board))
        return path

    return write


def _waiver(values: dict[str, str | None]) -> str:
    lines = [f'{key} = "{value}"' for key, value in values.items() if value is not None and key != "expires"]
    return "\n".join(["[[waiver]]", *lines, f"expires = {values['expires']}", ""])


def signed_by_openssl(path: Path, folder: Path) -> None:
    """The signature as docs/for-the-board.md has the Board make it."""
    (command,) = [block.text for block in blocks(BOARD, "sh") if "openssl cms -sign" in block.text]
    names = {"board.pem": folder / "tester.pem", "board.key": folder / "tester.key", "waivers.toml": path}
    names |= {"waivers.toml.p7s": path.with_name(f"{path.name}.p7s")}
    words = [str(names.get(word, word)) for word in command.replace("\\\n", " ").split()]
    subprocess.run(words, check=True, capture_output=True)


needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="OpenSSL is not installed")
