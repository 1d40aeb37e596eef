"""An answer that the documents leave open: compared with every reading that is still admitted."""

from collections.abc import Callable, Sequence

from pytest_bdd import then

from rulebook.vocabulary import Rulings
from steps.observations import admits, observed_in
from steps.phrases import phrase
from steps.scene import Scene
from sut_adapters.port import AlertInbox, Disagreement

Rows = Sequence[Sequence[str]]


@then(phrase("the answer is one that {point:Point} admits:"))
def _(
    scene: Scene,
    inbox: AlertInbox,
    rulings: Rulings,
    matched_readings: Callable[[str, Sequence[str]], None],
    point: str,
    datatable: Rows,
) -> None:
    admitted = rows_admitted(datatable, point, rulings)
    observation = observed_in(scene, inbox)
    matching = [reading for reading, outcome in admitted.items() if admits(outcome, observation)]
    matched_readings(point, matching)
    if not matching:
        raise Disagreement(_stated(admitted), observation)


def rows_admitted(datatable: Rows, point: str, rulings: Rulings) -> dict[str, str]:
    """The outcome of every reading that is admitted: all of them while the point is open, else the one ruled."""
    rows = {row[0]: row[1] for row in datatable[1:]}
    return rows if rulings.is_open(point) else {rulings.reading(point): rows[rulings.reading(point)]}


def _stated(admitted: dict[str, str]) -> str:
    return "; or ".join(f"{outcome} ({reading})" for reading, outcome in admitted.items())
