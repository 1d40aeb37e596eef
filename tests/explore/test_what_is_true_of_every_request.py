"""One answer to a request and one record of each decision: sentences, that fail whoever does otherwise."""

from pathlib import Path

import pytest

from harness.corpus import read_corpus
from proof.collection import ROOT
from proof.explore import Wanted, explore
from proof.explore.chorus import Chorus
from proof.explore.event import Event, Installed, Opening, What
from proof.explore.finding import finding, told
from proof.explore.openness import admitted
from proof.explore.performance import Disagreed, Performance
from rulebook import law
from rulebook.vocabulary import DeviceType
from sut_adapters.reference import ReferenceModel
from tests.explore.pasted import findings, pasted, verdict
from tests.explore.systems import AlertsFromTheSecondTime, RecordsNoRefusal, RecordsNothing, RecordsTwice

RULINGS = law.rulings()
OPENING = Opening(
    (
        "SECMP0107 is in force",
        "a SMETS1 ESME served by S1SP1 and registered to Northmoor",
        "the ESME's Network Operator slots hold Southfell's certificates",
    ),
    (Installed(DeviceType.ESME, "Northmoor", "Southfell"),),
)
REFUSED = Event(
    What.REQUEST,
    (("when", "Northmoor places Northmoor's certificates in the ESME's Network Operator slots"),),
    if_refused="Northmoor has tried to place Northmoor's certificates in the ESME's Network Operator slots",
    sender="Northmoor",
    target=DeviceType.ESME,
)
RECORDED, ANSWERED = "one record of each decision", "one answer to each request"
SAID = {
    RECORDED: "every decision on the request has one record in the audit trail",
    ANSWERED: "no request has been answered twice",
}
WRONG = [
    (RecordsTwice, RECORDED, "2 records of one: S1SP1, S1SR 4.2, does not hold"),
    (RecordsNothing, RECORDED, "no record"),
    (RecordsNoRefusal, RECORDED, "no record of a check that failed at S1SP1"),
    (
        AlertsFromTheSecondTime,
        ANSWERED,
        "3 S1SP Alerts to Northmoor, of whose requests 2 were refused by an S1SP",
    ),
]


def played(system: object) -> tuple[Performance, Disagreed | None]:
    """The same request twice, which the S1SP refuses twice."""
    right = Chorus(admitted(RULINGS)[:1], 1)
    performance = Performance(system, right, right)
    return performance, performance.play(OPENING, [REFUSED, REFUSED])


def test_the_reference_does_what_the_sentences_say() -> None:
    assert played(ReferenceModel(RULINGS))[1] is None


@pytest.mark.parametrize(("kind", "expected", "observed"), WRONG)
def test_the_sentence_is_told_where_it_is_broken_and_fails_where_it_is_pasted(
    kind: type[ReferenceModel], expected: str, observed: str, tmp_path: Path
) -> None:
    performance, disagreed = played(kind(RULINGS))
    assert disagreed is not None
    assert (disagreed.expected, disagreed.observed) == (expected, observed)
    found = finding(disagreed, replayed=performance.fails(told(disagreed)))
    assert found.replayed
    assert found.scenario.endswith(f"      And {SAID[expected]}\n      And nothing has changed\n")
    there = pasted(found, tmp_path)
    assert findings(there.corpus) <= findings(read_corpus(ROOT / "features"))
    assert verdict(there.scenario, kind(RULINGS), RULINGS) == "FAIL"
    assert verdict(there.scenario, ReferenceModel(RULINGS), RULINGS) == "PASS"


def test_it_is_found_by_searching() -> None:
    found = explore(Wanted("a system", RecordsNothing(RULINGS), RULINGS))
    assert found.finding is not None
    assert (found.finding.observed, found.finding.replayed) == ("no record", True)
