"""`exchanges/`: the octets that went over the wire."""

from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from harness.record import ExchangeRecord
from harness.verdicts import Verdict
from reports import exchanges
from tests.reports.pages import messages, request, run, scenario


def test_the_octets_are_those_that_went(tmp_path: Path) -> None:
    one = messages("srpd-6.2.d-0")[0]
    odd = replace(one, name="odd-001-sent.txt", text=b64encode(b"\xff\x00\r\n").decode(), octets_in_base64=True)
    lines = replace(one, name="lines-001-sent.xml", text="\ufeff<a>\r\n\n</a>")
    played = scenario(Verdict.PASS, exchanges=(ExchangeRecord("asks", "answered", (one, odd, lines)),))
    exchanges.write(run(played), tmp_path / "exchanges")
    kept = {path.name: path.read_bytes() for path in (tmp_path / "exchanges").iterdir()}
    assert kept == {
        one.name: request().encode(),
        odd.name: b"\xff\x00\r\n",
        lines.name: b"\xef\xbb\xbf<a>\r\n\n</a>",
    }


def test_a_run_without_messages_leaves_no_folder(tmp_path: Path) -> None:
    exchanges.write(run(scenario(Verdict.PASS, exchanges=())), tmp_path / "exchanges")
    assert not (tmp_path / "exchanges").exists()
