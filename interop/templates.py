"""The DCC's genuine request templates: each read as a Service Request."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rulebook.law import eligibility
from rulebook.vocabulary import Variant
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.request import DuisRequest, read_request

KNOWN = frozenset(Variant)
"""The variants on whose content the suite has anything to say."""


@dataclass(frozen=True, slots=True)
class Template:
    """One file, and what is read in it: `fault` says why it cannot be."""

    name: str
    document: bytes
    request: DuisRequest | None
    fault: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it was read, and its variant is one that the suite knows."""
        return self.request is not None and self.request.header.variant in KNOWN


def read(package: Path) -> list[Template]:
    """All of the unpacked package, by name."""
    return [_read(file) for file in sorted((package / "templates").glob("*.XML"))]


def variants(templates: Iterable[Template]) -> int:
    """How many Service Reference Variants they are of."""
    return len({template.request.header.variant for template in templates if template.request})


def _read(file: Path) -> Template:
    document = file.read_bytes()
    try:
        return Template(file.name, document, read_request(document, eligibility(), pre_commands=True))
    except MessageFault as fault:
        return Template(file.name, document, None, str(fault))
