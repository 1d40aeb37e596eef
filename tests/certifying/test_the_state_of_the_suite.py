"""Which commit, what differs from it, and no secret in the patch."""

import hashlib
from pathlib import Path

import pytest

from harness.checkout import Checkout, checkout
from tests.certifying.conftest import committed, git


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    folder = tmp_path / "suite"
    folder.mkdir()
    (folder / "steps.py").write_text("one = 1\n")
    committed(folder)
    return folder


def test_a_clone_is_clean(suite: Path) -> None:
    found = checkout(suite)
    assert found == Checkout(git(suite, "rev-parse", "HEAD"))
    assert found.clean


def test_a_change_is_in_the_patch_and_the_patch_makes_it_again(suite: Path, tmp_path: Path) -> None:
    (suite / "steps.py").write_text("one = 2\n")
    (suite / "more.py").write_text("two = 2\n")
    found = checkout(suite)
    assert not found.clean
    git(suite, "stash", "--include-untracked", "--quiet")
    (tmp_path / "suite.patch").write_bytes(found.patch)
    git(suite, "apply", str(tmp_path / "suite.patch"))
    assert ((suite / "steps.py").read_text(), (suite / "more.py").read_text()) == ("one = 2\n", "two = 2\n")


def test_looking_changes_nothing(suite: Path) -> None:
    (suite / "more.py").write_text("two = 2\n")
    before = {path: path.read_bytes() for path in suite.rglob("*") if path.is_file()}
    checkout(suite)
    assert {path: path.read_bytes() for path in suite.rglob("*") if path.is_file()} == before


def test_what_may_be_secret_is_a_digest(suite: Path) -> None:
    (suite / "profile.key").write_text("secret")
    found = checkout(suite)
    assert (found.patch, found.clean) == (b"", False)
    assert found.untracked == {"profile.key": hashlib.sha256(b"secret").hexdigest()}


def test_a_key_never_stands_in_the_patch(suite: Path) -> None:
    (suite / "steps.py").write_text("K = '''-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----'''\n")
    assert b"CANARY" not in checkout(suite).patch


@pytest.mark.parametrize("variable", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
def test_the_callers_environment_turns_it_nowhere_else(
    suite: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "/nowhere")
    assert checkout(suite).commit


def test_without_git_there_is_no_commit(suite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert checkout(suite) == Checkout()


def test_a_folder_in_somebody_elses_repository_has_no_commit(suite: Path) -> None:
    (suite / "copy").mkdir()
    assert checkout(suite / "copy") == Checkout()
