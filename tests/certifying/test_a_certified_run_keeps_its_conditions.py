"""`--certify --nonce N`: what it promises, and what stops it before the first request."""

import json
from pathlib import Path

import pytest

from harness.certifying import turn
from harness.seeds import nonce_seed, scenario_seed
from tests.certifying.conftest import git
from tests.harness.conftest import Runner

NONCE = "--nonce=TAB-2026-11"
CERTIFY = ("--sut=fake", "--certify", NONCE)


def test_the_nonce_decides_order_and_data_and_stands_in_the_pack(run: Runner, project: Path, clone: str) -> None:
    ended = run(*CERTIFY, "--stage=pit")
    assert ended.code == 0, ended.said
    record = ended.record
    assert record.claim == "certified run: conformant in every release state that the scenarios name (pit)"
    assert (record.certified, record.nonce, record.seed) == (True, "TAB-2026-11", nonce_seed("TAB-2026-11"))
    asked = [line.split()[0] for line in (project / "asked.log").read_text().splitlines()]
    played = sorted((one.id for one in record.scenarios), key=lambda one: turn("TAB-2026-11", one))
    assert asked == [str(scenario_seed(record.seed, one)) for one in played]
    assert asked != [str(scenario_seed(record.seed, one.id)) for one in record.scenarios]
    manifest = json.loads((ended.folder / "manifest.json").read_text())
    assert (manifest["certified"], manifest["nonce"], manifest["seed"]) == (True, "TAB-2026-11", record.seed)
    assert (manifest["suite"]["commit"], manifest["suite"]["clean"]) == (clone, True)
    assert len(list(ended.folder.glob("evidence-pit-*.zip"))) == 1


def test_every_broken_condition_is_named_and_nothing_is_asked(run: Runner, project: Path, clone: str) -> None:
    (project / "features" / "ownership.feature").write_text(
        (project / "features" / "ownership.feature").read_text() + "\n"
    )
    (project / "new.txt").touch()
    (project / "w.toml").write_text("waiver = []\n")
    ended = run(
        "--sut=fake",
        "--certify",
        "--nonce=two words",
        "--seed=1",
        "--address=srpd-6.2.d",
        "--waivers=w.toml",
        "--maxfail=1",
        "-o",
        "addopts=",
    )
    assert ended.code == 12
    assert not (project / "asked.log").exists()
    for said in (
        "--certify: give the Board's nonce, --nonce N",
        "--certify: the nonce decides the data; leave --seed out",
        "--certify: all scenarios of the stage are asked; leave an address out",
        "--certify: a failure does not end the run; leave -x and --maxfail out",
        "--certify: a waiver counts only if the profile declares it; leave --waivers out",
        "--certify: pytest.ini is part of the suite; leave -c and -o out",
        "--certify: the suite differs from its commit in features/ownership.feature, new.txt, w.toml; undo that",
    ):
        assert said in ended.said
    assert ended.record.certified is False
    assert ended.record.claim.startswith("no claim: ")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("-k=holder", "all scenarios of the stage are asked; leave -k out"),
        ("-m=positive", "all scenarios of the stage are asked; leave -m out"),
        ("--deselect=test_conformance.py", "all scenarios of the stage are asked"),
        ("-pdoctest", "the suite runs without further plugins; leave -p doctest out"),
    ],
)
def test_nothing_is_left_out_and_nothing_added(run: Runner, clone: str, option: str, said: str) -> None:
    ended = run(*CERTIFY, option)
    assert ended.code == 12
    assert f"--certify: {said}" in ended.said or "no scenario is left" in ended.said


def test_without_a_repository_nothing_is_certified(run: Runner) -> None:
    ended = run(*CERTIFY)
    assert ended.code == 12
    assert "--certify: the suite has to be a clone of its repository" in ended.said


def test_what_git_was_told_to_overlook_is_seen(run: Runner, project: Path, clone: str) -> None:
    git(project, "update-index", "--assume-unchanged", "steps/sentences.py")
    with (project / "steps" / "sentences.py").open("a") as file:
        file.write("\n")
    ended = run(*CERTIFY)
    assert ended.code == 12
    assert "differs from its commit in steps/sentences.py" in ended.said


def test_a_nonce_alone_is_a_wrong_configuration(run: Runner) -> None:
    ended = run("--sut=fake", NONCE)
    assert ended.code == 12
    assert "--nonce: is for a certified run; add --certify, or leave it out" in ended.said
