"""Every mistake in a CHECK.toml is one line with the file, the key and the mend."""

from pathlib import Path

import pytest

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.port import Misconfigured
from sut_adapters.s1sp_database.check import read_check

GOOD = 'command = "update --fast"\ndatabase = "sqlite:///x"\n'


def written(folder: Path, text: str) -> Path:
    file = folder / "CHECK.toml"
    file.write_text(text)
    return file


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("command =", "is no TOML"),
        ('database = "x"', "command: Field required"),
        ('command = ""\ndatabase = "x"', "command"),
        ('command = "a"', "name either database, for all S1SPs, or databases, one for each"),
        ('command = "a"\ndatabase = "x"\n[databases]\nS1SP1 = "y"', "name either database"),
        (
            'command = "a"\n[databases]\nS1SP1 = "y"',
            "databases: S1SP2 and S1SP3 are missing; add --database S1SP2=URL --database S1SP3=URL, or",
        ),
        ('command = "a"\n[databases]\nS1SP1 = "y"\nS1SP3 = "z"', "S1SP2 is missing; add --database S1SP2=URL, or"),
        ('command = "a"\n[databases]\nS1SP1 = "y"\nS1SP2 = "y"\nS1SP3 = "z"', "two S1SPs have the same"),
        ('command = "a"\n[databases]\nS1SP9 = "y"', "databases.S1SP9"),
        (GOOD + 'claims = ["tier3"]', "claims.0: Input should be 'tier2'"),
        (GOOD + 'population = "all"', "population"),
        (GOOD + "population = 0", "population"),
        (GOOD + "population = 5", "population: a population of 5 devices has no room for each kind; ask for"),
        (GOOD + "command_s = -1", "command_s: Input should be greater than 0"),
        (GOOD + 'comand = "x"', "comand: Extra inputs are not permitted"),
        (GOOD + 'folder = "/"', "folder: is not for you to say"),
        ('command = "a \'b"\ndatabase = "x"', "command: No closing quotation"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(Misconfigured) as raised:
        read_check(file)
    assert str(raised.value).startswith(f"{file}: ")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    text = 'command = "a"\ndatabase = "postgresql://me:secret@here/x"\npopulation = -1'
    with pytest.raises(Misconfigured) as raised:
        read_check(written(tmp_path, text))
    assert "secret" not in str(raised.value)


def test_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="No such file or directory; name a check that can be read"):
        read_check(tmp_path / "none.toml")


def test_a_bare_url_holds_all_three_beside_the_file(tmp_path: Path) -> None:
    check = read_check(written(tmp_path, GOOD))
    assert check.urls == {f"sqlite:///{tmp_path}/x": S1SPS}
    assert check.words == ("update", "--fast")


def test_each_s1sp_may_have_its_own(tmp_path: Path) -> None:
    text = 'command = ["a", "b c"]\n[databases]\nS1SP1 = "one"\nS1SP2 = "two"\nS1SP3 = "three"'
    check = read_check(written(tmp_path, text))
    assert check.urls["two"] == (Component.S1SP2,)
    assert check.words == ("a", "b c")
