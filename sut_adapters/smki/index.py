"""`pki.toml`: what a test PKI's folder holds."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sut_adapters.duis.eui import is_eui
from sut_adapters.smki import key_files
from sut_adapters.trouble import Misconfigured

PLACE = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+){1,3}")
MEND = "mint the PKI again with `mp107 pki`"


@dataclass(frozen=True, slots=True)
class Index:
    """User IDs by name, and every place that has a certificate and a key."""

    user_id: Mapping[str, str]
    places: tuple[str, ...]

    def as_toml(self) -> str:
        """As `read_index` reads it."""
        places = "".join(f"  {json.dumps(place)},\n" for place in self.places)
        user_ids = "".join(f"{json.dumps(name)} = {json.dumps(user_id)}\n" for name, user_id in self.user_id.items())
        return f"# Made by `mp107 pki`. See README.md.\nplaces = [\n{places}]\n\n[user_id]\n{user_ids}"


def read_index(path: Path) -> Index:
    """Raises Misconfigured where the file is no index of a test PKI."""
    try:
        content = tomllib.loads(key_files.octets(path).decode("utf-8"))
    except ValueError as error:
        raise Misconfigured(f"{path}: is no TOML ({error}); {MEND}") from error
    places, user_id = content.get("places"), content.get("user_id")
    if not isinstance(places, list) or not all(isinstance(each, str) and PLACE.fullmatch(each) for each in places):
        raise Misconfigured(f"{path}: key places: is no list of places; {MEND}")
    if not isinstance(user_id, dict) or not all(isinstance(each, str) and is_eui(each) for each in user_id.values()):
        raise Misconfigured(f"{path}: key user_id: is no table of EUI-64s; {MEND}")
    return Index(user_id, tuple(places))
