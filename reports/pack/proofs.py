"""The proofs of the suite that lie beside a run. Only those of the suite that asked go into its pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

from harness.parts import changed
from harness.verdicts import EXIT_CODES, RunVerdict
from reports.html.kills import proved, read

COMMANDS = {
    "kill-matrix.json": "mp107 kill-matrix",
    "update-kill-matrix.json": "mp107 kill-matrix --requirement 2",
    "proof.json": "mp107 prove",
}
"""By the file that says what a proof came to: how it is made."""

KILL_MATRICES = ("kill-matrix.json", "update-kill-matrix.json")

SUITE_ERROR = EXIT_CODES[RunVerdict.SUITE_ERROR]


@dataclass(frozen=True, slots=True)
class Proofs:
    """By name of its file: the content of each that holds of this suite, and of each other why it does not."""

    contents: Mapping[str, bytes]
    left_out: Mapping[str, str]

    @property
    def kill_matrices(self) -> list[bytes]:
        """Those of this suite."""
        return [self.contents[name] for name in KILL_MATRICES if name in self.contents]

    @property
    def kill_matrices_left_out(self) -> list[str]:
        """Of each of the others a line that says why."""
        return [f"{name}: {self.left_out[name]}" for name in KILL_MATRICES if name in self.left_out]

    @property
    def in_a_line(self) -> str:
        """Whether this suite has been shown to catch wrong systems."""
        return proved(read(*self.kill_matrices), self.kill_matrices_left_out)


class _Proof(TypedDict):
    exit_code: int
    made_from: dict[str, str]


_proof = TypeAdapter(_Proof)


def proofs(folder: Path, parts: Mapping[str, str]) -> Proofs:
    """What an earlier command left in the folder. `parts` are the digests of the suite that asked."""
    found = {name: (folder / name).read_bytes() for name in COMMANDS if (folder / name).is_file()}
    wrong = {name: objection(name, content, parts) for name, content in found.items()}
    return Proofs(
        {name: content for name, content in found.items() if not wrong[name]},
        {name: said for name, said in wrong.items() if said},
    )


def objection(name: str, content: bytes, parts: Mapping[str, str]) -> str:
    """Why a proof says nothing about the suite of these parts, with the mend; empty where it does."""
    try:
        proof = _proof.validate_json(content)
    except ValidationError:
        return f"it does not say of which suite it is; make it again: {COMMANDS[name]}"
    if others := changed(proof["made_from"], parts):
        return f"it is stale: {_listed(others)} changed since it was made; make it again: {COMMANDS[name]}"
    if proof["exit_code"] == SUITE_ERROR:
        return f"it shows nothing: the suite itself was at fault when it was made; see {COMMANDS[name]}"
    return ""


def take_away(folder: Path, left_out: Mapping[str, str]) -> None:
    """With their tables and pages, which no manifest could list."""
    for name in left_out:
        for path in folder.glob(f"{Path(name).stem}.*"):
            path.unlink()


def _listed(folders: tuple[str, ...]) -> str:
    named = [f"{folder}/" for folder in folders]
    return f"{', '.join(named[:-1])} and {named[-1]} have" if named[1:] else f"{named[0]} has"
