"""What the User hears in the end: accepted, refused by whom and at which check, or held back."""

from pytest_bdd import then

from rulebook.vocabulary import Accepted, Check, Quarantined, Refused, describe, refusal
from steps.expectations import expect, judged
from steps.phrases import phrase
from steps.scene import Scene


@then("the request is accepted")
def _(scene: Scene) -> None:
    expect(describe(Accepted()), describe(judged(scene.outcome)))


@then(phrase("the {component:Component} refuses the request at its {check:Check} check"))
def _(scene: Scene, component: str, check: Check) -> None:
    by = scene.component(component)
    expect(describe(refusal(by, check)), describe(judged(scene.outcome)))


@then(phrase("the refusal carries the code {code:Code}"))
def _(scene: Scene, code: str) -> None:
    outcome = judged(scene.outcome)
    expect(code, outcome.code if isinstance(outcome, Refused) else describe(outcome))


@then("the request is quarantined")
def _(scene: Scene) -> None:
    held_back = isinstance(scene.outcome, Quarantined)
    expect("quarantined", "quarantined" if held_back else describe(judged(scene.outcome)))
