"""Somebody who has read every open point in a way of their own."""

import random

from rulebook import law
from rulebook.vocabulary import Rulings


def readings_of_its_own(seed: int) -> Rulings:
    """One reading of every point, but none that a statement contradicts."""
    choose = random.Random(seed).choice
    return law.rulings(
        {
            point.key: choose([reading for reading in point.readings if not reading.against]).id
            for point in law.points().values()
        }
    )
