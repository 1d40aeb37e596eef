"""Stands before an endpoint and lets every answer come later: `python -m tests.benchmarks.latency_proxy URL SECONDS`.

Prints its own URL; when it is told to stop, what it saw, as JSON.
"""

import asyncio
import json
import signal
import sys
import time
from dataclasses import asdict, dataclass

import aiohttp
from aiohttp import web


@dataclass
class Seen:
    """`endpoint_s` is the time that the endpoint itself took for them."""

    requests: int = 0
    messages: int = 0
    endpoint_s: float = 0.0


class Proxy:
    """For one endpoint; `latency` in seconds."""

    def __init__(self, latency: float, session: aiohttp.ClientSession) -> None:
        self.seen = Seen()
        self._latency, self._session = latency, session

    async def handle(self, request: web.Request) -> web.Response:
        body, began = await request.read(), time.perf_counter()
        headers = {"Content-Type": request.headers.get("Content-Type", "application/octet-stream")}
        async with self._session.request(request.method, request.path_qs, data=body, headers=headers) as answer:
            content = await answer.read()
        self.seen.requests += 1
        self.seen.messages += request.path.startswith("/api/")
        self.seen.endpoint_s += time.perf_counter() - began
        await asyncio.sleep(self._latency)
        kind = {"Content-Type": answer.headers["Content-Type"]} if "Content-Type" in answer.headers else {}
        return web.Response(status=answer.status, body=content, headers=kind)


async def serve(url: str, latency: float) -> None:
    """Until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with aiohttp.ClientSession(url) as session:
        proxy = Proxy(latency, session)
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", proxy.handle)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        say(f"http://127.0.0.1:{runner.addresses[0][1]}")
        await stop.wait()
        await runner.cleanup()
    say(json.dumps(asdict(proxy.seen)))


def say(line: str) -> None:
    """At once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], float(sys.argv[2])))
