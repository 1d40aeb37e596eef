"""The words that tags may be come from pytest.ini alone, each with its meaning."""

from pathlib import Path

from harness.guard import known_words


def _read(tmp_path: Path, markers: str) -> tuple[frozenset[str], list[str]]:
    ini = tmp_path / "pytest.ini"
    ini.write_text(f"[pytest]\nstrict = true\nmarkers =\n{markers}\n", encoding="utf-8")
    words, findings = known_words(ini)
    return words, [str(finding) for finding in findings]


def test_a_word_with_its_meaning_is_known(tmp_path: Path) -> None:
    assert _read(tmp_path, "    pit: FIA 5.1: the system tests\n") == (frozenset({"pit"}), [])


def test_a_word_without_a_meaning_is_a_finding(tmp_path: Path) -> None:
    _, found = _read(tmp_path, "    pit: FIA 5.1\n    fat\n    sit:")
    assert found == [
        "pytest.ini:5: the marker fat has no meaning: write 'fat: meaning'",
        "pytest.ini:6: the marker sit has no meaning: write 'sit: meaning'",
    ]


def test_pytests_own_markers_are_no_words_even_when_listed(tmp_path: Path) -> None:
    words, found = _read(tmp_path, "    skip: for now")
    assert words == frozenset()
    assert found == ["pytest.ini:4: the marker skip is pytest's own and would set scenarios aside"]


def test_a_project_without_markers_knows_no_word(tmp_path: Path) -> None:
    ini = tmp_path / "pytest.ini"
    ini.write_text("[pytest]\n", encoding="utf-8")
    assert known_words(ini) == (frozenset(), ())
