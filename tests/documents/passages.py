"""The documents in parts: fenced blocks, inline code, tables, links."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
README, CONTRIBUTING, CHANGELOG = (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))
PROVIDERS, BOARD = (ROOT / "docs" / f"for-{name}.md" for name in ("service-providers", "the-board"))
ADAPTERS, PROOF = (ROOT / "docs" / f"{name}.md" for name in ("adapters", "proof"))
DOCUMENTS = (README, CONTRIBUTING, CHANGELOG, ADAPTERS, PROOF, PROVIDERS, BOARD)

_FENCED = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block without its fences and without the indentation that they have; `language` as the fence says."""

    language: str
    text: str


def blocks(document: Path, language: str) -> tuple[Block, ...]:
    """The fenced blocks of one language, in order."""
    found = _FENCED.findall(document.read_text(encoding="utf-8"))
    return tuple(
        Block(said, text.removeprefix(gap).replace(f"\n{gap}", "\n")) for gap, said, text in found if said == language
    )


def prose(document: Path) -> str:
    """The document without its fenced blocks."""
    return _FENCED.sub("", document.read_text(encoding="utf-8"))


def inline_code(document: Path) -> tuple[str, ...]:
    """What stands between single backticks, outside blocks."""
    return tuple(_INLINE.findall(prose(document)))


def links(document: Path) -> tuple[str, ...]:
    """The targets of all links, outside blocks."""
    return tuple(_LINK.findall(prose(document)))


def table(document: Path, *heads: str) -> list[tuple[str, ...]]:
    """The rows of the one table that has these heads, without backticks."""
    lines = prose(document).splitlines()
    first = lines.index(f"| {' | '.join(heads)} |") + 2
    last = next(number for number in range(first, len(lines)) if not lines[number].startswith("|"))
    return [tuple(cell.strip().replace("`", "") for cell in line.strip("|").split("|")) for line in lines[first:last]]
