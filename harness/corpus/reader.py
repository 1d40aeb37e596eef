"""One feature file to values, by gherkin-official alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from gherkin import Parser
from gherkin import parser_types as ast
from gherkin.errors import CompositeParserException, ParserException
from gherkin.pickles.compiler import (
    Compiler,
    GherkinDocumentWithURI,
    Pickle,
    is_background_container,
    is_rule_container,
    is_scenario_container,
)

from harness.corpus.finding import Finding
from harness.corpus.text import (
    BackgroundText,
    DefinitionText,
    ExamplesText,
    FeatureText,
    Kind,
    Line,
    Row,
    RuleText,
    StepText,
    Table,
    Tag,
)

_KIND_BY_TYPE: dict[str, Kind] = dict(zip(("Context", "Action", "Outcome"), get_args(Kind), strict=True))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A feature with its pickles, which are what has to run."""

    feature: FeatureText
    pickles: Sequence[Pickle]


def read_feature(path: str, content: bytes) -> Parsed | tuple[Finding, ...]:
    """The parsed file, or findings where it is no Gherkin; never an exception."""
    named = f"features/{path}"
    try:
        text = content.decode("utf-8")
        document = Parser().parse(text)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return (Finding(named, line, f"is not UTF-8: byte 0x{content[error.start]:02X}"),)
    except CompositeParserException as several:
        return tuple(_unparsable(named, error) for error in several.errors)
    except ParserException as error:
        return (_unparsable(named, error),)
    if "feature" not in document:
        return (Finding(named, 1, "holds no Feature"),)
    try:
        pickles = Compiler().compile(GherkinDocumentWithURI(uri=path, **document))
    except re.error as error:
        return (Finding(named, 1, f"names a column that cannot be put into a sentence: {error}"),)
    return Parsed(_feature(path, text, document["feature"]), pickles)


def _unparsable(path: str, error: ParserException) -> Finding:
    return Finding(path, error.location["line"], f"is no Gherkin: {str(error).partition('): ')[2]}")


def _feature(path: str, text: str, node: ast.Feature) -> FeatureText:
    lines = tuple(text.split("\n"))
    children = node["children"]
    return FeatureText(
        path=path,
        lines=lines,
        line=node["location"]["line"],
        title=node["name"],
        language=node["language"],
        tags=_tags(node["tags"]),
        description=_description(lines, node),
        background=_background(lines, children),
        loose=_definitions(lines, children),
        rules=tuple(_rule(lines, child["rule"]) for child in children if is_rule_container(child)),
    )


def _rule(lines: Sequence[str], node: ast.Rule) -> RuleText:
    return RuleText(
        line=node["location"]["line"],
        column=node["location"].get("column", 1),
        title=node["name"],
        tags=_tags(node["tags"]),
        description=_description(lines, node),
        background=_background(lines, node["children"]),
        definitions=_definitions(lines, node["children"]),
    )


def _background(lines: Sequence[str], children: Iterable[ast.Envelope]) -> BackgroundText | None:
    nodes = [child["background"] for child in children if is_background_container(child)]
    return next(
        (BackgroundText(node["location"]["line"], _description(lines, node), _steps(node["steps"])) for node in nodes),
        None,
    )


def _definitions(lines: Sequence[str], children: Iterable[ast.Envelope]) -> tuple[DefinitionText, ...]:
    return tuple(_definition(lines, child["scenario"]) for child in children if is_scenario_container(child))


def _definition(lines: Sequence[str], node: ast.Scenario) -> DefinitionText:
    return DefinitionText(
        keyword=node["keyword"],
        line=node["location"]["line"],
        column=node["location"].get("column", 1),
        title=node["name"],
        tags=_tags(node["tags"]),
        description=_description(lines, node),
        steps=_steps(node["steps"]),
        examples=tuple(_examples(lines, examples) for examples in node["examples"]),
    )


def _examples(lines: Sequence[str], node: ast.Examples) -> ExamplesText:
    return ExamplesText(
        line=node["location"]["line"],
        title=node["name"],
        tags=_tags(node["tags"]),
        description=_description(lines, node),
        columns=_cells(node["tableHeader"]) if "tableHeader" in node else (),
        rows=tuple(Row(row["location"]["line"], _cells(row)) for row in node["tableBody"]),
    )


def _steps(nodes: Iterable[ast.Step]) -> tuple[StepText, ...]:
    steps: list[StepText] = []
    kind: Kind = "given"
    for node in nodes:
        kind = _KIND_BY_TYPE.get(node["keywordType"], kind)
        steps.append(
            StepText(
                keyword=node["keyword"].strip(),
                kind=kind,
                text=node["text"],
                line=node["location"]["line"],
                table=_table(node),
                docstring=node["docString"]["content"] if "docString" in node else None,
            )
        )
    return tuple(steps)


def _table(node: ast.Step) -> Table | None:
    return tuple(_cells(row) for row in node["dataTable"]["rows"]) if "dataTable" in node else None


def _cells(row: ast.TableRow) -> tuple[str, ...]:
    return tuple(cell["value"] for cell in row["cells"])


def _tags(nodes: Iterable[ast.Tag]) -> tuple[Tag, ...]:
    return tuple(Tag(node["name"].removeprefix("@"), node["location"]["line"]) for node in nodes)


def _description(
    lines: Sequence[str], node: ast.Feature | ast.Rule | ast.Background | ast.Scenario | ast.Examples
) -> tuple[Line, ...]:
    """The parser gives the text without line numbers; the lines follow the keyword, with only comments between."""
    start = node["location"]["line"]
    below = iter([Line(number, line.strip()) for number, line in enumerate(lines[start:], start + 1)])
    wanted = [line.strip() for line in node["description"].split("\n") if line.strip()]
    return tuple(next((line for line in below if line.text == text), Line(start, text)) for text in wanted)
