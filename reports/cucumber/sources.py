"""The feature files of a run: source, document and pickles, as gherkin-official reads them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cucumber_messages import (
    Envelope,
    Location,
    Pickle,
    PickleStep,
    PickleStepArgument,
    PickleTable,
    PickleTableCell,
    PickleTableRow,
    PickleTag,
    Source,
    SourceMediaType,
    message_converter,
)
from gherkin import Parser
from gherkin.ast_builder import AstBuilder
from gherkin.errors import ParserError
from gherkin.pickles.compiler import Compiler, GherkinDocumentWithURI
from gherkin.stream.id_generator import IdGenerator

from harness.record import ScenarioRecord, StepRecord

FEATURES = Path(__file__).absolute().parent.parent.parent / "features"
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Sources:
    """What stands in the files, and the pickle of each scenario by its id."""

    envelopes: tuple[Envelope, ...]
    pickles: Mapping[str, Pickle]


def sources(scenarios: Iterable[ScenarioRecord], numbering: IdGenerator, features: Path = FEATURES) -> Sources:
    """A scenario whose file is not there, or no longer has it there, gets its pickle from the record alone.

    Such a pickle names itself as its node, for it has to name one.
    """
    known = tuple(scenarios)
    envelopes: list[Envelope] = []
    written: dict[Place, Pickle] = {}
    for path in dict.fromkeys(one.feature_path for one in known):
        for envelope in _read(features, path, numbering):
            if (pickle := envelope.pickle) is not None and pickle.location is not None:
                written[path, pickle.location.line] = pickle
            else:
                envelopes.append(envelope)
    pickles = {one.id: _pickle_of(one, written, numbering) for one in known}
    return Sources((*envelopes, *(Envelope(pickle=pickle) for pickle in pickles.values())), pickles)


def _read(features: Path, path: str, numbering: IdGenerator) -> Iterator[Envelope]:
    uri = f"features/{path}"
    try:
        text = (features / path).read_text(encoding="utf-8")
        parsed = GherkinDocumentWithURI(uri=uri, **Parser(AstBuilder(numbering)).parse(text))
        pickles = Compiler(numbering).compile(parsed)
    except (OSError, ValueError, ParserError):
        return
    yield Envelope(source=Source(data=text, media_type=SourceMediaType.text_x_cucumber_gherkin_plain, uri=uri))
    yield message_converter.from_dict({"gherkinDocument": parsed}, Envelope)
    for pickle in pickles:
        yield message_converter.from_dict({"pickle": pickle}, Envelope)


def _pickle_of(one: ScenarioRecord, written: Mapping[Place, Pickle], numbering: IdGenerator) -> Pickle:
    pickle = written.get((one.feature_path, one.line))
    if pickle is not None and [step.text for step in pickle.steps] == [step.text for step in one.steps]:
        return pickle
    own = numbering.get_next_id()
    return Pickle(
        ast_node_ids=[own],
        id=own,
        language="en",
        name=one.title,
        steps=[_step(step, numbering) for step in one.steps],
        tags=[PickleTag(ast_node_id=own, name=f"@{tag}") for tag in one.tags],
        uri=f"features/{one.feature_path}",
        location=Location(line=one.line),
    )


def _step(step: StepRecord, numbering: IdGenerator) -> PickleStep:
    rows = [PickleTableRow(cells=[PickleTableCell(value=cell) for cell in row]) for row in step.table]
    argument = PickleStepArgument(data_table=PickleTable(rows=rows)) if rows else None
    own = numbering.get_next_id()
    return PickleStep(ast_node_ids=[own], id=own, text=step.text, argument=argument)
