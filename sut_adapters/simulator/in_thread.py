"""A simulator that serves from a thread of its own: for tests and benchmarks in one process."""

import ssl
from types import TracebackType

from sut_adapters.duis.background import Background
from sut_adapters.simulator.server import Server
from sut_adapters.simulator.simulation import Simulation


class InThread:
    """Serves from its making until `close`; `url` is where. Raises Misconfigured where it cannot listen."""

    def __init__(
        self,
        simulation: Simulation,
        tls: ssl.SSLContext | None = None,
        push_tls: ssl.SSLContext | None = None,
        port: int = 0,
    ) -> None:
        self._background = Background("simulator")
        try:
            self._server, self.url = self._background.run(_started(simulation, tls, push_tls, port))
        except BaseException:  # whatever it is: no thread stays behind
            self._background.close()
            raise

    def close(self) -> None:
        """Stop serving; the databases stay open."""
        self._background.run(self._server.stop())
        self._background.close()

    def __enter__(self) -> "InThread":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


async def _started(
    simulation: Simulation, tls: ssl.SSLContext | None, push_tls: ssl.SSLContext | None, port: int
) -> tuple[Server, str]:
    """A server has to be made in the event loop that it runs in."""
    server = Server(simulation, tls, push_tls)
    return server, await server.start("127.0.0.1", port)
