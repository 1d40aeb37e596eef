"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

from tests.documents.passages import DOCUMENTS, ROOT, inline_code, links

WRITTEN_BY_A_RUN = ("reports/latest/",)
FOLDERS = tuple(f"{path.name}/" for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith("."))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_relative_links_resolve(document: Path) -> None:
    targets = [link.partition("#")[0] for link in links(document) if not link.startswith("https://")]
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_fragments_name_a_heading(document: Path) -> None:
    for target, fragment in (link.split("#") for link in links(document) if "#" in link):
        text = (document.parent / target).read_text(encoding="utf-8") if target else document.read_text("utf-8")
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        assert fragment in [heading.lower().replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_paths_in_the_text_exist(document: Path) -> None:
    paths = [code for code in inline_code(document) if code.startswith(FOLDERS) and code not in WRITTEN_BY_A_RUN]
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_lines_fit(document: Path) -> None:
    assert [line for line in document.read_text(encoding="utf-8").splitlines() if len(line) > 120] == []
