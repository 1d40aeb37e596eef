"""The DCC's own schemas and templates, where MP107_DUIS_DIR names them."""

import os
from functools import cache
from pathlib import Path

import pytest

from sut_adapters.duis.schemas import VARIABLE, Schemas

FOLDER = Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None
NEEDED = f"set {VARIABLE} to a folder with the DUIS and MMC schemas, which are not part of this project"
TEMPLATES = sorted(FOLDER.glob("templates/*.XML")) if FOLDER else []

needs_schemas = pytest.mark.skipif(FOLDER is None, reason=NEEDED)
needs_templates = pytest.mark.skipif(not TEMPLATES, reason=f"{NEEDED}, and its request templates in templates/")


@cache
def schemas() -> Schemas:
    """Loaded once."""
    assert FOLDER is not None
    return Schemas.load(FOLDER)
