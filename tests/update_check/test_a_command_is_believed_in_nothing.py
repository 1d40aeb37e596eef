"""A program that hangs, floods, dies or cannot be started comes to one line, and its word is not taken for the deed."""

import re
import sys
from os import sched_yield
from pathlib import Path

import pytest

from data_update.faulty import find_fault
from proof.update_trials import called
from rulebook.vocabulary import Component
from sut_adapters.port import Misconfigured, Unreachable
from sut_adapters.s1sp_database.command import KEPT, Command, Mode
from sut_adapters.s1sp_database.interleaving import stat
from tests.update_check.conftest import Opened, Played

S1SP = Component.S1SP1


def program(text: str, limit_s: float = 60) -> Command:
    return Command((sys.executable, "-c", text), limit_s, Path.cwd())


def test_it_is_told_the_same_by_environment_and_by_arguments() -> None:
    told = program("import os, sys; print(os.environ['MP107_DATABASE_URL'], os.environ['MP107_S1SP'], sys.argv[1:])")
    said = told.run("sqlite:///here", S1SP, Mode.DRY_RUN).said
    assert said == "sqlite:///here S1SP1 ['--database', 'sqlite:///here', '--s1sp', 'S1SP1', '--mode', 'dry-run']"


def test_one_that_does_not_end_is_ended() -> None:
    with pytest.raises(Unreachable, match=r"wait: the update did not end within 0.2 seconds"):
        program("import time; time.sleep(600)", 0.2).run("", S1SP, Mode.APPLY)


def test_whatever_it_has_started_ends_with_it(tmp_path: Path) -> None:
    child = "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])"
    text = f"import subprocess, sys; {child}; open({str(tmp_path / 'pid')!r}, 'w').write(str(p.pid))"
    assert program(text).run("", S1SP, Mode.APPLY).succeeded
    started = int((tmp_path / "pid").read_text())
    while stat(started)[:1] not in ([], ["Z"], ["X"]):
        sched_yield()


def test_one_that_prints_without_end_is_cut_short() -> None:
    report = program(f"print('x' * {3 * KEPT})").run("", S1SP, Mode.APPLY)
    assert report.succeeded
    assert len(report.said) < 300


@pytest.mark.parametrize("printed", ["", "no JSON", "[1, 2]", "{", "[" * 100_000, "\\xff\\xfe", "NaN"])
def test_what_is_no_json_object_has_no_counts(printed: str) -> None:
    report = program(f"import sys; sys.stdout.buffer.write({printed!r}.encode('latin-1'))").run("", S1SP, Mode.APPLY)
    assert report.counts == {}


def test_one_that_is_killed_has_not_succeeded() -> None:
    report = program("import os; os.kill(os.getpid(), 9)").run("", S1SP, Mode.APPLY)
    assert not report.succeeded


def test_one_that_cannot_be_started_is_a_configuration_error() -> None:
    with pytest.raises(Misconfigured, match=r"command: /no/such/program: .*name a program that can be started"):
        Command(("/no/such/program",), 1, Path.cwd()).run("", S1SP, Mode.APPLY)


def test_one_that_does_nothing_and_says_that_it_did_is_caught(opened: Opened, play: Played) -> None:
    said = play(opened(program("print('{}')")), "when-all-three-have-been-carried-out")
    assert all(one.startswith("FAIL: expected not put right: none") for one in said.values())


def test_of_one_that_floods_the_last_words_are_kept() -> None:
    text = f"import sys; sys.stderr.write({KEPT + 7} * 'x' + '\\n'); sys.exit('no space left')"
    assert program(text).run("", S1SP, Mode.APPLY).said.endswith("x... / no space left")


def test_one_that_fails_says_so_in_the_verdict(opened: Opened, play: Played) -> None:
    said = play(opened(program("import sys; sys.exit('no space left')")), "when-all-three-have-been-carried-out")
    assert list(said.values()) == [
        "FAIL: expected the update says that it succeeded, observed the update exits with 1: no space left"
    ]


def test_what_it_does_to_other_tables_is_seen(opened: Opened, play: Played) -> None:
    text = (
        "import os, sqlite3; c = sqlite3.connect(os.environ['MP107_DATABASE_URL'][10:]);"
        "c.execute(\"update registrations set licence_area = 'x'\"); c.commit()"
    )
    said = play(opened(program(text)), "the-update-of-s1sp-leaves-what-is-wrong-at-other::s1sp1_s1sp2")
    assert all("other rows changed: registrations" in one for one in said.values())


SPOILT = """
import os, sqlite3
with sqlite3.connect(os.environ["MP107_DATABASE_URL"][10:]) as database:
    slot = "select device_id, slot from anchor_slots join devices using (device_id) where s1sp = 'S1SP2' limit 1"
    set_so = "update anchor_slots set {column} = cast(? as text)"
    database.execute(set_so + " where (device_id, slot) in (" + slot + ")", [b"\\xff\\n\\t"])
"""


@pytest.mark.parametrize("column", ["certificate", "owner", "use", "slot", "version"])
def test_octets_that_are_no_text_fail_it(column: str, opened: Opened, play: Played) -> None:
    spoilt = program(SPOILT.replace("{column}", column))
    said = play(opened(spoilt), "the-update-of-s1sp-leaves-what-is-wrong-at-other::s1sp1_s1sp2")
    assert all(one.startswith("FAIL: ") for one in said.values()), said


GONE = """
import os, sqlite3
with sqlite3.connect(os.environ["MP107_DATABASE_URL"][10:]) as database:
    database.execute("delete from anchor_slots")
"""


def test_slots_that_are_gone_fail_it(opened: Opened, play: Played) -> None:
    said = play(opened(program(GONE)), "certificates-give-way-to-operator")
    assert all(one.startswith("FAIL: ") for one in said.values()), said


def test_it_is_started_once_for_each_story_and_not_for_each_scenario(
    opened: Opened, play: Played, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    played = play(opened(program(f"open({str(log)!r}, 'a').write('once;')")), "each-s1sps-script-is-about")
    assert len(played) == 7
    stories = ("1 2 3", "1", "2", "3")
    assert log.read_text().count("once;") == len({story[:end] for story in stories for end in (1, 3, 5) if story[:end]})


@pytest.mark.parametrize(
    ("name", "s1sp", "amiss"),
    [
        ("same-version", "s1sp1", "under no higher version"),
        ("octets-where-none-are-kept", "s1sp3", "with octets, where the S1SP keeps Certificate IDs only"),
    ],
)
def test_what_is_amiss_with_the_right_certificate_is_said(
    name: str, s1sp: str, amiss: str, opened: Opened, play: Played
) -> None:
    said = play(opened(called(find_fault(name))), f"not-one-row-of-its-database-beside-them-is-touched::{s1sp}")
    (verdict,) = said.values()
    assert verdict.startswith("FAIL: expected not put right: none, observed not put right: 02-4D-50-44-")
    assert f" Network Operator ({amiss}), " in verdict


OTHER_SERIAL = """
import os, sqlite3
with sqlite3.connect(os.environ["MP107_DATABASE_URL"][10:]) as database:
    database.execute("update anchor_slots set serial = '47' || char(27) || '11', version = version + 1")
"""
HELD, PUBLISHED = "serial 47 11 of MP107 population issuing", r"serial [0-9]{30,} of MP107 population issuing"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "certificates-give-way-to-operator",
            f"Southfell's for digital signing, issue unknown, {HELD}, where {PUBLISHED} is published; ",
        ),
        (
            "not-one-row-of-its-database-beside-them-is-touched::s1sp1",
            rf"critical Network Operator \(holds {HELD}, and not {PUBLISHED}\), ",
        ),
    ],
)
def test_a_certificate_that_nobody_has_made_is_told_beside_the_right_one(
    words: str, told: str, opened: Opened, play: Played
) -> None:
    said = next(iter(play(opened(program(OTHER_SERIAL)), words).values()))
    assert said.startswith("FAIL: ")
    assert re.search(told, said), said


STRANGER = """
import os, sqlite3
with sqlite3.connect(os.environ["MP107_DATABASE_URL"][10:]) as database:
    database.execute("update anchor_slots set owner = '90-B3-D5-1F-30-00-00-99', version = version + 1")
"""


def test_a_stranger_in_the_slots_that_users_write_is_no_fault_of_the_suites(opened: Opened, play: Played) -> None:
    said = play(opened(program(STRANGER)), "what-users-have-placed-since-at-s1sp-survives-the-way-back::s1sp1")
    (verdict,) = said.values()
    assert verdict.startswith("INCONCLUSIVE: understand: a slot of 02-4D-50-44-")
    assert verdict.endswith(" holds certificates of 90-B3-D5-1F-30-00-00-99, who takes no part in this")
