"""What goes out: messages to the Receive Response Services of Users, requests to S1SPs that somebody else plays.

Messages go to each User in order, again and again until they are there; a request goes once.
"""

import asyncio
import logging
import ssl
from collections.abc import Callable

import aiohttp

from sut_adapters.simulator.handing_over import countersigned
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.simulator.state import Work
from sut_adapters.simulator.unforeseen import told
from sut_adapters.trouble import Unreachable

LOG = logging.getLogger(__name__)
NO_CONTENT, BAD_REQUEST = 204, 400
ANSWER_S = 10.0
END_S = aiohttp.ClientTimeout(total=60.0)
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.05, 2.0
XML = {"Content-Type": "application/xml"}


class Deliveries:
    """Runs in the event loop that made it. `on_progress` is called after each message that has gone."""

    def __init__(self, simulation: Simulation, tls: ssl.SSLContext | None, on_progress: Callable[[], None]) -> None:
        self._simulation, self._on_progress = simulation, on_progress
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=tls if tls is not None else True, limit=0),
            timeout=aiohttp.ClientTimeout(total=ANSWER_S),
            headers=XML,
        )
        self._running: dict[str, asyncio.Task[None]] = {}
        self._new_address = asyncio.Event()

    def wake(self) -> None:
        """There is something to deliver, or somewhere new to deliver it."""
        self._new_address.set()
        for user_id in self._simulation.addressees():
            if user_id not in self._running:
                task = asyncio.get_running_loop().create_task(self._deliver(user_id))
                self._running[user_id] = task

    async def handed_over(self, work: Work) -> bool:
        """Whether somebody else plays the S1SP that is to have the request: then it has come to its end there."""
        if (played := self._simulation.played_elsewhere(work)) is None:
            return False
        s1sp, url = played
        try:
            document = countersigned(self._simulation.state, work, s1sp)
            async with self._session.post(url, data=document, timeout=END_S) as response:
                answer = await response.read()
                response.raise_for_status()
            self._simulation.pass_on(work, s1sp, answer)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            LOG.warning("%s is given up: %s has not brought it to an end (%s)", work.request_id, url, error)
            self._simulation.give_up(work)
        except Unreachable:
            raise
        except Exception as error:  # a mistake of ours costs one request, and not the simulator
            LOG.error("%s is given up: the simulator has failed on it (%s)", work.request_id, told(error))
            self._simulation.give_up(work)
        return True

    async def close(self) -> None:
        """What has not been delivered stays where it is written down."""
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    async def _deliver(self, user_id: str) -> None:
        pause, known = FIRST_PAUSE_S, self._simulation
        try:
            while (waiting := known.next_for(user_id)) and (url := known.state.inboxes.get(user_id)):
                number, push = waiting
                if await self._posted(url, push.document):
                    known.has_delivered(user_id, number)
                    self._on_progress()
                    pause = FIRST_PAUSE_S
                else:
                    await self._rest(pause)
                    pause = min(pause * 2, LONGEST_PAUSE_S)
        except Exception as error:  # a mistake of ours: the messages stay where they are written down
            LOG.error("what waits for %s is kept for later: delivering it has failed (%s)", user_id, told(error))
        finally:
            del self._running[user_id]

    async def _posted(self, url: str, document: bytes) -> bool:
        """Whether the message need not be sent again: taken, or found invalid."""
        try:
            async with self._session.post(url, data=document) as response:
                await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            LOG.info("%s cannot be reached (%s)", url, error)
            return False
        if status == BAD_REQUEST:
            LOG.warning("%s found a message invalid; it is not sent again", url)
        return status in (NO_CONTENT, BAD_REQUEST)

    async def _rest(self, seconds: float) -> None:
        """Until the time is over, or somewhere new is known."""
        self._new_address.clear()
        try:
            await asyncio.wait_for(self._new_address.wait(), seconds)
        except TimeoutError:
            return
