"""HTTP under a time limit for the whole of an exchange: a server that trickles keeps every single wait short."""

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

Option = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class Deadline(threading.local):
    """When the exchange of this thread has to be over, on the clock that never goes back; None outside of one."""

    at: float | None = None

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """The limit of what is done in the block."""
        self.at = time.monotonic() + seconds
        try:
            yield
        finally:
            self.at = None

    def cut(self, timeout: float | None, late: type[Exception]) -> float | None:
        """The time limit of one wait, no longer than what is left; raises `late` where nothing is."""
        if self.at is None:
            return timeout
        left = self.at - time.monotonic()
        if left <= 0:
            raise late
        return left if timeout is None else min(timeout, left)


class TimedTransport(httpx.HTTPTransport):
    """Keeps connections alive, and waits on none beyond the deadline of the thread that uses it."""

    def __init__(self, tls: ssl.SSLContext | None, deadline: Deadline, connections: int, keep_alive_s: float) -> None:
        context = tls or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=keep_alive_s,
            network_backend=_TimedBackend(deadline),
        )


class _TimedBackend(httpcore.SyncBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Option] | None = None,
    ) -> httpcore.NetworkStream:
        cut = self._deadline.cut(timeout, httpcore.ConnectTimeout)
        return _TimedStream(super().connect_tcp(host, port, cut, local_address, socket_options), self._deadline)


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.cut(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.cut(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        cut = self._deadline.cut(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, cut), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
