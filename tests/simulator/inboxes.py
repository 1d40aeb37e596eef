"""A Receive Response Service for tests: takes what is pushed, or answers as it is told to."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from types import TracebackType

from sut_adapters.duis.responses import Message, decode

WAIT_S = 60.0
"""How long nothing has to come before a test gives up; no test waits that long when all is well."""


class Inbox:
    """Listens on a port of its own. `answers` are the statuses of the next answers; 204 when there are none left."""

    def __init__(self, *answers: int) -> None:
        self.answers = list(answers)
        self.messages: Queue[bytes] = Queue()
        inbox = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                document = self.rfile.read(int(self.headers["Content-Length"]))
                status = inbox.answers.pop(0) if inbox.answers else 204
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                inbox.messages.put(document)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/smartdcc/duis"

    def next(self) -> Message:
        """The next message, as soon as it is there."""
        return decode(self.messages.get(timeout=WAIT_S)).message

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> "Inbox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
