"""The whole of a simulator at work: from its choices to the signal that ends it."""

import asyncio
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rulebook.vocabulary import Component
from sut_adapters.duis.schemas import schemas_from
from sut_adapters.simulator import tls
from sut_adapters.simulator.clocks import now, set_to
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.opening import Law, opened
from sut_adapters.simulator.place_of_work import PlaceOfWork
from sut_adapters.simulator.profile_file import remove_profile, write_profile
from sut_adapters.simulator.server import Server
from sut_adapters.simulator.settings import Settings
from sut_adapters.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Choices:
    """Where it serves, by which law, and where it keeps what; `databases` are URLs, for those that have one given.

    `fault` is the name of what is wrong with the law that it goes by, if anything is. `clock` is what its clock is set
    to, so that a run can be repeated; without one it is this machine's.
    """

    host: str
    port: int
    plain_http: bool
    law: Law
    databases: Mapping[Component, str]
    profile_out: Path | None
    pki: Path | None
    schemas: Path | None
    fault: str = ""
    clock: datetime | None = None


def serve_until_stopped(choices: Choices, announce: Callable[[str], object]) -> None:
    """Until SIGTERM or SIGINT. `announce` is told in one line when requests are served; raises Trouble."""
    asyncio.run(_serve(choices, announce))


async def _serve(choices: Choices, announce: Callable[[str], object]) -> None:
    place = PlaceOfWork.beside(choices.profile_out)
    try:
        if choices.profile_out:
            remove_profile(choices.profile_out)
        await _serve_from(place, choices, announce)
    finally:
        place.leave()


async def _serve_from(place: PlaceOfWork, choices: Choices, announce: Callable[[str], object]) -> None:
    stop, schemas = _told_to_stop(), schemas_from(choices.schemas)
    own = place.database(Component.DSP, choices.databases)
    databases = Databases.open(own, place.s1sp_databases(choices.databases))
    try:
        pki, folder = place.pki(choices.pki, choices.clock)
        clock = set_to(choices.clock) if choices.clock else now
        simulation = opened(Settings.of(pki, schemas), databases, choices.law, clock)
        serving = None if choices.plain_http else tls.serving(folder)
        server = Server(simulation, serving, tls.pushing(folder))
        url = await server.start(choices.host, choices.port)
        try:
            if choices.profile_out:
                write_profile(choices.profile_out, url, pki, folder, choices.law.rulings, choices.clock)
            wrong = f", wrong on purpose: {choices.fault}" if choices.fault else ""
            announce(f"serving {url}, SECMP0107 at {simulation.state.release}{wrong}")
            await _stopped_or_failed(stop, server)
        finally:
            await server.stop()
    finally:
        databases.close()


async def _stopped_or_failed(stop: asyncio.Event, server: Server) -> None:
    told, failed = asyncio.create_task(stop.wait()), asyncio.create_task(server.until_it_fails())
    done, others = await asyncio.wait((told, failed), return_when=asyncio.FIRST_COMPLETED)
    for other in others:
        other.cancel()
    if failed in done:
        raise Trouble(failed.result())


def _told_to_stop() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
