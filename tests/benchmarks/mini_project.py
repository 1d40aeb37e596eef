"""Writes a small pytest-bdd project: always the same scenarios, and as many step definitions beside them as wanted."""

from pathlib import Path

SCENARIOS = 78
KINDS = ("given", "given", "given", "when", "then", "then")
"""The steps of every scenario, each with a definition of its own."""

REPEATED = 13
"""How often a sentence occurs: 3,860 steps to 301 sentences in this project's own features."""

HEAD = '''"""The step definitions of a benchmark."""

from pytest_bdd import given, parsers, then, when
'''
DEFINITION = """

@{kind}(parsers.parse("{words} {{number:d}}"))
def _(number):
    pass
"""
BINDING = '''"""Binds the feature of a benchmark."""

from pytest_bdd import scenarios

scenarios("mini.feature")
'''


def write_mini_project(folder: Path, unused: int) -> Path:
    """The folder, with `unused` step definitions in it that no sentence needs, among the six that are needed."""
    folder.mkdir()
    needed = [DEFINITION.format(kind=kind, words=_words(place)) for place, kind in enumerate(KINDS)]
    others = [
        DEFINITION.format(kind=KINDS[place % len(KINDS)], words=f"unused sentence {place} of number")
        for place in range(unused)
    ]
    half = unused // 2
    (folder / "conftest.py").write_text("".join([HEAD, *others[:half], *needed, *others[half:]]), encoding="utf-8")
    (folder / "test_mini.py").write_text(BINDING, encoding="utf-8")
    (folder / "mini.feature").write_text(_feature(), encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return folder


def _words(place: int) -> str:
    return f"{KINDS[place]} sentence {place} of number"


def _feature() -> str:
    lines = ["Feature: A benchmark", ""]
    for number in range(SCENARIOS):
        steps = [f"    {kind.title()} {_words(place)} {number // REPEATED}" for place, kind in enumerate(KINDS)]
        lines += [f"  Scenario: Number {number}", *steps, ""]
    return "\n".join(lines)
