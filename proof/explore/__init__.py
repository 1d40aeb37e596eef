"""Random sequences against any system in lock step with the reference; a disagreement becomes a scenario.

Whatever happens is said in the sentences of the features, to the system and to the reference alike, so that what is
found can be pasted into a feature as it stands.
"""

from proof.explore.report import Exploration, Finding
from proof.explore.search import Wanted, explore

__all__ = ["Exploration", "Finding", "Wanted", "explore"]
