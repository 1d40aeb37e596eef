"""What a program said last, in one line that is safe to show: nothing that steers a terminal, and no password."""

import os
import re
from collections.abc import Collection
from urllib.parse import quote, quote_plus

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from sut_adapters.shapes import in_one_line

LINES, LONGEST, SHORTEST = 4, 160, 3
LEFT_OUT = "[left out]"
STEERING = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[@-_])|\x9b[0-?]*[ -/]*[@-~]")
"""Colours, titles and the like, whole, so that nothing of them is left over."""

UNTELLING = ("(Background on this error at", "Traceback (most recent", "[parameters: ", "During handling of the above")
CAUSE = "The above exception was the direct cause"


def last_words(said: str, hidden: Collection[str] = ()) -> str:
    """The last telling lines. Indented ones belong to a stack, and tell only where there are no others."""
    text = STEERING.sub("", said)
    for secret in sorted(hidden, key=len, reverse=True):
        text = text.replace(secret, LEFT_OUT)
    lines = [line for line in text.splitlines() if in_one_line(line, LONGEST)]
    telling = [line for line in lines if not line[0].isspace() and not line.startswith((*UNTELLING, CAUSE))]
    return " / ".join(in_one_line(line, LONGEST) for line in (telling or lines)[-LINES:])


def passwords(url: str) -> frozenset[str]:
    """Of a database's URL, and of the environment that goes with it, in the forms in which they may be said."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return frozenset()
    asked = parsed.query.get("password", "")
    written = re.search(r"://[^/@]*?:([^/]*)@", url)
    plain = {
        str(parsed.password or ""),
        *([asked] if isinstance(asked, str) else asked),
        written[1] if written else "",
        os.environ.get("PGPASSWORD", ""),
    }
    forms = {form for one in plain for form in (one, quote(one), quote(one, safe=""), quote_plus(one))}
    return frozenset(form for form in forms if len(form) >= SHORTEST)
