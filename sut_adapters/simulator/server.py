"""The simulator's sockets: the DSP's three services and test control, on one port."""

import asyncio
import logging
import ssl

from aiohttp import web

from sut_adapters.duis.secure_xml import LARGEST
from sut_adapters.simulator.deliveries import Deliveries
from sut_adapters.simulator.exchange import Service
from sut_adapters.simulator.json_answers import Handler
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.simulator.test_control import Control
from sut_adapters.simulator.unforeseen import told
from sut_adapters.trouble import Misconfigured, Unreachable

LOG = logging.getLogger(__name__)
# Compared with what the user asked for, and never chosen here.
EVERY_ADDRESS = ("", "0.0.0.0", "::")  # noqa: S104
DUIS_PATH = "/api/v1"
OK, TOO_LATE, FAILED, UNAVAILABLE = 200, 408, 500, 503
BODY_S, CLOSING_S, AGAIN_S, IDLE_S = 30.0, 1.0, 0.5, 0.2
ENOUGH = 5


class Server:
    """Runs in the event loop that calls `start`. `push_tls` is for Receive Response Services at https addresses."""

    def __init__(
        self,
        simulation: Simulation,
        tls: ssl.SSLContext | None = None,
        push_tls: ssl.SSLContext | None = None,
    ) -> None:
        self._simulation, self._tls, self._push_tls = simulation, tls, push_tls
        self._news, self._progress = asyncio.Event(), asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._failures, self._failed = 0, asyncio.Event()

    async def start(self, host: str, port: int) -> str:
        """Serve, and go on with what was under way; the URL, with the port that was given for 0."""
        self._deliveries = Deliveries(self._simulation, self._push_tls, self._progress.set)
        app = web.Application(client_max_size=LARGEST + 2)
        app.add_routes([web.post(f"{DUIS_PATH}/{service}", self._duis(service)) for service in Service])
        app.add_routes(Control(self._simulation, self.wake, self.until_settled).routes())
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=CLOSING_S)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port, ssl_context=self._tls, backlog=128).start()
        except OSError as error:
            await self.stop()
            reason = (error.strerror or str(error)).lower()
            mend = "free it, or give --port 0 for any that is free"
            raise Misconfigured(f"cannot listen on {host} port {port} ({reason}); {mend}") from error
        self._tasks = [asyncio.create_task(self._work()), asyncio.create_task(self._write_down())]
        self.wake()
        return f"{'https' if self._tls else 'http'}://{_reachable(host)}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """No request is taken any more; what is under way is written down for the next start."""
        await self._runner.cleanup()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._deliveries.close()
        self._simulation.flush()

    async def until_it_fails(self) -> str:
        """Why it cannot go on, as soon as that is so: it has failed at the same place again and again."""
        await self._failed.wait()
        return f"stopped, having failed {ENOUGH} times on one request; whatever was acknowledged is in the databases"

    def wake(self) -> None:
        """There may be something to do."""
        self._news.set()
        self._deliveries.wake()

    async def until_settled(self, seconds: float) -> bool:
        """Whether nothing is under way any more, as soon as that is so, else after so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                while not self._simulation.settled:
                    self._progress.clear()
                    await self._progress.wait()
        except TimeoutError:
            return self._simulation.settled
        return True

    def _duis(self, service: Service) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                async with asyncio.timeout(BODY_S):
                    body = await request.read()
            except TimeoutError:
                return web.Response(status=TOO_LATE, text=f"the message did not come within {BODY_S:g} s\n")
            try:
                reaction = self._simulation.receive(service, body)
            except Unreachable as trouble:
                return web.Response(status=UNAVAILABLE, text=f"{trouble}\n")
            except Exception as error:  # a mistake of ours costs one message, and not the simulator
                LOG.error("a message was turned away: the simulator has failed on it (%s)", told(error))
                return web.Response(status=FAILED, text="the simulator has failed on this message\n")
            kind = "application/xml" if reaction.status == OK else "text/plain"
            response = web.Response(status=reaction.status, body=reaction.reply, content_type=kind)
            await response.prepare(request)
            await response.write_eof()
            self.wake()
            return response

        return handle

    async def _work(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            try:
                while (work := self._simulation.next_work()) is not None:
                    if not await self._deliveries.handed_over(work):
                        self._simulation.conclude_next()
                    self._deliveries.wake()
                    await asyncio.sleep(0)
            except Exception as error:  # noted, tried again, and in the end the reason to stop
                _note(error)
                self._failures += not isinstance(error, Unreachable)
                if self._failures == ENOUGH:
                    self._failed.set()
                    return
                await asyncio.sleep(AGAIN_S)
                self._news.set()
            else:
                self._failures = 0
            self._progress.set()

    async def _write_down(self) -> None:
        """Deliveries are written down with the next change, or now and then."""
        while True:
            await asyncio.sleep(IDLE_S)
            try:
                self._simulation.flush()
            except Exception as error:  # noted, and written down the next time
                _note(error)


def _note(error: Exception) -> None:
    """Whatever it is, the task goes on: what is under way stands where it stood, and is tried again."""
    if isinstance(error, Unreachable):
        LOG.warning("%s", error)
    else:
        LOG.error("the simulator has failed and tries again (%s)", told(error))


def _reachable(host: str) -> str:
    """As a URL has it; this machine itself where the server listens on every address."""
    if host in EVERY_ADDRESS:
        return "localhost"
    return f"[{host}]" if ":" in host else host
