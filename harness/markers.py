"""The tags that come from the law: clauses, limbs and open points. The closed list of words is in `pytest.ini`."""

import pytest

from rulebook import law


def register_markers(config: pytest.Config) -> None:
    """So that pytest's strict markers know them; raises LawError."""
    for line in law_markers():
        config.addinivalue_line("markers", line)


def law_markers() -> list[str]:
    """`name: meaning`, as `pytest --markers` prints them."""
    statements, limbs, points = law.statements().values(), law.limbs().values(), law.points().values()
    nears = {**{one.id: one.citation for one in statements}, **{limb.id: limb.words for limb in limbs}}
    return [
        *(f"{one.id}: {one.citation}" for one in statements),
        *(f"meets-{name}: {words}, satisfied" for name, words in nears.items()),
        *(f"misses-{name}: {words}, not satisfied and all else equal" for name, words in nears.items()),
        *(f"open-{point.key}: {point.asks}" for point in points),
    ]
