"""A component that is stopped and started again: an operator's doing, of which no party should notice anything."""

from pytest_bdd import given, when

from rulebook.vocabulary import Component
from steps.phrases import phrase
from steps.scene import Scene
from sut_adapters.port import Restartable


@given("the DSP has restarted")
@when("the DSP restarts")
def _(scene: Scene, restarts: Restartable) -> None:
    scene.put_in_place()
    restarts.restart(Component.DSP)


@given(phrase("{s1sp:S1sp} has restarted"))
@when(phrase("{s1sp:S1sp} restarts"))
def _(scene: Scene, restarts: Restartable, s1sp: Component) -> None:
    scene.put_in_place()
    restarts.restart(s1sp)
