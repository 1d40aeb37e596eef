"""A copy of the project in which mutmut can reach what it otherwise leaves alone: functions that are decorated.

It changes no function that bears a decorator, and every reading of a clause does. In the copy the decorator is called
after the function instead, which is the same thing.
"""

import ast
import shutil
from pathlib import Path

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
CALLED_AFTER = frozenset({"clause", "as_ruled", "cache"})
"""Decorators that give a value of their own, whenever they are called."""


def prepare(folder: Path) -> Path:
    """The copy, in place of any earlier one; what is no source stays behind."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "latest", "*.egg-info")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    for module in sorted((folder / "rulebook").rglob("*.py")):
        module.write_text(unrolled(module.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def unrolled(source: str) -> str:
    """The source with `@clause(...)` and the like written as calls behind their functions."""
    lines = source.splitlines()
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    for function in reversed(functions):
        names = [_name(decorator) for decorator in function.decorator_list]
        if names and set(names) <= CALLED_AFTER:
            calls = [ast.unparse(decorator) for decorator in reversed(function.decorator_list)]
            after = [f"{function.name} = {call}({function.name})" for call in calls]
            end = function.end_lineno or function.lineno
            lines[end:end] = ["", "", *after]
            del lines[function.decorator_list[0].lineno - 1 : function.lineno - 1]
    return "\n".join(lines) + "\n"


def _name(decorator: ast.expr) -> str:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return called.id if isinstance(called, ast.Name) else ""
