"""What a refused request does not share with its control, the one of its Rule that was accepted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from harness.record import MessageRecord, ScenarioRecord, StepRecord
from reports.html.names import scenario_link
from reports.markup import Markup, el

POSITIVE, NEGATIVE = "positive", "negative"
JUDGING = "Then"


def controls(scenarios: Iterable[ScenarioRecord]) -> Mapping[str, ScenarioRecord]:
    """By id of the negative: that control of its Rule which has most of its steps before the answer."""
    by_rule: dict[tuple[str, str], list[ScenarioRecord]] = defaultdict(list)
    known = tuple(scenarios)
    for one in known:
        if POSITIVE in one.tags:
            by_rule[one.feature_path, one.rule].append(one)
    return {
        one.id: max(by_rule[one.feature_path, one.rule], key=lambda other: len(_asked(one) & _asked(other)))
        for one in known
        if NEGATIVE in one.tags and by_rule.get((one.feature_path, one.rule))
    }


def other_requests(
    scenarios: Iterable[ScenarioRecord], known: Mapping[str, ScenarioRecord]
) -> Mapping[str, MessageRecord]:
    """By name of a negative's last request: that of its control, where both were sent as messages."""
    pairs = ((_last_request(one), _last_request(known[one.id])) for one in scenarios if one.id in known)
    return {one.name: other for one, other in pairs if one is not None and other is not None}


def _last_request(one: ScenarioRecord) -> MessageRecord | None:
    asked = [exchange.messages for exchange in one.exchanges if exchange.messages and not exchange.beside]
    return next((message for message in asked[-1] if message.way == "sent"), None) if asked else None


def beside_its_control(one: ScenarioRecord, control: ScenarioRecord) -> Markup:
    """The sentences that only one of the two has, up to the answer."""
    here, there = _asked(one), _asked(control)
    return el(
        "div",
        el("p", "What differs from its control, ", scenario_link(control), class_="lead"),
        el("dl", *_said("Here", one, there), *_said("In the control", control, here), class_="against"),
    )


def _said(whose: str, one: ScenarioRecord, other: frozenset[str]) -> list[Markup]:
    only = [step.text for step in _before(one) if step.text not in other]
    return [el("dt", whose), *(el("dd", said) for said in only or ["nothing that the other has not"])]


def _asked(one: ScenarioRecord) -> frozenset[str]:
    return frozenset(step.text for step in _before(one))


def _before(one: ScenarioRecord) -> list[StepRecord]:
    """The steps before the answer."""
    ends = next((index for index, step in enumerate(one.steps) if step.keyword == JUDGING), len(one.steps))
    return list(one.steps[:ends])
