"""The messages of a scenario as the system's adapter kept them, each given to whatever was asked when it came."""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from harness.asking import AdapterFault
from harness.record import MessageRecord
from sut_adapters.terms import KeptMessage
from sut_adapters.trouble import Trouble

SENT = "sent"
DIGITS = 10
NOTE_ALONE = (SENT, "answered")


@dataclass(slots=True)
class Mailbag:
    """Takes each message once. An adapter that cannot say what it sent spoils the evidence, and no verdict."""

    source: Callable[[], Sequence[KeptMessage]] = tuple
    taken: int = 0
    findings: list[str] = field(default_factory=list)

    def take(self) -> tuple[KeptMessage, ...]:
        """What has come since the last time."""
        try:
            new = tuple(self.source()[self.taken :])
        except (AdapterFault, Trouble) as error:
            said = f"messages are missing: {error}"
            self.findings += [said] if said not in self.findings else []
            return ()
        self.taken += len(new)
        return new


def file_stem(clause: str, scenario: str) -> str:
    """What the files of a scenario's messages begin with: its clause, and its id in a few digits."""
    return f"{clause or 'no-clause'}-{hashlib.sha256(scenario.encode()).hexdigest()[:DIGITS]}"


def message_records(messages: Iterable[KeptMessage], stem: str, first: int) -> Iterator[MessageRecord]:
    """As text for the record, numbered on from `first` in their file names."""
    for number, message in enumerate(messages, start=first):
        sent = message.way == SENT
        text, in_base64 = _text(message.document)
        yield MessageRecord(
            way="sent" if sent else "received",
            party=message.user_id,
            name=f"{stem}-{number:03}-{'sent' if sent else 'received'}{_suffix(text)}",
            text=text,
            at=message.at.isoformat(timespec="milliseconds"),
            note=message.note if message.way in NOTE_ALONE else f"{message.way} {message.note}".strip(),
            octets_in_base64=in_base64,
        )


def octets(message: MessageRecord) -> bytes:
    """A message's octets as they went over the wire."""
    return b64decode(message.text) if message.octets_in_base64 else message.text.encode("utf-8")


def with_octets(message: MessageRecord, document: bytes, note: str) -> MessageRecord:
    """The message with other octets in place of its own, and a note of it."""
    text, in_base64 = _text(document)
    said = ", ".join(filter(None, (message.note, note)))
    return replace(message, text=text, note=said, octets_in_base64=in_base64)


def _text(document: bytes) -> tuple[str, bool]:
    try:
        return document.decode("utf-8"), False
    except UnicodeDecodeError:
        return b64encode(document).decode(), True


def _suffix(text: str) -> str:
    return ".xml" if text.lstrip("\ufeff \t\r\n").startswith("<") else ".txt"
