"""What must not leave with the evidence: private keys, and what the environment or a file on the system holds secret.

A secret is known by its value, and a key by its number or its form, so that it is found wherever a system echoes it.
"""

import re
import tomllib
from base64 import b64decode, b64encode
from binascii import Error
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import quote, unquote

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key

LEFT_OUT = "[left out]"
SHORTEST, LONGEST, LARGEST_FILE = 8, 4_096, 65_536
LONGEST_WORD = 24
SEQUENCE, VERSION = b"\x30", b"\x02\x01"
"""How every private key begins in DER, and no certificate or signature does."""
_SECRET = re.compile(r"(?i)key|token|secret|passw|passphrase|credential|authorization|cookie")
_IN_ADDRESS = re.compile(r"([a-zA-Z][\w+.-]*://[^\s/:@]*:)([^\s/@]+)(?=@)")
_SAID = re.compile(r"(?i)((?:passw(?:or)?d|pwd)=)([^\s&#;\"'<>]+)")
_AFTER_SCHEME = re.compile(r"(?i)\b((?:bearer|basic)\s+)([\w.~+/=-]{8,})")
_SCHEMES = ("earer", "EARER", "asic", "ASIC")
_PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL)
_ENCODED = re.compile(r"[A-Za-z0-9+/]{42,}={0,2}")
_MARKS = {BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Secrets:
    """`values` in every form in which they may come back, the longest first; `numbers` those of private keys."""

    values: tuple[str, ...]
    numbers: frozenset[bytes]

    def without(self, said: str) -> str:
        """The text with words in place of each secret, and of whatever has the form of one."""
        for secret in self.values:
            if secret in said:
                said = said.replace(secret, LEFT_OUT)
        if "PRIVATE KEY" in said:
            said = _PRIVATE_KEY.sub(LEFT_OUT, said)
        if "@" in said:
            said = _IN_ADDRESS.sub(rf"\1{LEFT_OUT}", said)
        if "d=" in said or "D=" in said:
            said = _SAID.sub(rf"\1{LEFT_OUT}", said)
        if any(scheme in said for scheme in _SCHEMES):
            said = _AFTER_SCHEME.sub(_unless_prose, said)
        return _ENCODED.sub(self._encoded, said)

    def without_octets(self, content: bytes) -> bytes:
        """The same of a file. What is compressed or encrypted in it is not looked into."""
        encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "")
        if encoding and len(content) % 2 == 0:
            return self.without(content.decode(encoding, "surrogatepass")).encode(encoding, "surrogatepass")
        return self.without(content.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")

    def _encoded(self, found: re.Match[str]) -> str:
        octets, is_key = _decoded(found[0])
        return LEFT_OUT if is_key or not self.numbers.isdisjoint(octets) else found[0]


def secrets(environment: Mapping[str, str], *described_in: Path) -> Secrets:
    """Of the environment by its names, and of files of TOML by their keys; a file that one of them names is read."""
    named = [(Path(), value) for name, value in environment.items() if _SECRET.search(name)]
    named += [(file.parent, value) for file in described_in for value in _named(_content(file))]
    values: set[str] = set()
    numbers: set[bytes] = set()
    for folder, value in dict.fromkeys(named):
        octets = _file(folder / value) if len(value) < LONGEST else None
        if octets is None:
            values |= set(_forms(value.strip()))
        elif (number := _number(octets)) is not None:
            numbers.add(number)
        elif b"-----BEGIN" not in octets:
            values |= set(_forms(octets.decode("utf-8", "replace").strip()))
    return Secrets(tuple(sorted(values, key=len, reverse=True)), frozenset(numbers))


def _content(file: Path) -> object:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _named(content: object, *, secret: bool = False) -> Iterator[str]:
    """The texts below any key that speaks of a secret, and the passwords in addresses."""
    match content:
        case str():
            yield from [content] if secret else _in_address(content)
        case Mapping():
            for key, value in content.items():
                yield from _named(value, secret=secret or bool(_SECRET.search(str(key))))
        case list():
            for value in content:
                yield from _named(value, secret=secret)


def _in_address(text: str) -> Iterator[str]:
    """The passwords, as they are written there and as they are meant."""
    for pattern in (_IN_ADDRESS, _SAID):
        for found in pattern.finditer(text):
            yield from dict.fromkeys((found[2], unquote(found[2])))


def _file(path: Path) -> bytes | None:
    try:
        return path.read_bytes()[:LARGEST_FILE] if path.is_file() else None
    except (OSError, ValueError):
        return None


def _unless_prose(found: re.Match[str]) -> str:
    """A token has a digit in it, is long, or stands for a name and a password; not so in "the basic requirements"."""
    scheme, token = found.groups()
    with_password = any(b":" in octets for octets in _decoded(token)[0])
    is_token = with_password or len(token) > LONGEST_WORD or any(letter.isdigit() for letter in token)
    return f"{scheme}{LEFT_OUT}" if is_token else found[0]


def _number(pem: bytes) -> bytes | None:
    """The number of an unprotected elliptic curve key: the rest of the file is public."""
    try:
        key = load_pem_private_key(pem, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
    if not isinstance(key, EllipticCurvePrivateKey):
        return None
    return key.private_numbers().private_value.to_bytes((key.key_size + 7) // 8, "big")


def _forms(secret: str) -> Iterator[str]:
    """As it is, as markup, in an address, in base64 and in hexadecimal."""
    if SHORTEST <= len(secret) <= LONGEST:
        octets = secret.encode("utf-8", "replace")
        whole = octets[: len(octets) // 3 * 3]
        yield from (
            secret,
            escape(secret, quote=False),
            quote(secret, safe=""),
            b64encode(whole).decode(),
            octets.hex(),
        )


@lru_cache(maxsize=65_536)
def _decoded(run: str) -> tuple[tuple[bytes, ...], bool]:
    """What a run of letters and digits may stand for, and whether that is a private key in any form of DER."""
    found = []
    try:
        found.append(b64decode(run.rstrip("=") + "=" * (-len(run.rstrip("=")) % 4)))
    except (ValueError, Error):
        return (), False
    try:
        found.append(bytes.fromhex(run))
    except ValueError:
        return tuple(found), _is_key(found[0])
    return tuple(found), any(map(_is_key, found))


def _is_key(octets: bytes) -> bool:
    if not octets.startswith(SEQUENCE) or VERSION not in octets[2:7]:
        return False
    try:
        load_der_private_key(octets, None)
    except TypeError:
        return True
    except (ValueError, UnsupportedAlgorithm):
        return False
    return True
