"""A load on a simulator: requests signed beforehand, over so many connections, until every response is there."""

import asyncio
import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.requests import encode_request
from sut_adapters.duis.signing import sign
from tests.benchmarks.wire_messages import HOLDER, pki, request

SENDER, VARIANT = "Curlew", "6.21"
"""The registered supplier's handover: it replaces certificates, and no other request of his has to wait for it."""

WITHIN_S = 300.0
XML = {"Content-Type": "application/xml"}


@dataclass(eq=False)
class Counting:
    """A Receive Response Service that counts."""

    wanted: int
    seen: int = 0
    all_there: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, pushed: web.Request) -> web.Response:
        await pushed.read()
        self.seen += 1
        if self.seen >= self.wanted:
            self.all_there.set()
        return web.Response(status=204)


async def seconds(url: str, tls: ssl.SSLContext | None, connections: int, requests: int, seed: int) -> float:
    """From the first request to the last response; every connection has a device of its own, as the seed has it."""
    counting = Counting(requests)
    async with aiohttp.ClientSession(
        url, connector=aiohttp.TCPConnector(ssl=tls or True, limit=connections)
    ) as session:
        runner, address = await _listening(counting)
        try:
            await _control(session, "PUT", f"/inboxes/{pki().user_id[SENDER]}", {"url": address})
            await _control(session, "POST", "/scenario", {"scenario": f"load {seed}", "seed": seed})
            devices = [await _device(session) for _ in range(connections)]
            shares = [_signed(device, requests // connections) for device in devices]
            began = time.perf_counter()
            async with asyncio.timeout(WITHIN_S):
                await asyncio.gather(*(_post(session, share) for share in shares))
                await counting.all_there.wait()
            return time.perf_counter() - began
        finally:
            await runner.cleanup()


async def _listening(counting: Counting) -> tuple[web.AppRunner, str]:
    app = web.Application()
    app.router.add_post("/", counting.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/"


async def _control(session: aiohttp.ClientSession, method: str, path: str, content: Any) -> Any:
    async with session.request(method, f"/test-control/v1{path}", json=content, raise_for_status=True) as answer:
        return await answer.json() if answer.status == 201 else None


async def _device(session: aiohttp.ClientSession) -> str:
    slots = {
        "critical Network Operator": {"owner": HOLDER, "use": CertificateUse.DIGITAL_SIGNING},
        "non-critical Network Operator": {"owner": HOLDER, "use": CertificateUse.KEY_AGREEMENT},
    }
    placed = await _control(session, "POST", "/devices", {"device_type": "ESME", "slots": slots})
    return str(placed["device"])


def _signed(device: str, requests: int) -> list[bytes]:
    signer = pki().signer(SENDER)
    numbered = (request(device, counter, VARIANT, SENDER) for counter in range(1, requests + 1))
    return [sign(encode_request(each), signer) for each in numbered]


async def _post(session: aiohttp.ClientSession, share: Sequence[bytes]) -> None:
    for document in share:
        async with session.post("/api/v1/serviceS", data=document, headers=XML) as answer:
            content = await answer.read()
        if answer.status != 200 or b">I99<" not in content:
            raise RuntimeError(f"nothing measured: HTTP {answer.status} {content[300:500]!r}")
