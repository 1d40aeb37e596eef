"""The System Test and the FAT as lists of scenarios, fixed with their digests before the first request.

FIA 5.1.1: the FAT tests are a subset of System Tests. A list is the ids of its scenarios, sorted, one a line; anybody
can compare its file with its digest by `sha256sum`, and one list with the other by `comm`.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from harness.corpus import ScenarioText
from harness.record import ListRecord
from harness.reporting_profile import AgreedLists
from harness.stages import Stage
from sut_adapters.trouble import Misconfigured

FOLDER = "test-lists"
LISTS = (("System Test", Stage.PIT, "system-test.txt"), ("FAT", Stage.FAT, "fat.txt"))


def freeze(scenarios: Sequence[ScenarioText], folder: Path) -> tuple[ListRecord, ...]:
    """Write the lists below the evidence folder. `scenarios` are all that there are for the kind of system."""
    (folder / FOLDER).mkdir(exist_ok=True)
    system_test = frozenset(_ids(scenarios, Stage.PIT))
    return tuple(
        _frozen(name, _ids(scenarios, stage), system_test, folder / FOLDER / file) for name, stage, file in LISTS
    )


def refuse_others(lists: Iterable[ListRecord], agreed: AgreedLists) -> None:
    """Raises Misconfigured for a list that is not the one agreed."""
    wanted = {"System Test": ("system_test", agreed.system_test), "FAT": ("fat", agreed.fat)}
    for one in lists:
        key, digest = wanted[one.name]
        if digest is not None and digest != one.sha256:
            raise Misconfigured(
                f"report.agreed.{key}: the {one.name} agreed is {digest}, and that of this suite, with "
                f"{one.count} scenarios, is {one.sha256}; run the suite that was agreed, or agree anew"
            )


def as_text(ids: Iterable[str]) -> str:
    """One id a line, sorted by its bytes."""
    return "".join(f"{one}\n" for one in sorted(ids))


def _ids(scenarios: Iterable[ScenarioText], stage: Stage) -> list[str]:
    return [one.id for one in scenarios if stage in one.tags]


def _frozen(name: str, ids: list[str], system_test: frozenset[str], path: Path) -> ListRecord:
    content = as_text(ids).encode()
    path.write_bytes(content)
    return ListRecord(
        name=name,
        file=f"{FOLDER}/{path.name}",
        count=len(ids),
        sha256=hashlib.sha256(content).hexdigest(),
        frozen=datetime.now(UTC).isoformat(timespec="milliseconds"),
        outside_the_system_test=tuple(sorted(set(ids) - system_test)),
    )
