"""A DSP on a socket that does what a test tells it to: behaviours are coroutines, one call a message."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx
from aiohttp import web

from rulebook.vocabulary import CertificateUse, RemotePartyRole
from sut_adapters.duis.background import Background
from sut_adapters.duis.request import DuisRequest, read_request
from sut_adapters.duis.responses import (
    Acknowledged,
    Body,
    Header,
    Message,
    Refusal,
    S1spAlert,
    SlotOutcome,
    Smets1Response,
    encode,
    encode_inner,
    response_id,
)
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.signing import sign
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki

VARIANTS = frozenset({"4.10", "6.15.1", "6.24.1", "8.2"})
XML = {"Content-Type": "application/xml"}


@dataclass(frozen=True)
class Arrived:
    """One message as the DSP got it, and the connection that it came on."""

    http: web.BaseRequest
    duis: DuisRequest

    @property
    def request_id(self) -> str:
        header = self.duis.header
        return f"{header.originator}:{header.target}:{header.counter}"


Behaviour = Callable[["FakeDsp", Arrived], Awaitable[web.StreamResponse]]


class FakeDsp:
    """Listens from its making until `close`. `statuses` are those with which the inboxes answered what was pushed."""

    def __init__(self, pki: TestPki, background: Background) -> None:
        self.pki, self.background = pki, background
        self.behave: Behaviour = acknowledge
        self.inboxes: dict[str, str] = {}
        self.arrived: list[Arrived] = []
        self.statuses: list[int] = []
        self.released = background.run(_event())
        self._pushing: set[asyncio.Task[None]] = set()
        self._server, self._listener = background.run(self._listening())
        self.url = f"http://127.0.0.1:{self._listener.sockets[0].getsockname()[1]}"

    def close(self) -> None:
        self.background.run(self._closed())

    def idle(self) -> None:
        """Wait until everything that is to be pushed has been."""
        self.background.run(self._idle())

    def push(self, user_id: str, document: bytes) -> int:
        """Push from outside a behaviour; the inbox's status."""
        self.background.run(self.pushed(user_id, document))
        return self.statuses[-1]

    async def pushed(self, user_id: str, document: bytes) -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            self.statuses.append((await client.post(self.inboxes[user_id], content=document)).status_code)

    def push_later(self, user_id: str, *documents: bytes) -> None:
        """Push one after the other, once the connection is free again."""
        self.push_to_each_later(*((user_id, document) for document in documents))

    def push_to_each_later(self, *pushes: tuple[str, bytes]) -> None:
        """The same to several: each a User ID and what it is to get."""
        task = asyncio.get_running_loop().create_task(self._in_order(pushes))
        self._pushing.add(task)
        task.add_done_callback(self._pushing.discard)

    def acknowledgement(self, arrived: Arrived) -> bytes:
        return self.answer(arrived, "I99", Acknowledged(arrived.duis.header.variant))

    def refusal(self, arrived: Arrived, code: str) -> bytes:
        return self.answer(arrived, code, Refusal(arrived.duis.header.variant))

    def answer(self, arrived: Arrived, code: str, body: Body, request_id: str | None = None) -> bytes:
        """On the connection: signed by the DSP."""
        return self.signed(Message(Header(request_id or arrived.request_id, None, code, now()), body))

    def success(
        self,
        arrived: Arrived,
        s1sp: str = "S1SP1",
        by: Signer | None = None,
        request_id: str = "",
        **changed: object,
    ) -> bytes:
        """A signed response that says success."""
        header = arrived.duis.header
        placed = arrived.duis.credentials
        body = Smets1Response(
            **{  # type: ignore[arg-type]
                "variant": header.variant,
                "success": True,
                "device": header.target,
                "user": header.originator,
                "counter": header.counter,
                "outcomes": tuple(
                    SlotOutcome(RemotePartyRole.NETWORK_OPERATOR, CertificateUse(use))
                    for use, _ in (placed.replacements if placed else ())
                ),
            }
            | changed
        )
        named = request_id or arrived.request_id
        heading = Header(named, response_id(named), "I0", now())
        return self.signed(Message(heading, body), self.pki.signer(s1sp), by)

    def alert(
        self,
        arrived: Arrived,
        code: str,
        s1sp: str = "S1SP1",
        *,
        named: bool = True,
        throttled: int = 0,
        by: Signer | None = None,
        at: datetime | None = None,
        request_id: str = "",
    ) -> bytes:
        """An S1SP Alert; without `named` it has no RequestID."""
        header = arrived.duis.header
        body = S1spAlert((request_id or arrived.request_id) if named else None, header.target, code, None, at or now())
        heading = Header(None, f"{header.target}:{header.originator}:{header.counter}", "I0", now())
        message = Message(heading, body, alert_code="N55", throttled=throttled)
        return self.signed(message, self.pki.signer(s1sp), by)

    def signed(self, message: Message, s1sp: Signer | None = None, by: Signer | None = None) -> bytes:
        """As it goes out, signed by the DSP unless somebody else is given."""
        inner = None if s1sp is None else sign(encode_inner(message.body), s1sp)  # type: ignore[arg-type]
        return sign(encode(message, inner), by or self.pki.signer(places.DSP))

    async def _received(self, http: web.BaseRequest) -> web.StreamResponse:
        arrived = Arrived(http, read_request(await http.read(), VARIANTS, pre_commands=True))
        self.arrived.append(arrived)
        return await self.behave(self, arrived)

    async def _in_order(self, pushes: tuple[tuple[str, bytes], ...]) -> None:
        for user_id, document in pushes:
            await self.pushed(user_id, document)

    async def _idle(self) -> None:
        await asyncio.gather(*self._pushing)

    async def _listening(self) -> tuple[web.Server, asyncio.Server]:
        server = web.Server(self._received)
        return server, await asyncio.get_running_loop().create_server(server, "127.0.0.1", 0)

    async def _closed(self) -> None:
        self.released.set()
        await self._idle()
        self._listener.close()
        self._server.pre_shutdown()
        await self._server.shutdown(1.0)


async def _event() -> asyncio.Event:
    return asyncio.Event()


def now() -> datetime:
    return datetime.now(UTC)


def reply(document: bytes, status: int = 200) -> web.Response:
    return web.Response(status=status, body=document, headers=XML)


async def acknowledge(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    """And never a word again."""
    return reply(dsp.acknowledgement(arrived))
