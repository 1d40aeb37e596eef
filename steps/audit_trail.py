"""Which clause a component went by, where the system records that."""

from pytest_bdd import then

from steps.expectations import expect
from steps.phrases import phrase
from steps.scene import Scene
from sut_adapters.port import AuditTrail


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
