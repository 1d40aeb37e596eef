"""Where the S1SPs that the suite plays listen: one port, an address for each, all work in a thread of its own."""

import asyncio
import threading
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from aiohttp import web

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.background import Background
from sut_adapters.duis.played_s1sp import Answer
from sut_adapters.duis.profile_schema import PlayedTable
from sut_adapters.duis.secure_xml import LARGEST
from sut_adapters.duis.wire import server_tls
from sut_adapters.trouble import Misconfigured

Receive = Callable[[Component, bytes], Answer]

CLOSING_S = 1.0


class PlayedListener:
    """Listens from its making until `close`. While it is held, no request comes to its end."""

    def __init__(self, table: PlayedTable, receive: Receive, background: Background) -> None:
        self._receive, self._background, self._tls = receive, background, server_tls(table)
        self._one_at_a_time = threading.Lock()
        self._runner = background.run(self._started(table))

    def address(self, s1sp: Component) -> str:
        """Where the DSP is to send Countersigned Service Requests for one S1SP."""
        host, port = self._runner.addresses[0][:2]
        return f"{'https' if self._tls else 'http'}://{host}:{port}/s1sp/{s1sp}/countersigned"

    def hold(self, on: bool) -> None:
        """Keep every request from coming to its end, or let them."""
        self._background.run(self._held(on))

    def close(self) -> None:
        """Stop listening."""
        self._background.run(self._runner.cleanup())

    async def _started(self, table: PlayedTable) -> web.AppRunner:
        self._free = asyncio.Event()
        self._free.set()
        application = web.Application(client_max_size=2 * LARGEST)
        application.router.add_post("/s1sp/{s1sp}/countersigned", self._posted)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=CLOSING_S)
        await runner.setup()
        try:
            await web.TCPSite(runner, table.host, table.port, ssl_context=self._tls).start()
        except OSError as error:
            await runner.cleanup()
            where = f"{table.host}:{table.port}"
            mend = "free it, or name another in [played] of the profile"
            raise Misconfigured(f"the S1SPs that the suite plays cannot listen on {where}; {mend}") from error
        return runner

    async def _held(self, on: bool) -> None:
        if on:
            self._free.clear()
        else:
            self._free.set()

    async def _posted(self, request: web.Request) -> web.Response:
        name = request.match_info["s1sp"]
        if name not in S1SPS:
            return web.Response(status=HTTPStatus.NOT_FOUND, text=f"no S1SP is called {name[:20]!r}")
        document = await request.read()
        await self._free.wait()
        answer = await asyncio.to_thread(self._answered, Component(name), document)
        kind: dict[str, Any] = {"content_type": "application/xml" if answer.status is HTTPStatus.OK else "text/plain"}
        return web.Response(status=answer.status, body=answer.body, **kind)

    def _answered(self, s1sp: Component, document: bytes) -> Answer:
        with self._one_at_a_time:
            return self._receive(s1sp, document)
