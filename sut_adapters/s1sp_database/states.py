"""What the databases of a trial came to, after each step."""

from collections.abc import Mapping
from dataclasses import dataclass

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.snapshots import Picture
from sut_adapters.s1sp_database.trial_database import Contents
from sut_adapters.trouble import Trouble
from sut_adapters.update_terms import Place

FILL = "fill"

Deed = tuple[str, ...]
"""What is done: `("fill", "small")`, `("apply", "S1SP1")`."""

History = tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class State:
    """After a history: what its last deed gave, or the trouble that it came to, and a picture of each database.

    `held` is what the slots of devices held that are no ordinary ones. A large population is pictured when it has been
    filled, and then only where it is asked for.
    """

    result: object
    pictures: dict[Component, Picture]
    held: Mapping[Place, Contents]
    trouble: Trouble | None = None
