"""What mutmut makes of a module: the same module with every mutant in it, asleep until it is named."""

import difflib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path

from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name, orig_function_and_class_names_from_key

from proof.survivors import Survivor


@dataclass(frozen=True, slots=True)
class Mutant:
    """`name` wakes it; `function` is what is called instead of it as long as it sleeps, as mutmut names that."""

    name: str
    change: Survivor

    @property
    def function(self) -> str:
        return self.name.partition("__mutmut_")[0]

    def belongs_to(self, parts: Collection[str]) -> bool:
        """To one of these files (`rulebook/model/*`), or of these functions; to no part at all, everything does."""
        return not parts or any(fnmatch(self.change.file, one) or fnmatch(self.name, one) for one in parts)


def mutated(file: Path, source: str) -> tuple[str, tuple[Mutant, ...]]:
    """The module's text with its mutants beside each function, and these; `file` is relative to the project."""
    made = mutate_file_contents(str(file), source)
    return made.code, tuple(_mutant(file, name, made) for name in made.mutant_names)


def write(mutants: Iterable[Mutant], path: Path) -> None:
    """Read again by `read`."""
    path.write_text(json.dumps([asdict(mutant) for mutant in mutants], indent=0), encoding="utf-8")


def read(path: Path) -> tuple[Mutant, ...]:
    """In the order of the files."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Mutant(entry["name"], Survivor(**entry["change"])) for entry in entries)


def _mutant(file: Path, name: str, made: MutatedFile) -> Mutant:
    original = _lines(name.partition("__mutmut_")[0] + "__mutmut_orig", made)
    changed = list(difflib.unified_diff(original, _lines(name, made), lineterm="", n=0))[2:]
    function, of_class = orig_function_and_class_names_from_key(name)
    place = f"{of_class}.{function}" if of_class else function
    change = Survivor(file.as_posix(), place, _joined(_begun(changed, "-")), _joined(_begun(changed, "+")))
    return Mutant(get_mutant_name(file, name), change)


def _lines(name: str, made: MutatedFile) -> list[str]:
    span = made.line_span_by_function_name[name]
    lines = made.code.splitlines()[span.start - 1 : span.end]
    return [line.replace(name, "") for line in lines]


def _begun(changed: Iterable[str], sign: str) -> Iterator[str]:
    return (line[1:] for line in changed if line.startswith(sign))


def _joined(lines: Iterable[str]) -> str:
    return " ".join(" ".join(lines).split())
