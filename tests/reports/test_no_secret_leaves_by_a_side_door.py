"""Canaries everywhere at once, and every other file that a run, a stage or a comparison can leave."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from commands.__main__ import app
from harness.checkout import Checkout
from harness.record import RunRecord, Sut, WaiverRecord
from harness.secrets import LEFT_OUT, secrets
from reports import allure_gherkin, annotations, pdf, summary_md, traceability_csv, traceability_html, verdict_json
from reports.discretion import discreet
from tests.pack.making import evidence, packed
from tests.reports.test_no_secret_leaves import ENVIRONMENT, PLANTED, leaves_nothing, profile, spread

__all__ = ["profile"]

ALL = "\n".join(PLANTED)
MINE = {**ENVIRONMENT, "LAB_TOKEN": "canary-of-the-reader"}
WRITERS = {
    "traceability.csv": traceability_csv.document,
    "traceability.html": traceability_html.document,
    "summary.md": summary_md.document,
    "annotations": annotations.document,
}


def everywhere(said: str) -> RunRecord:
    """The record with it in the waivers too."""
    waiver = WaiverRecord("W-1", "srpd-6.2.d", said, said, said, said, "2027-01-01")
    return replace(spread(said), sut=Sut("fake", said), waivers=(waiver,), declared={"provider": said[:1900]})


def lines_of(said: str) -> list[str]:
    return [line.removeprefix("Authorization: Bearer ").removesuffix("@host/db") for line in said.splitlines()]


def test_nor_in_what_is_written_for_others(profile: Path, tmp_path: Path) -> None:
    record = discreet(everywhere(ALL), profile, environment=ENVIRONMENT)
    folder = tmp_path / "evidence"
    folder.mkdir()
    for name, document in WRITERS.items():
        (folder / name).write_bytes(document(record))
        assert LEFT_OUT.encode() in (folder / name).read_bytes(), name
    allure_gherkin.write(record, folder / "allure-results")
    assert all(leaves_nothing(folder, line) for line in lines_of(ALL))


def test_nor_on_paper(profile: Path) -> None:
    record = discreet(everywhere(ALL), profile, environment=ENVIRONMENT)
    pages = PdfReader(io.BytesIO(pdf.document(record))).pages
    said = "".join("".join(page.extract_text() for page in pages).replace("\u200b", "").split())
    assert "".join(LEFT_OUT.split()) in said
    assert not [line for line in lines_of(ALL) if line and "-----" not in line and "".join(line.split()) in said]


@pytest.mark.parametrize("command", ["stage-report", "diff"])
def test_nor_when_packs_of_others_are_read(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack of somebody who looked less well: what has the form of a secret stays back, and the reader's own too."""
    for name, value in MINE.items():
        monkeypatch.setenv(name, value)
    theirs = "Bearer canary.abcdefgh12345678\npostgresql://tester:canary-of-nobody@host/db\ncanary-of-the-reader"
    runs = {"one": everywhere("plain"), "two": everywhere(theirs)}
    packs = [packed(record, evidence(record, tmp_path / name)) for name, record in runs.items()]
    out = tmp_path / "out"
    wanted = [command, *map(str, packs), *(["--out", str(out)] if command == "stage-report" else []), "--json"]
    said = CliRunner().invoke(app, wanted).output
    found = [said, *(path.read_text("utf-8") for path in out.glob("*.json"))]
    found += [page.extract_text() for path in out.glob("*.pdf") for page in PdfReader(path).pages]
    assert said.startswith("{")
    assert not [
        canary for canary in ("abcdefgh12345678", "of-nobody", "of-the-reader") if any(canary in one for one in found)
    ]


def test_nor_in_the_patch(profile: Path) -> None:
    state = Checkout("0" * 40, f"+token = '{PLANTED[0]}'\n+\xff {PLANTED[7]}".encode("latin-1"))
    left = secrets(ENVIRONMENT, profile).without_octets(state.patch)
    assert left.count(LEFT_OUT.encode()) == 2
    assert b"canary" not in left


def test_nor_in_verdict_json_of_a_waiver(profile: Path) -> None:
    kept = verdict_json.document(discreet(everywhere(PLANTED[0]), profile, environment=ENVIRONMENT))
    assert PLANTED[0].encode() not in kept
