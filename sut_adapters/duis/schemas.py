"""The DCC's own DUIS and MMC schemas, where a folder has them: they are not part of this project."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from lxml import etree

from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.secure_xml import parse
from sut_adapters.trouble import Misconfigured

VARIABLE = "MP107_DUIS_DIR"
DUIS_FILE = re.compile(r"DUIS[ _-]Schema[ _-]V([0-9]+)\.([0-9]+).*\.xsd", re.IGNORECASE)
LOCATION = re.compile(rb'schemaLocation\s*=\s*"[^"]*"')
LINE = re.compile(r", line [0-9]+\Z")
NAMESPACE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Schemas:
    """`version` is that of the DUIS schema, such as `5.4`."""

    version: str
    schema: etree.XMLSchema
    _one_at_a_time: Lock = field(default_factory=Lock, repr=False, compare=False)

    @classmethod
    def load(cls, folder: Path) -> "Schemas":
        """The newest `DUIS Schema V*.xsd` there, with all that it imports; Misconfigured where there is none."""
        file, version = _newest(folder)
        try:
            # The genuine file names its import with a space, which is no URI: libxml2 would not find it.
            text = LOCATION.sub(lambda found: found[0].replace(b" ", b"%20"), file.read_bytes())
            document = etree.fromstring(text, base_url=file.resolve().as_uri())
            return cls(version, etree.XMLSchema(document))
        except (OSError, etree.XMLSyntaxError, etree.XMLSchemaParseError) as error:
            reason = " ".join(str(error).split())
            raise Misconfigured(f"{file}: {reason}; put the DUIS and MMC schemas of one version there") from error

    def check(self, document: bytes) -> None:
        """Raises MessageFault, with the line, unless the document is valid against the DUIS schema."""
        tree = parse(document, "message")
        try:
            with self._one_at_a_time:
                self.schema.assertValid(tree)
        except etree.DocumentInvalid as error:
            said, line = _told(str(error))
            raise MessageFault(line, f"not valid against DUIS {self.version} ({said})", "mend it there") from error


def schemas_from(option: Path | None) -> Schemas | None:
    """Those of the folder given, or of the one that MP107_DUIS_DIR names; None where neither is."""
    named = option or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    return None if named is None else Schemas.load(named)


def _told(report: str, longest: int = 300) -> tuple[str, str]:
    """What the validator complains of, and in which line (`line 3`)."""
    said, _, line = NAMESPACE.sub("", report).rpartition(", line ") if LINE.search(report) else (report, "", "1")
    said = said.rstrip(".")
    return said if len(said) <= longest else f"{said[:longest]}...", f"line {line}"


def _newest(folder: Path) -> tuple[Path, str]:
    try:
        found = [(match, file) for file in folder.iterdir() if (match := DUIS_FILE.fullmatch(file.name))]
    except OSError as error:
        raise Misconfigured(f"{folder}: {error.strerror}; name a folder with the DUIS schemas") from error
    if not found:
        raise Misconfigured(f"{folder}: no file `DUIS Schema V*.xsd` there; name a folder with the DUIS schemas")
    match, file = max(found, key=lambda pair: (int(pair[0][1]), int(pair[0][2])))
    return file, f"{match[1]}.{match[2]}"
