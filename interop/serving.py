"""A simulator in a process of its own, and a Receive Response Service to hear from it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from threading import Thread, Timer

ROOT = Path(__file__).parents[1]
STARTS_WITHIN_S, STOPS_WITHIN_S = 60.0, 30.0
NO_CONTENT = 204


@contextmanager
def simulator(pki: Path, *options: str) -> Iterator[str]:
    """`mp107 serve` on a test PKI, SECMP0107 in force everywhere; the URL, while the block lasts. Raises NotServing."""
    command = [sys.executable, "-m", "commands", "serve", "--release=on", f"--pki={pki}", *options]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield _url(child)
    finally:
        child.terminate()
        try:
            child.communicate(timeout=STOPS_WITHIN_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()


class NotServing(Exception):
    """What it said instead, in one line."""


def _url(child: "subprocess.Popen[str]") -> str:
    """From the line that says that requests are served."""
    impatience, last = Timer(STARTS_WITHIN_S, child.kill), "it said nothing"
    impatience.start()
    try:
        for line in child.stdout or ():
            said, _, rest = line.partition(" ")
            if said == "serving":
                return rest.split(",")[0].strip()
            last = line.strip() or last
    finally:
        impatience.cancel()
    raise NotServing(last)


@contextmanager
def inbox() -> Iterator[tuple[str, "Queue[bytes]"]]:
    """The address of a Receive Response Service, and what has been pushed to it, oldest first."""
    pushed: Queue[bytes] = Queue()

    class Receive(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            pushed.put(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            self.send_response(NO_CONTENT)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  the standard library's name
            """Nothing: the messages speak for themselves."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receive)
    thread = Thread(target=server.serve_forever, name="inbox")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/smartdcc/duis", pushed
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
