"""XML as people read it: a line for each element, and what only machines read said in words.

By its signs alone and in one pass: a message may be spoilt on purpose, or be no XML at all.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cryptography import x509
from cryptography.x509.oid import NameOID

LONGEST = 40_000
DEEPEST = 24
_PIECE = re.compile(r"<[^<>]*>|[^<]+|<")
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{100,}={0,2}\s*")
_SIGNATURE = re.compile(r"<([\w.-]*:?)Signature[\s>]")
_DECLARED = re.compile(r"<\?xml[^>]*\?>|\sxmlns(?::[\w.-]+)?=(?:\"[^\"<>]*\"|'[^'<>]*')")
_SIGNER = re.compile(r"X509SerialNumber>([0-9]{1,60})<")
HEAD = 24
NAMES = {NameOID.X500_UNIQUE_IDENTIFIER: "uniqueIdentifier"}


@dataclass(frozen=True, slots=True)
class Line:
    """Indented by `depth`; a value stands between its tags."""

    depth: int
    opening: str
    value: str = ""
    closing: str = ""

    @property
    def said(self) -> str:
        """An element with its value."""
        return f"{self.opening}{self.value}"


def lines(document: str) -> list[Line]:
    """What was cut off for its length, the last line says."""
    shown = _plain(document[:LONGEST])
    found = _lines([piece for piece in _PIECE.findall(shown) if not piece.isspace()])
    if len(document) > LONGEST:
        found.append(Line(0, "", f"[{len(document) - LONGEST} more characters are in the file]"))
    return found


def _lines(pieces: list[str]) -> list[Line]:
    found: list[Line] = []
    depth = index = 0
    while index < len(pieces):
        piece = pieces[index]
        if not _is_tag(piece):
            found.append(Line(depth, "", _folded(piece.strip())))
        elif piece.startswith("</"):
            depth = max(depth - 1, 0)
            found.append(Line(depth, piece))
        elif _is_leaf(pieces[index : index + 3]):
            found.append(Line(depth, piece, _folded(pieces[index + 1]), pieces[index + 2]))
            index += 2
        else:
            found.append(Line(depth, piece))
            depth = min(depth + (not piece.startswith(("<?", "<!")) and not piece.endswith("/>")), DEEPEST)
        index += 1
    return found


def _is_tag(piece: str) -> bool:
    return piece.startswith("<") and piece.endswith(">")


def _is_leaf(pieces: list[str]) -> bool:
    if len(pieces) < 3 or pieces[1].startswith("<") or pieces[0].startswith(("<?", "<!")) or pieces[0].endswith("/>"):
        return False
    return pieces[2].startswith("</")


def _plain(document: str) -> str:
    """With each signature as one comment that names the signer's certificate, and without declarations."""
    return _DECLARED.sub("", _without_signatures(document))


def _without_signatures(document: str) -> str:
    begins = _SIGNATURE.search(document)
    if begins is None:
        return document
    closing = f"</{begins[1]}Signature>"
    parts, at = [], 0
    for begin in _starts(document, f"<{begins[1]}Signature"):
        end = document.find(closing, begin)
        if end < 0:
            break
        if begin >= at:
            signer = _SIGNER.search(document, begin, end)
            said = f"signed under certificate {signer[1]}" if signer else "signed"
            parts += [document[at:begin], f"<!-- {said} -->"]
            at = end + len(closing)
    return "".join((*parts, document[at:]))


def _starts(document: str, opening: str) -> Iterator[int]:
    at = document.find(opening)
    while at >= 0:
        if document[at + len(opening) : at + len(opening) + 1] in (" ", ">"):
            yield at
        at = document.find(opening, at + 1)


@lru_cache(maxsize=4096)
def _folded(value: str) -> str:
    if not _BASE64.fullmatch(value):
        return value
    plain = "".join(value.split())
    return f"{plain[:HEAD]}\u2026 [{_content(plain)}]"


def _content(plain: str) -> str:
    try:
        certificate = x509.load_der_x509_certificate(b64decode(plain, validate=True))
        return f"certificate {certificate.serial_number}, {certificate.subject.rfc4514_string(NAMES)}"
    except (ValueError, Error):
        return f"{len(plain)} characters of base64"
