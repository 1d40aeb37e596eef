"""Which clause a component went by, where the system records that."""

from collections import Counter

from pytest_bdd import then

from rulebook.vocabulary import Refused, article
from steps.expectations import expect, judged
from steps.phrases import phrase
from steps.scene import Scene
from sut_adapters.port import AuditEntry, AuditTrail


@then(phrase("the {component:Component} does not cite {citation:Citation} in its audit trail"))
def _(scene: Scene, audit: AuditTrail, component: str, citation: str) -> None:
    meant = scene.component(component)
    cited = [entry.clause for entry in audit.last_decisions() if entry.component is meant]
    expect(
        f"{meant} does not cite {citation}", f"{meant} {'cites' if citation in cited else 'does not cite'} {citation}"
    )


@then(phrase("the {component:Component} cites {citation:Citation} in its audit trail"))
def _(scene: Scene, audit: AuditTrail, component: str, citation: str) -> None:
    meant = scene.component(component)
    cited = [entry.clause for entry in audit.last_decisions() if entry.component is meant]
    expect(
        f"{meant} cites {citation}", f"{meant} cites {citation if citation in cited else ', '.join(cited) or 'nothing'}"
    )


@then("every decision on the request has one record in the audit trail")
def _(scene: Scene, audit: AuditTrail) -> None:
    right = "one record of each decision"
    expect(right, unlike_one_each(scene, audit.last_decisions()) or right)


def unlike_one_each(scene: Scene, records: tuple[AuditEntry, ...]) -> str:
    """What is wrong with the records of the last request; empty where there is one of each decision."""
    outcome = judged(scene.outcome)
    if twice := [entry for entry, times in Counter(records).items() if times > 1]:
        holds = "holds" if twice[0].holds else "does not hold"
        return f"{records.count(twice[0])} records of one: {twice[0].component}, {twice[0].clause}, {holds}"
    if not records:
        return "no record"
    if isinstance(outcome, Refused) and not any(one.component is outcome.by and not one.holds for one in records):
        return f"no record of a check that failed at {article(outcome.by)}"
    return ""
