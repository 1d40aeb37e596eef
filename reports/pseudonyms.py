"""Tokens for device ids and meter points, the same one for the same device all through the evidence of a run.

They are numbered as they come up and are worked out from nothing, so that nobody can work them back. User IDs stay.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterable

from harness.record import RunRecord
from harness.rewording import Words, reworded

WITHHELD = "[base64 withheld: it names a device]"
_EUI = re.compile(r"\b[0-9A-Fa-f]{2}(?:([-:]?)[0-9A-Fa-f]{2})(?:\1[0-9A-Fa-f]{2}){6}\b")
_METER_POINT = re.compile(r"(?<=>)\s*([0-9]{6,21})\s*(?=</[\w:.-]*(?:MP[AR]N|MPxN)[\w.-]*>)", re.IGNORECASE)
_MPAN = re.compile(r"(?<![\w.-])[0-9]{13}(?![\w.-])")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")


def pseudonyms(record: RunRecord) -> Words:
    """What puts tokens into a text. Users are those who sent or received a message.

    It has read the whole record before, so that it knows every device by the first text.
    """
    messages = [message for one in record.scenarios for exchange in one.exchanges for message in exchange.messages]
    made = Pseudonyms(users=(_bare(message.party) for message in messages))
    reworded(record, made.words)
    return made.words


class Pseudonyms:
    """Gives out the tokens. One for a run, since they are numbered."""

    def __init__(self, users: Iterable[str]) -> None:
        self._users = frozenset(users)
        self._tokens: dict[str, str] = {}
        self._octets: dict[bytes, str] = {}

    def words(self, said: str) -> str:
        """The text with tokens in it."""
        if not said or not any(map(str.isdigit, said)):
            return said
        plain = _METER_POINT.sub(lambda found: self._token("meter-point", found[1]), said)
        plain = _EUI.sub(self._device, _MPAN.sub(lambda found: self._token("meter-point", found[0]), plain))
        return _BASE64.sub(self._payload, plain) if self._octets else plain

    def _device(self, found: re.Match[str]) -> str:
        bare = _bare(found[0])
        if bare in self._users or (found[0].isdecimal() and bare not in self._tokens):
            return found[0]
        token = self._token("device", bare)
        self._octets.setdefault(bytes.fromhex(bare), token)
        return token

    def _token(self, kind: str, value: str) -> str:
        number = sum(token.startswith(kind) for token in self._tokens.values()) + 1
        return self._tokens.setdefault(value, f"{kind}-{number}")

    def _payload(self, found: re.Match[str]) -> str:
        try:
            octets = b64decode(found[0] + "=" * (-len(found[0]) % 4))
        except (ValueError, Error):
            return found[0]
        return WITHHELD if any(device in octets for device in self._octets) else found[0]


def _bare(identifier: str) -> str:
    return identifier.replace("-", "").replace(":", "").lower()
