"""Every mistake in a CHECK.toml is one line with the file, the key and the mend."""

from pathlib import Path

import pytest

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.port import Misconfigured
from sut_adapters.s1sp_database.check import read_check
from sut_adapters.s1sp_database.starting import words_of

GOOD = 'command = "true --fast"\ndatabase = "sqlite:///x"\n'
THREE = 'S1SP1 = "sqlite:///one"\nS1SP2 = "sqlite:///two"\nS1SP3 = "sqlite:///three"\n'


def written(folder: Path, text: str) -> Path:
    file = folder / "CHECK.toml"
    file.write_text(text)
    return file


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("command =", "is no TOML"),
        ('database = "sqlite:///x"', 'command: is missing; write command = ["./update.sh", "--fast"]'),
        ('command = ""', 'command: has to be what starts the update: words, or one line of them, such as command = ["'),
        ("command = [1]", "command: has to be what starts the update"),
        ("command = []", "command: has to be what starts the update"),
        ('command = "true \'b"', "command: No closing quotation; quote it as a shell would"),
        ('command = "true && true"', "command: && would need a shell, and there is none; put it into a script"),
        ('command = "no-such-program-here"', "command: no-such-program-here: there is no such program on the PATH"),
        (GOOD + "[databases]\n" + THREE, "database: name either this, for all S1SPs, or databases, one for each"),
        (
            'command = "true"\n[databases]\nS1SP1 = "sqlite:///y"',
            "databases: S1SP2 and S1SP3 are missing; add --database S1SP2=URL --database S1SP3=URL, or",
        ),
        ('command = "true"\n[databases]\n' + THREE.replace("three", "two"), "databases: two S1SPs have the same"),
        ('command = "true"\n[databases]\nS1SP9 = "y"', "databases.S1SP9: is none of S1SP1, S1SP2, S1SP3; write ["),
        ('command = "true"\n[databases]\nS1SP1 = 1', "databases.S1SP1: has to be the URL of a database, such as ["),
        ('command = "true"\n[databases]\n', "databases: is empty; write S1SP1 = URL"),
        ('command = "true"\ndatabases = "x"', "databases: has to be a table with a URL for each S1SP, such as ["),
        ('command = "true"\ndatabase = 5', 'database: has to be the URL of one database, such as database = "sqlite'),
        ('command = "true"\ndatabase = "x"', "database: is no database URL; write sqlite:///FILE"),
        ('command = "true"\ndatabase = "sqlite:///."', ": is a folder; name a file in it"),
        ('command = "true"\ndatabase = "sqlite:///CHECK.toml"', "CHECK.toml: is no SQLite database; name one, or"),
        (GOOD + 'claims = ["tier3"]', "claims: has to be a list with 'tier2' in it or nothing, such as claims = ["),
        (GOOD + 'claims = "tier2"', "claims: has to be a list"),
        (GOOD + 'population = "fiat"', "population: has to be a number of devices or 'fia', such as population = 5000"),
        (GOOD + "population = 0", "population: has to be a number of devices or 'fia'"),
        (GOOD + "population = true", "population: has to be a number of devices or 'fia'"),
        (GOOD + "population = 5", "population: a population of 5 devices has no room for each kind; ask for"),
        (GOOD + 'seed = "107"', "seed: has to be a whole number, such as seed = 107"),
        (
            GOOD + "command_s = -1",
            "command_s: has to be a number of seconds above 0 and up to 1000000, such as command_s",
        ),
        (GOOD + "command_s = true", "command_s: has to be a number of seconds"),
        (GOOD + "command_s = nan", "command_s: has to be a number of seconds"),
        (GOOD + "command_s = inf", "command_s: has to be a number of seconds"),
        (GOOD + "kills = 0", "kills: has to be a whole number from 1 to 1000, such as kills = 20"),
        (GOOD + "kills = true", "kills: has to be a whole number"),
        (GOOD + "schema_map = 1", 'schema_map: has to be the name of a TOML file, such as schema_map = "names.toml"'),
        (GOOD + 'schema_map = "none.toml"', "none.toml: No such file or directory; name a file that can be read"),
        (GOOD + 'start_in = "nowhere"', "start_in: there is no folder "),
        (GOOD + 'comand = "x"', "comand: is no key of a check; perhaps command is meant"),
        (GOOD + 'zzz = "x"', "zzz: is no key of a check; known are command, start_in, database, databases, schema_map"),
        (GOOD + 'folder = "/"', "folder: is not for you to say"),
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
    text = 'command = "true"\ndatabase = "postgresql://me:secret@here/x"\npopulation = -1'
    with pytest.raises(Misconfigured) as raised:
        read_check(written(tmp_path, text))
    assert "secret" not in str(raised.value)


def test_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="No such file or directory; name a check that can be read"):
        read_check(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("true --at 'a | b' > log", None),
        ("true 2>&1", None),
        ("true ; true", None),
        (
            "true --separator '|' --from http://here/?a=1&b=2;c",
            ("--separator", "|", "--from", "http://here/?a=1&b=2;c"),
        ),
        ("true --say it\\'s", ("--say", "it's")),
    ],
)
def test_only_what_a_shell_would_act_upon_is_refused(line: str, words: tuple[str, ...] | None) -> None:
    if words is None:
        with pytest.raises(
            ValueError, match="would need a shell, and there is none; put it into a script, or quote it"
        ):
            words_of(line)
    else:
        assert words_of(line) == ("true", *words)


def test_a_bare_url_holds_all_three_beside_the_file(tmp_path: Path) -> None:
    check = read_check(written(tmp_path, GOOD))
    assert check.urls == {f"sqlite:///{tmp_path}/x": S1SPS}
    assert check.words == ("true", "--fast")


def test_one_that_names_no_database_has_its_own(tmp_path: Path) -> None:
    check = read_check(written(tmp_path, 'command = "true"'))
    assert check.on_databases_of_its_own
    assert check.beside(tmp_path).urls == {f"sqlite:///{tmp_path}/{s1sp}.sqlite": (s1sp,) for s1sp in S1SPS}


def test_each_s1sp_may_have_its_own(tmp_path: Path) -> None:
    text = 'command = ["true", "b c"]\n[databases]\n' + THREE
    check = read_check(written(tmp_path, text))
    assert check.urls[f"sqlite:///{tmp_path}/two"] == (Component.S1SP2,)
    assert check.words == ("true", "b c")
