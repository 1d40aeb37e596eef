"""Receive Response Services: one listener a User ID, which takes what the DSP pushes (204) or turns it away (400)."""

import asyncio
import logging
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from sut_adapters.duis.background import Background
from sut_adapters.duis.profile_schema import InboxTable
from sut_adapters.trouble import Misconfigured

logging.getLogger("aiohttp").addHandler(logging.NullHandler())

Take = Callable[[str, bytes], bool]
"""A User ID and what was pushed to it; whether that is a valid message."""

BODY_S = 10.0
CLOSING_S = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where one User ID's service listens; `url` is the address that it was registered under beforehand, if it was."""

    port: int
    url: str | None = None


class Inbox:
    """Listens from its making until `close`; `urls` gives the address of each User ID's service."""

    def __init__(
        self,
        table: InboxTable,
        places: Mapping[str, Place],
        take: Take,
        background: Background,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._table, self._take, self._background, self._tls = table, take, background, tls
        self._listeners: list[tuple[web.Server, asyncio.Server]] = []
        try:
            self.urls: Mapping[str, str] = background.run(self._listening(places))
        except BaseException:  # whatever it is: nothing goes on listening
            self.close()
            raise

    def close(self) -> None:
        """Stop listening; what is being delivered is broken off."""
        self._background.run(self._closed())

    async def _listening(self, places: Mapping[str, Place]) -> dict[str, str]:
        return {user_id: await self._listener(user_id, place) for user_id, place in places.items()}

    async def _listener(self, user_id: str, place: Place) -> str:
        async def handle(request: web.BaseRequest) -> web.StreamResponse:
            return await self._received(user_id, request)

        server = web.Server(handle)
        try:
            listener = await asyncio.get_running_loop().create_server(
                server, self._table.host, place.port, ssl=self._tls, backlog=128
            )
        except OSError as error:
            where = f"{self._table.host}:{place.port}"
            mend = "free it, or name another port in [inbox] or in inbox_port of the party"
            reason = (error.strerror or str(error)).lower()
            raise Misconfigured(f"the inbox of {user_id} cannot listen on {where} ({reason}); {mend}") from error
        self._listeners.append((server, listener))
        scheme = "https" if self._tls else "http"
        port = listener.sockets[0].getsockname()[1]
        return place.url or f"{scheme}://{self._table.host}:{port}{self._table.path}"

    async def _received(self, user_id: str, request: web.BaseRequest) -> web.StreamResponse:
        if request.method != "POST":
            return web.Response(status=405, headers={"Allow": "POST"})
        if request.path != self._table.path:
            return web.Response(status=404)
        try:
            async with asyncio.timeout(BODY_S):
                document = await request.read()
        except TimeoutError:
            return web.Response(status=408)
        return web.Response(status=204 if self._take(user_id, document) else 400)

    async def _closed(self) -> None:
        while self._listeners:
            server, listener = self._listeners.pop()
            listener.close()
            server.pre_shutdown()
            await server.shutdown(CLOSING_S)
            await listener.wait_closed()
