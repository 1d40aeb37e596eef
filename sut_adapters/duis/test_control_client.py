"""Test control as a client sees it: JSON over HTTP, identifiers and no names (docs/test-control.openapi.yaml)."""

import ssl
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from sut_adapters.duis.fault import quoted
from sut_adapters.duis.profile_schema import TestControlTable
from sut_adapters.duis.transport_words import mend_of
from sut_adapters.trouble import Misunderstood, NotExercised, Phase, Unreachable

Json = Mapping[str, Any]

MEND = "mend test_control.url in the profile, or see the environment's own log"


class TestControl:
    """One connection, kept alive. Safe to use from several threads.

    Raises Unreachable where nobody answers in time, NotExercised with the environment's own words where it says that a
    state cannot be had (409), and Misunderstood for every other answer that is none.
    """

    __test__ = False

    def __init__(self, table: TestControlTable, tls: ssl.SSLContext | None = None) -> None:
        self._url = table.url
        self._client = httpx.Client(verify=tls or False, trust_env=False, timeout=table.answer_s)

    def get(self, path: str, **query: str) -> Json:
        """What the environment says."""
        return self._asked("GET", path, params=query)

    def put(self, path: str, content: Json) -> Json:
        """Bring the environment into a state."""
        return self._asked("PUT", path, json=content)

    def post(self, path: str, content: Json | None = None) -> Json:
        """Have something done."""
        return self._asked("POST", path, json=content or {})

    def delete(self, path: str) -> Json:
        """End something."""
        return self._asked("DELETE", path)

    def address(self, path: str) -> str:
        """Where an operation is."""
        return f"{self._url}{path}"

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def _asked(self, method: str, path: str, **said: Any) -> Json:
        what = f"{method} {self.address(path)}"
        try:
            response = self._client.request(method, self.address(path), **said)
        except httpx.TimeoutException as error:
            raise Unreachable(Phase.WAIT, f"{what} was not answered in time; {MEND}") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            reason = " ".join(str(error).split()) or type(error).__name__
            raise Unreachable(Phase.REACH, f"{what} failed ({reason}); {mend_of(self._url, error, MEND)}") from error
        if response.status_code == HTTPStatus.CONFLICT:
            raise NotExercised(_reason(response))
        if not response.is_success:
            said_so = f"{what} was answered {response.status_code} ({_reason(response)})"
            raise Misunderstood(Phase.UNDERSTAND, f"{said_so}; {MEND}")
        return _object(response, what)


def segment(identifier: str) -> str:
    """One part of a path."""
    return quote(identifier, safe="")


def _object(response: httpx.Response, what: str) -> Json:
    if not response.content:
        return {}
    try:
        content = response.json()
    except ValueError as error:
        raise Misunderstood(Phase.UNDERSTAND, f"{what} was answered with no JSON; {MEND}") from error
    if not isinstance(content, dict):
        raise Misunderstood(Phase.UNDERSTAND, f"{what} was answered with no JSON object; {MEND}")
    return content


def _reason(response: httpx.Response) -> str:
    """What the environment says for people, on one line."""
    try:
        content = response.json()
        said = content.get("reason") or content.get("detail") if isinstance(content, dict) else None
    except ValueError:
        said = None
    first = (response.text.splitlines() or ["nothing said"])[0]
    return str(said) if said else quoted(first, 160)
