"""CHECK.toml as text."""

import json
from collections.abc import Iterator, Mapping

HEADER = "# Written by mp107 update-check. Run it again: mp107 run --sut s1sp-db:FILE"


def written_check(content: Mapping[str, object]) -> str:
    """Without what is None; a JSON string or list of strings is one of TOML too."""
    plain = {key: value for key, value in content.items() if value is not None and not isinstance(value, Mapping)}
    tables = {key: value for key, value in content.items() if isinstance(value, Mapping)}
    return (
        "\n".join([HEADER, *_lines(plain), *(line for key, each in tables.items() for line in _table(key, each))])
        + "\n"
    )


def _table(name: str, values: Mapping[str, object]) -> Iterator[str]:
    yield from ("", f"[{name}]", *_lines(values))


def _lines(values: Mapping[str, object]) -> Iterator[str]:
    return (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
