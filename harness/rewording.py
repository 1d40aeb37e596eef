"""A record with every text of it rewritten in one way."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

from harness.mail import octets, with_octets
from harness.record import MessageRecord

Kept = TypeVar("Kept")
Words = Callable[[str], str]
CHANGED = "parts left out"


def reworded(kept: Kept, words: Words) -> Kept:
    """The same value, with `words` applied to every text in it, and names of files left alone."""
    return cast("Kept", _reworded(kept, words))


def _reworded(kept: Any, words: Words) -> Any:
    match kept:
        case Enum() | None | int() | float():
            return kept
        case str():
            return words(kept)
        case MessageRecord():
            return _message(kept, words)
        case tuple() | list():
            return type(kept)([_reworded(one, words) for one in kept])
        case Mapping():
            return {_reworded(key, words): _reworded(value, words) for key, value in kept.items()}
    if not is_dataclass(kept) or isinstance(kept, type):
        return kept
    return replace(kept, **{field.name: _reworded(getattr(kept, field.name), words) for field in fields(kept)})


def _message(message: MessageRecord, words: Words) -> MessageRecord:
    """What is no text is rewritten as the octets that it stands for. A message that was changed says so."""
    told = replace(message, party=words(message.party), note=words(message.note))
    before = octets(message).decode("latin-1") if message.octets_in_base64 else message.text
    after = words(before)
    if after == before:
        return told
    if message.octets_in_base64:
        return with_octets(told, after.encode("latin-1", "replace"), CHANGED)
    return replace(told, text=after, note=f"{told.note}, {CHANGED}".lstrip(", "))
