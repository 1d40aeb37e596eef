"""Every scenario, by feature and Rule."""

from collections.abc import Iterator
from itertools import groupby

from harness.record import MessageRecord, RunRecord, ScenarioRecord
from reports.html.control import controls, other_requests
from reports.html.messages import laid_out
from reports.html.names import clause_link
from reports.html.scenario import Around, scenario
from reports.markup import Markup, el

NO_ROOM = (
    "Messages by which the suite set a scene or looked are in files of the folder exchanges, and so are those that "
    "would make this page too large. "
)
ON_PAPER = "On paper a scenario that is closed on the screen has its messages in the files that are named."
SHORTENED = "Signatures, declarations and certificates are shortened here, and whole in the file that is named."


def scenarios(record: RunRecord) -> Iterator[Markup]:
    """In the order in which they stand in their files."""
    known = controls(record.scenarios)
    figures = laid_out(record, other_requests(record.scenarios, known))
    if figures:
        missing = any(message.name not in figures for message in _messages(record))
        yield el("p", NO_ROOM if missing else "", SHORTENED)
        yield el("p", ON_PAPER, class_="paper")
    around = Around(record.rerun, figures, known)
    for (path, feature), of_feature in groupby(record.scenarios, key=lambda one: (one.feature_path, one.feature)):
        yield el("h3", feature or path)
        for rule, of_rule in groupby(of_feature, key=lambda one: one.rule):
            found = list(of_rule)
            yield el("h4", *_heading(rule, found[0]))
            yield from (scenario(one, around) for one in found)


def _heading(rule: str, one: ScenarioRecord) -> Iterator[str]:
    if rule:
        yield f"{rule} "
    yield el("small", "(", clause_link(one.clause), ")")


def _messages(record: RunRecord) -> Iterator[MessageRecord]:
    for one in record.scenarios:
        for exchange in one.exchanges:
            yield from exchange.messages
