"""Of an update that fails a few telling lines are shown, without what steers a terminal or is a password."""

import sys
from pathlib import Path

import pytest

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.command import Command, Mode
from sut_adapters.s1sp_database.last_words import LONGEST, last_words, passwords
from sut_adapters.trouble import Unreachable

TRACEBACK = """Traceback (most recent call last):
  File "/home/me/update.py", line 3, in <module>
    cursor.execute(statement)
sqlite3.OperationalError: no such table: ANCHOR

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/me/update.py", line 9, in <module>
    raise
sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) no such table: ANCHOR
[SQL: SELECT owner FROM ANCHOR]
[parameters: ('x',)]
(Background on this error at: https://sqlalche.me/e/20/e3q8)
"""


def test_of_an_error_of_sqlalchemy_the_error_and_the_statement_are_told() -> None:
    assert last_words(TRACEBACK).split(" / ") == [
        "sqlite3.OperationalError: no such table: ANCHOR",
        "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) no such table: ANCHOR",
        "[SQL: SELECT owner FROM ANCHOR]",
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", ""),
        ("\n\x00\n", ""),
        ("one\ntwo\nthree\nfour\nfive\n", "two / three / four / five"),
        ("  only a stack\n  of two\n", "only a stack / of two"),
        ("\x1b[31mred\x1b[0m and \x1b]0;title\x07plain\x9b2J", "red and plain"),
        ("half\x1b[3", "half3"),
        ("back\x08space\u202eright to left", "back space right to left"),
        ("10%\r20%\rdone", "10% / 20% / done"),
        ("x" * 1000, "x" * LONGEST + "..."),
    ],
)
def test_lines_are_few_short_and_plain(said: str, told: str) -> None:
    assert last_words(said) == told


def test_octets_that_are_no_text_are_told_by_their_numbers() -> None:
    text = "import sys; sys.stderr.buffer.write(b'gone: \\xff\\xfe\\x00'); sys.exit(3)"
    report = Command((sys.executable, "-c", text), 60, Path.cwd()).run("", Component.S1SP1, Mode.APPLY)
    assert str(report) == "the update exits with 3: gone: \\xff\\xfe"


@pytest.mark.parametrize("before", range(LONGEST - 12, LONGEST + 1, 3))
def test_no_part_of_a_password_is_told_where_a_line_is_cut(before: int) -> None:
    url = "postgresql://me:canary%2Fof-nobody@here/one"
    text = f"import sys; sys.exit({before} * 'x' + 'canary/of-nobody and ' + sys.argv[2])"
    report = Command((sys.executable, "-c", text), 60, Path.cwd()).run(url, Component.S1SP1, Mode.APPLY)
    assert report.exit_code == 1
    assert "can" not in report.said


@pytest.mark.parametrize(
    "url", ["postgresql://me:a-secret@here/one", "postgresql://here/one?user=me&password=a-secret"]
)
def test_a_password_is_known_wherever_a_url_has_it(url: str) -> None:
    assert "a-secret" in passwords(url)


def test_one_that_hangs_is_told_to_be_given_longer_by_the_option_of_the_command() -> None:
    with pytest.raises(Unreachable, match=r"within 0.2 seconds; give it longer by --limit SECONDS, or by command_s in"):
        Command((sys.executable, "-c", "import time; time.sleep(600)"), 0.2, Path.cwd()).run(
            "", Component.S1SP1, Mode.APPLY
        )
