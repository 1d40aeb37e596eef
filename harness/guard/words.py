"""The closed list of words that a tag may be when it is no statement, limb or open point: the markers of pytest.ini."""

import configparser
from pathlib import Path

from harness.corpus import Finding

PYTESTS_OWN = frozenset({"filterwarnings", "parametrize", "skip", "skipif", "usefixtures", "xfail"})
"""Markers by which pytest leaves a test out or turns its result round."""


def known_words(ini: Path) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """The markers that the file itself declares, and a finding for each without a meaning of one line."""
    words, findings = set(), []
    for number, entry in _marker_lines(ini):
        word, _, meaning = (part.strip() for part in entry.partition(":"))
        words.add(word)
        if not meaning:
            findings.append(Finding(ini.name, number, f"the marker {word} has no meaning: write '{word}: meaning'"))
        if word in PYTESTS_OWN:
            findings.append(
                Finding(ini.name, number, f"the marker {word} is pytest's own and would set scenarios aside")
            )
    return frozenset(words - PYTESTS_OWN), tuple(findings)


def _marker_lines(ini: Path) -> list[tuple[int, str]]:
    parser = configparser.ConfigParser(interpolation=None)
    text = ini.read_text(encoding="utf-8")
    parser.read_string(text)
    entries = parser.get("pytest", "markers", fallback="").split("\n")
    numbers = {line.strip(): number for number, line in enumerate(text.split("\n"), start=1)}
    return [(numbers.get(entry.strip(), 0), entry) for entry in entries if entry.strip()]
