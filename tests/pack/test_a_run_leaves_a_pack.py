"""Whole runs of the small project with `--pack`."""

import os
import shlex
import zipfile
from pathlib import Path

import pytest
from lxml import html

from harness.signatures import Signer
from reports.pack.verify import verified
from tests.harness.conftest import Runner, mp107, project, run
from tests.pack.making import signer, write_signer

__all__ = ["mp107", "project", "run"]

EVERY = {"verdict.json", "index.html", "report.pdf", "messages.ndjson", "junit.xml", "manifest.json", "manifest.p7s"}


def test_a_signed_pack_is_valid_and_holds_no_key(run: Runner, tester: Signer, tmp_path: Path) -> None:
    certificate, key = write_signer(tester, tmp_path)
    ended = run(
        "--sut=fake", "--seed=7", "--pack", "--stage=pit", f"--sign-key={key}", f"--sign-certificate={certificate}"
    )
    assert ended.code == 0, ended.said
    (pack,) = ended.folder.glob("evidence-pit-*.zip")
    assert verified(pack, tester.certificate).valid
    assert verified(ended.folder, tester.certificate).valid
    assert f"{pack.name}, signed" in ended.said
    secret = key.read_bytes().splitlines()[1]
    with zipfile.ZipFile(pack) as archive:
        assert set(archive.namelist()) >= EVERY
        assert not [name for name in archive.namelist() if secret in archive.read(name)]


def test_the_command_on_the_page_asks_the_scenario_again(run: Runner, mp107: Runner) -> None:
    first = run("--sut=fake:accepts", "--seed=7", "--stage=pit", "--pack")
    page = html.document_fromstring((first.folder / "index.html").read_text())
    (failed,) = page.xpath("//details[@open][.//*[text()='\u2718 FAIL']][1]")
    (command,) = failed.xpath(".//p[starts-with(., 'Again: ')]/code/text()")
    program, *words = shlex.split(command)
    again = mp107(*words)
    assert (program, again.code) == ("mp107", 10)
    title = failed.xpath("string(summary/h5)")
    assert (first.verdicts[title], again.verdicts[title]) == ("FAIL", "FAIL")
    assert again.record.seed == 7


def test_the_same_run_leaves_the_same_bytes(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1667476800")
    packs = []
    for _ in range(2):
        ended = run("--sut=fake:accepts", "--seed=7", "--pack")
        packs.append((ended.folder / "evidence-all-20221103T120000Z.zip").read_bytes())
    assert packs[0] == packs[1]
    assert (ended.folder / "timings.json").is_file()
    assert b"timings.json" not in packs[0]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--pack", "--sign-key=k"], "--sign-key and --sign-certificate go together; give both, or neither"),
        (["--sign-key=k", "--sign-certificate=c"], "--sign-key: only a pack is signed; add --pack, or leave it out"),
        (["--pack", "--sign-key=k", "--sign-certificate=c"], "c: No such file or directory; name a file"),
        (["--board-certificate=c"], "c: a Board's certificate, and no waivers; add --waivers FILE, or leave it out"),
    ],
)
def test_what_is_wrong_with_the_options_is_said_before_the_run(
    run: Runner, project: Path, options: list[str], said: str
) -> None:
    ended = run("--sut=fake", *options)
    assert ended.code == 12
    assert said in ended.said
    assert not os.path.lexists(project / "asked.log")


def test_a_key_of_somebody_else_is_said_before_the_run(run: Runner, tester: Signer, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    certificate, _ = write_signer(tester, tmp_path)
    _, key = write_signer(signer("Other"), tmp_path / "other")
    ended = run("--sut=fake", "--pack", f"--sign-key={key}", f"--sign-certificate={certificate}")
    assert ended.code == 12
    assert "is not the key of the certificate in" in ended.said


def test_a_clock_that_is_none_is_said_before_the_run(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    ended = run("--sut=fake", "--seed=7")
    assert ended.code == 12
    assert "SOURCE_DATE_EPOCH: 'yesterday' is no number of seconds" in ended.said
