"""The suite's own files against its repository: which commit, and what differs from it. Changes nothing there.

An index of our own is compared, so that no mark in the repository's ("assume unchanged") can hide a change.
"""

import hashlib
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

PLAYED = ("*.py", "*.feature", "*.typ")
"""Of files that were never committed, the patch holds these; of others there is a digest, for they may be secret."""

_KEY = re.compile(rb"(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Checkout:
    """`commit` is empty where there is no repository; `untracked` are digests by path, of what is not in the patch."""

    commit: str = ""
    patch: bytes = b""
    untracked: Mapping[str, str] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        """Whether the files are those of the commit, and there is one."""
        return bool(self.commit) and not self.patch and not self.untracked


def checkout(root: Path) -> Checkout:
    """The state of the suite in this folder; one without a commit where git or the repository is not to be had."""
    try:
        git = _Git(root)
        if git.text("rev-parse", "--show-prefix"):
            return Checkout()
        commit = git.text("rev-parse", "--verify", "HEAD^{commit}")
        with TemporaryDirectory() as scratch:
            return _compared(git.apart(Path(scratch)), commit)
    except (OSError, subprocess.CalledProcessError):
        return Checkout()


def _compared(git: "_Git", commit: str) -> Checkout:
    git.bytes("read-tree", commit)
    git.bytes("add", "--update")
    for kind in PLAYED:
        git.bytes("add", "--", kind, fails=True)
    patch = git.bytes("diff", "--cached", "--binary", "--no-color", "--no-ext-diff", "--no-textconv", commit)
    others = git.bytes("ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
    names = sorted(os.fsdecode(name) for name in others if name)
    return Checkout(commit, _KEY.sub(rb"\1\n(left out)\n\2", patch), {name: git.digest(name) for name in names})


@dataclass(frozen=True, slots=True)
class _Git:
    """git in one folder, with nothing of the caller's environment that would turn it elsewhere."""

    root: Path
    more: Mapping[str, str] = field(default_factory=dict)

    def bytes(self, *arguments: str, fails: bool = False) -> bytes:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=true", "-C", str(self.root), *arguments]
        environment = {**ours, "LC_ALL": "C", **self.more}
        # git itself, without a shell, and every word of the command is ours or a name that git gave
        done = subprocess.run(command, env=environment, capture_output=True, check=not fails)  # noqa: S603
        return done.stdout

    def text(self, *arguments: str) -> str:
        return os.fsdecode(self.bytes(*arguments)).strip()

    def apart(self, scratch: Path) -> "_Git":
        """The same repository, with an index and new objects in a folder that will be thrown away."""
        objects = (self.root / self.text("rev-parse", "--git-path", "objects")).resolve()
        (scratch / "objects").mkdir()
        return _Git(
            self.root,
            {
                "GIT_INDEX_FILE": str(scratch / "index"),
                "GIT_OBJECT_DIRECTORY": str(scratch / "objects"),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects),
            },
        )

    def digest(self, name: str) -> str:
        path = self.root / name
        return hashlib.sha256(os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()).hexdigest()
