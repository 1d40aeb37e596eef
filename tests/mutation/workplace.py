"""A copy of the project with mutants in it, and without anything that keeps mutmut from a function.

mutmut leaves a function alone that bears a decorator, and every reading of a clause does. In the copy the decorator is
called after the function instead, which is the same thing.
"""

import ast
import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from mutmut.configuration import config

from tests.mutation.mutants import Mutant, mutated, write

ROOT = Path(__file__).absolute().parents[2]
COPIED = (
    "commands",
    "data_update",
    "examples",
    "features",
    "harness",
    "legal",
    "proof",
    "reports",
    "rulebook",
    "steps",
    "sut_adapters",
    "tests",
    "conftest.py",
    "pyproject.toml",
    "pytest.ini",
    "test_conformance.py",
)
CALLED_AFTER = frozenset({"clause", "as_ruled", "cache", "property", "cached_property"})
"""Decorators that give a value of their own, whenever they are called."""

MUTANTS = "mutants.json"


def copy(folder: Path) -> Path:
    """The copy, in place of any earlier one; what is no source stays behind."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "latest", "*.egg-info")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def fingerprint(folder: Path) -> str:
    """Of a copy without mutants: another, if anything could change what becomes of one."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def mutate(folder: Path) -> tuple[Mutant, ...]:
    """Puts the mutants into a copy."""
    mutants = tuple(mutant for module in _to_mutate(folder) for mutant in _mutated_in_place(module, folder))
    write(mutants, folder / MUTANTS)
    return mutants


def unrolled(source: str) -> str:
    """The source with `@clause(...)`, `@property` and the like written as calls behind their functions."""
    lines = source.splitlines()
    for function in reversed(list(_functions(ast.parse(source)))):
        names = [_name(decorator) for decorator in function.decorator_list]
        if names and set(names) <= CALLED_AFTER:
            calls = [ast.unparse(decorator) for decorator in reversed(function.decorator_list)]
            indent = " " * function.col_offset
            after = [f"{indent}{function.name} = {call}({function.name})" for call in calls]
            end = function.end_lineno or function.lineno
            lines[end:end] = ["", *after]
            del lines[function.decorator_list[0].lineno - 1 : function.lineno - 1]
    return "\n".join(lines) + "\n"


def _to_mutate(folder: Path) -> Iterator[Path]:
    for source in config().source_paths:
        for module in sorted((folder / source).rglob("*.py")):
            if config().should_mutate(module.relative_to(folder)):
                yield module


def _mutated_in_place(module: Path, folder: Path) -> tuple[Mutant, ...]:
    code, mutants = mutated(module.relative_to(folder), unrolled(module.read_text(encoding="utf-8")))
    module.write_text(code, encoding="utf-8")
    return mutants


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Of the module and of its classes, in their order."""
    for node in tree.body:
        inside = node.body if isinstance(node, ast.ClassDef) else [node]
        yield from (one for one in inside if isinstance(one, ast.FunctionDef))


def _name(decorator: ast.expr) -> str:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return called.id if isinstance(called, ast.Name) else ""
