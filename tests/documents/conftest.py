"""The sample adapter of docs/adapters.md, installed as somebody's package would be."""

import tomllib
from pathlib import Path

import pytest

from tests.documents.passages import ADAPTERS, blocks

GROUP = "mp107.sut_adapters"


@pytest.fixture
def plugged_in(tmp_path: Path) -> Path:
    """A folder for the module search path, with the sample's module and its entry point in it."""
    (module,) = blocks(ADAPTERS, "python")
    announcement = tomllib.loads(next(block.text for block in blocks(ADAPTERS, "toml") if GROUP in block.text))
    ((name, target),) = announcement["project"]["entry-points"][GROUP].items()
    folder = tmp_path / "site"
    metadata = folder / "sample-1.0.dist-info"
    metadata.mkdir(parents=True)
    (folder / f"{target.partition(':')[0]}.py").write_text(module.text, encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: sample\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {target}\n", encoding="utf-8")
    return folder
