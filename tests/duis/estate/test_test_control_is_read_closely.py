"""Whatever test control answers that it does not describe is trouble with the mend, and never a traceback."""

import json
import socket
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from rulebook.vocabulary import UserRole
from sut_adapters.duis.estate_profile import EstateTable
from sut_adapters.duis.moving import mover
from sut_adapters.duis.profile_schema import TestControlTable as ControlTable
from sut_adapters.duis.test_control_client import TestControl
from sut_adapters.duis.test_control_json import decisions_of, release_of, serving, text_of
from sut_adapters.port import Misconfigured, Misunderstood, NotExercised, Unreachable


class Answers(BaseHTTPRequestHandler):
    status, body = 200, b""

    def do_GET(self) -> None:
        self.send_response(type(self).status)
        self.send_header("Content-Length", str(len(type(self).body)))
        self.end_headers()
        self.wfile.write(type(self).body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def control() -> Iterator[TestControl]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    control = TestControl(ControlTable(url=f"http://127.0.0.1:{server.server_port}"))
    yield control
    control.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("status", "body", "trouble", "words"),
    [
        (409, b'{"reason": "ESMEs only"}', NotExercised, "^ESMEs only$"),
        (409, b"", NotExercised, "nothing said"),
        (404, b'{"reason": "no such device"}', Misunderstood, "answered 404 .no such device."),
        (500, b"<html>oh\nno</html>", Misunderstood, "answered 500 .'<html>oh'."),
        (200, b"<html>", Misunderstood, "with no JSON;"),
        (200, b"[]", Misunderstood, "with no JSON object"),
        (200, b"\xff\xfe", Misunderstood, "with no JSON"),
    ],
)
def test_every_other_answer_is_trouble(
    control: TestControl, status: int, body: bytes, trouble: type[Exception], words: str
) -> None:
    Answers.status, Answers.body = status, body
    with pytest.raises(trouble, match=words):
        control.get("/release")


def test_nobody_there_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    control = TestControl(ControlTable(url=f"http://127.0.0.1:{port}"))
    with pytest.raises(Unreachable, match=r"mend test_control\.url"):
        control.get("/release")
    control.close()


def test_nobody_who_answers_in_time_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        table = ControlTable(url=f"http://127.0.0.1:{silent.getsockname()[1]}", answer_s=0.05)
        control = TestControl(table)
        with pytest.raises(Unreachable, match="not answered in time"):
            control.get("/release")
        control.close()


def test_an_answer_without_what_it_has_to_say_is_not_understood() -> None:
    for read in (lambda: release_of({"DSP": "maybe"}), lambda: serving({}), lambda: decisions_of({"decisions": [1]})):
        with pytest.raises(Misunderstood, match=r"as docs/test-control\.openapi\.yaml has it"):
            read()
    with pytest.raises(Misunderstood, match="does not say device"):
        text_of({"device": None}, "device")


def moved(*command: str, seconds: float = 30.0) -> None:
    move = mover(EstateTable(move_registration=list(command), move_registration_s=seconds))
    assert move is not None
    move("00-DB-12-34-00-00-00-01", UserRole.GAS_TRANSPORTER, "00-DB-12-34-00-00-00-02")


def test_a_registration_is_moved_by_the_command_as_it_stands(tmp_path: Path) -> None:
    script = "import json, sys; open(sys.argv[1], 'w').write(json.dumps(sys.argv[2:]))"
    moved(sys.executable, "-c", script, str(tmp_path / "said"), "{role} of {device}", "{user_id}", "{other}")
    said = json.loads((tmp_path / "said").read_text(encoding="utf-8"))
    assert said == ["GT of 00-DB-12-34-00-00-00-01", "00-DB-12-34-00-00-00-02", "{other}"]


def test_a_command_that_fails_hangs_or_is_not_there_is_said_to() -> None:
    assert mover(EstateTable()) is None
    with pytest.raises(NotExercised, match="ended with 3; run it by hand"):
        moved(sys.executable, "-c", "raise SystemExit(3)")
    with pytest.raises(NotExercised, match="did not end within"):
        moved(sys.executable, "-c", "import signal; signal.pause()", seconds=0.2)
    with pytest.raises(Misconfigured, match="cannot be run"):
        moved("/nowhere/at-all")
