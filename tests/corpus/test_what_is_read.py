"""What a feature file says arrives whole, and what is no feature file is a finding with a line."""

from pathlib import Path

import pytest

from harness.corpus import Line, ScenarioText, read_corpus

FEATURE = """\
@dsp
Feature: Access

  Who is who.

  Background:
    Given SECMP0107 is in force

  @srpd-6.2.d @pit
  Rule: The holder is exempt
    > received from an
    > Electricity Distributor

    > or Gas Transporter
    Illustrative: why

    Background:
      Given a SMETS1 ESME

    @positive
    Scenario Outline: <holder> is served
      When <holder> asks
        | for   | by       |
        | slots | <holder> |
      And  waits
      Then the answer is
        \"\"\"
        <holder> holds
        \"\"\"

      Examples: Operators (FIA 4.1)
        | holder      |
        | Northmoor   |
        | Birchwater  |
"""


def _read(tmp_path: Path, content: str | bytes) -> list[str]:
    (tmp_path / "a.feature").write_bytes(content.encode() if isinstance(content, str) else content)
    return [str(finding) for finding in read_corpus(tmp_path).findings]


def _scenarios(tmp_path: Path, content: str = FEATURE) -> tuple[ScenarioText, ...]:
    (tmp_path / "srpd").mkdir(exist_ok=True)
    (tmp_path / "srpd" / "access.feature").write_text(content, encoding="utf-8")
    return read_corpus(tmp_path).scenarios


def test_each_row_of_an_outline_is_a_scenario_of_its_own(tmp_path: Path) -> None:
    first, second = _scenarios(tmp_path)
    assert (first.name, first.row, first.row_number, first.line) == (
        "Northmoor is served",
        {"holder": "Northmoor"},
        1,
        33,
    )
    assert (second.title, second.row_number, second.line, second.definition_line) == ("<holder> is served", 2, 34, 21)
    assert second.examples == "Operators (FIA 4.1)"


def test_a_scenario_has_the_tags_and_the_clause_of_what_it_stands_under(tmp_path: Path) -> None:
    scenario = _scenarios(tmp_path)[0]
    assert scenario.tags == {"dsp", "srpd-6.2.d", "pit", "positive"}
    assert (scenario.clause, scenario.rule, scenario.rule_line) == ("srpd-6.2.d", "The holder is exempt", 10)


def test_steps_are_rendered_with_their_kind_and_their_arguments(tmp_path: Path) -> None:
    steps = _scenarios(tmp_path)[1].steps
    assert [(step.keyword, step.kind, step.text, step.line) for step in steps] == [
        ("Given", "given", "SECMP0107 is in force", 7),
        ("Given", "given", "a SMETS1 ESME", 18),
        ("When", "when", "Birchwater asks", 22),
        ("And", "when", "waits", 25),
        ("Then", "then", "the answer is", 26),
    ]
    assert steps[2].table == (("for", "by"), ("slots", "Birchwater"))
    assert steps[4].docstring == "Birchwater holds"


def test_quotations_end_where_their_lines_are_interrupted(tmp_path: Path) -> None:
    _scenarios(tmp_path)
    rule = read_corpus(tmp_path).features[0].rules[0]
    assert rule.quotations == (
        Line(11, "received from an Electricity Distributor"),
        Line(14, "or Gas Transporter"),
    )
    assert rule.description[-1] == Line(15, "Illustrative: why")


def test_a_feature_written_on_another_system_reads_the_same(tmp_path: Path) -> None:
    written_here = _scenarios(tmp_path)
    assert _scenarios(tmp_path, FEATURE.replace("\n", "\r\n")) == written_here


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (b"Feature: caf\xe9\n", "features/a.feature:1: is not UTF-8: byte 0xE9"),
        (b"Feature: x\n\n  \xff\n", "features/a.feature:3: is not UTF-8: byte 0xFF"),
        ("", "features/a.feature:1: holds no Feature"),
        ("# only a comment\n", "features/a.feature:1: holds no Feature"),
        ("Feature: x\n  Example: y\n    Given z\n    Givne z\n", "features/a.feature:4: is no Gherkin: expected: "),
        (
            "Feature: x\n  Example: y\n    Given z\n      | a |\n      | a | b |\n",
            "features/a.feature:5: is no Gherkin: ",
        ),
        ("Feature: x\n  Example: y\n    Given z\n      '''\n", "features/a.feature:4: is no Gherkin: expected: "),
        ("# language: xx\nFeature: x\n", "features/a.feature:1: is no Gherkin: Language not supported: xx"),
        ("\ufeffFeature: x\n", "features/a.feature:1: is no Gherkin: expected: "),
        (
            "Feature: x\n  Scenario Outline: y\n    Given <(>\n    Examples:\n      | ( |\n      | 1 |\n",
            "features/a.feature:1: names a column that cannot be put into a sentence: ",
        ),
    ],
)
def test_what_is_no_feature_is_a_finding(tmp_path: Path, content: str | bytes, finding: str) -> None:
    found = _read(tmp_path, content)
    assert [one for one in found if one.startswith(finding)], found


def test_a_file_that_cannot_be_read_leaves_the_others_readable(tmp_path: Path) -> None:
    _scenarios(tmp_path)
    assert _read(tmp_path, b"\xff")
    assert len(read_corpus(tmp_path).scenarios) == 2
