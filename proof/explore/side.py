"""One of those that hear a story: the system under test, or a reference; both hear the same sentences."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from importlib import import_module
from typing import cast

from harness.corpus import Kind, StepText
from proof.player import PORTS, Player
from rulebook.model import Build
from rulebook.vocabulary import Rulings
from steps import MODULES
from steps.scene import Scene
from sut_adapters.port import Estate, SlotInspection
from sut_adapters.reference import ReferenceModel

PLAYER = Player([import_module(name) for name in MODULES])


@dataclass(slots=True)
class Side:
    """A system with the notebook of the story that it is in; `offered` is what steps may ask it for, by name."""

    scene: Scene
    offered: Mapping[str, object]

    def say(self, kind: Kind, text: str) -> None:
        """Raises what the step raises."""
        PLAYER.say(StepText(kind.capitalize(), kind, text, 0), self.offered)


def listening(system: object, rulings: Rulings, releases: object = None) -> Side:
    """A system that has just begun; `releases` stands for its own ReleaseControl where it is not to be asked."""
    scene = Scene(cast("Estate", system), cast("SlotInspection", system))
    offered: dict[str, object] = dict.fromkeys(PORTS, system)
    offered |= {"releases": releases or system, "scene": scene, "rulings": rulings}
    return Side(scene, offered)


class Twin(ReferenceModel):
    """A reference that can be taken back to where it was: what happens to a copy does not happen to it."""

    def twin(self, rulings: Rulings | None = None, build: Build | None = None) -> "Twin":
        """As it is now, but by other rulings or of another build from now on."""
        other = copy(self)
        other._in_flight = dict(self._in_flight)
        other._rulings, other._build = rulings or self._rulings, build or self._build
        return other

    def side(self) -> Side:
        """Itself, listening, with nothing said yet."""
        return listening(self, self._rulings)


def copied(side: Side) -> Side:
    """The side of a Twin as it is now; nothing may be pending in its notebook."""
    model = cast("Twin", side.scene.estate).twin()
    scene = replace(
        side.scene,
        estate=model,
        inspection=model,
        specs=dict(side.scene.specs),
        handles=dict(side.scene.handles),
        before=dict(side.scene.before),
        issues=dict(side.scene.issues),
        placed={device: dict(slots) for device, slots in side.scene.placed.items()},
        answered=list(side.scene.answered),
        pending=list(side.scene.pending),
    )
    return Side(scene, {**side.offered, **dict.fromkeys(PORTS, model), "scene": scene})
