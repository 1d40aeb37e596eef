"""Whatever is wrong with an option of `mp107 update-check` is one line and exit 12, before anything is filled."""

from itertools import chain
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands.__main__ import app

SCRIPTS = {
    "not-executable": "#!/bin/sh\n",
    "text": "echo 1\n",
    "interpreter": "#!/no/such/sh\n",
    "by-env": "#!/usr/bin/env python99\n",
    "windows": "#!/bin/sh\r\necho\r\n",
    "true": "#!/bin/sh\n",
}
MISTAKES: tuple[tuple[str, str], ...] = (
    ("--database sqlite:///a --database sqlite:///b", "--database: give one bare URL for all S1SPs, or S1SP1=URL"),
    ("--database S1SP1=sqlite:///a --database S1SP1=sqlite:///b", "--database: an S1SP stands twice"),
    (
        "--database S1SP1=sqlite:///a",
        "--database: S1SP2 and S1SP3 are missing; add --database S1SP2=URL --database S1SP3=URL, or",
    ),
    (
        "--database S1SP1=sqlite:///a --database S1SP2=sqlite:///./a --database S1SP3=sqlite:///b",
        "--database: two S1SPs have the same; give it as one bare URL, for all of them",
    ),
    ("--database S1SP9=sqlite:///a", "--database: 'S1SP9' is none of S1SP1, S1SP2 and S1SP3; write S1SP1=URL"),
    ("--database s1sp1=sqlite:///a", "--database: 's1sp1' is none of S1SP1, S1SP2 and S1SP3; write S1SP1=URL"),
    ("--database here", "--database: is no database URL; write sqlite:///FILE"),
    ("--database S1SP1=here", "--database: S1SP2 and S1SP3 are missing"),
    ("--database db2://here/one", "--database: 'db2' is no kind of database known here; write sqlite:///FILE"),
    ("--database sqlite:///folder", "--database: {here}/folder: is a folder; name a file in it"),
    ("--database sqlite:///pyproject.toml", "--database: {here}/pyproject.toml: is no SQLite database; name one, or"),
    ("--database sqlite:///no/where", "--database: {here}/no/where: there is no folder {here}/no; make it, or"),
    ("--database sqlite:///:memory:", "--database: :memory:: is no file that an update could open as well"),
    ("--database sqlite:///file:one?uri=true", "is no file that an update could open as well"),
    (
        "--database postgresql://me:secret@127.0.0.1:1/one",
        "--database: postgresql://me:***@127.0.0.1:1/one: connection failed: ",
    ),
    ("--command no-such-program-here", "--command: no-such-program-here: there is no such program on the PATH; name"),
    ("--command ./none", "--command: ./none: there is no such file; name a program that can be started"),
    ("--command ~/none", "--command: ~/none: there is no such file; write the whole path for ~"),
    ("--command ./folder", "--command: {here}/folder: is a folder; name the program in it"),
    ("--command ./not-executable", "--command: {here}/not-executable: is not executable; say chmod +x of it, or"),
    ("--command not-executable", "--command: {here}/not-executable: is not executable; say chmod +x of it, or"),
    ("--command ./text", "--command: {here}/text: is a text without a first line that says what runs it"),
    ("--command ./interpreter", "--command: {here}/interpreter: its first line names /no/such/sh, which cannot be"),
    ("--command ./by-env", "--command: {here}/by-env: its first line names python99, which is not on the PATH"),
    ("--command ./windows", "--command: {here}/windows: its first line ends as lines do in Windows; save it"),
    ("--command true", "--command: true: is a file here and a program, "),
    ("--command sh+none.sh", "--command: sh: there is no file none.sh in {here}; write its whole path"),
    ("--command sh+-c+x+|+cat", "--command: | would need a shell, and there is none; put it into a script"),
    ("--command +", "--command: is empty; name a program"),
    ("--command '", "--command: No closing quotation; quote it as a shell would"),
    ("--population many", "--population: 'many' is neither fia nor a number of devices"),
    ("--population -5", "--population: '-5' is neither fia nor a number of devices"),
    ("--population 99999999999", "--population: '99999999999' is neither fia nor a number of devices"),
    ("--population 5", "--population: a population of 5 devices has no room for each kind; ask for"),
    ("--claim tier9", "--claim: 'tier9' is no claim; tier2 is the only one"),
    ("--limit 0", "--limit: 0 is no time; give seconds above 0 and up to 1000000, such as 600"),
    ("--limit nan", "--limit: nan is no time; give seconds above 0"),
    ("--schema-map pyproject.toml", "--schema-map: the reference update knows no names but ours; give the update"),
    ("--command sh --schema-map none.toml", "--schema-map: none.toml: No such file or directory; name a file"),
    ("--command sh --schema-map pyproject.toml", "--schema-map: pyproject.toml: no table is called 'project' here"),
    ("--command sh --schema-map trial.toml", "--schema-map: trial.toml: devices: 'MP107_Trial' is a table of this"),
    ("--check pyproject.toml", "{here}/pyproject.toml: is no check that this command wrote; name another by --check"),
    ("--check folder", "{here}/folder: cannot be written: Is a directory; name another by --check"),
    ("--check no/where", "{here}/no/where: cannot be written: No such file or directory; name another by --check"),
)


@pytest.mark.parametrize(("words", "said"), MISTAKES, ids=[words for words, _ in MISTAKES])
def test_a_mistake_is_one_line(words: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "trial.toml").write_text('[devices]\ntable = "MP107_Trial"\n')
    for name, text in SCRIPTS.items():
        (tmp_path / name).write_bytes(text.encode())
        (tmp_path / name).chmod(0o644 if name == "not-executable" else 0o755)
    before = {file.name for file in tmp_path.iterdir()}
    given = list(chain(["update-check"], (word.replace("+", " ") for word in words.split())))
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 12, done.output
    assert done.stderr.startswith(f"mp107 update-check: {said.replace('{here}', str(tmp_path))}") or (
        said.startswith("is ") and said in done.stderr
    ), done.stderr
    assert done.stderr.count("\n") == 1
    assert "secret" not in done.stderr
    assert {file.name for file in tmp_path.iterdir()} == before
