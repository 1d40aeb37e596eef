"""What the User hears in the end: accepted, refused by whom and at which check, or held back."""

from pytest_bdd import then

from rulebook.vocabulary import Accepted, Check, Quarantined, Refused, article, describe
from steps.expectations import expect, expect_refusal, judged
from steps.phrases import phrase
from steps.scene import Scene


@then("the request is accepted")
def _(scene: Scene) -> None:
    expect(describe(Accepted()), describe(judged(scene.outcome)))
    expect("nothing changed beside what the request names", f"{astray_in(scene)} changed beside what the request names")


@then(phrase("the {component:Component} refuses the request at its {check:Check} check"))
def _(scene: Scene, component: str, check: Check) -> None:
    expect_refusal(scene.component(component), check, judged(scene.outcome))


@then("the DSP refuses the request")
def _(scene: Scene) -> None:
    outcome = judged(scene.outcome)
    by = f"refused by {article(outcome.by)}" if isinstance(outcome, Refused) else describe(outcome)
    expect("refused by the DSP", by)


@then(phrase("the refusal carries the code {code:Code}"))
def _(scene: Scene, code: str) -> None:
    outcome = judged(scene.outcome)
    expect(code, outcome.code if isinstance(outcome, Refused) else describe(outcome))


@then("the request is quarantined")
def _(scene: Scene) -> None:
    held_back = isinstance(scene.outcome, Quarantined)
    expect("quarantined", "quarantined" if held_back else describe(judged(scene.outcome)))


def astray_in(scene: Scene) -> str:
    """What else an accepted request changed: it may change the slots that it names, and nothing more."""
    return ", ".join(sorted(scene.astray())) or "nothing"
