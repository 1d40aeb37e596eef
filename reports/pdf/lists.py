"""The System Test and the FAT: fixed and hashed before the first request, the second within the first."""

from datetime import UTC, datetime

from harness.record import ListRecord, RunRecord
from reports.pdf.blocks import Block, Cell, Code, Section, Table, Text
from reports.pdf.wording import counted, declared


def section(record: RunRecord) -> Section:
    """Both lists with their digests, and how to check them with tools that every system has."""
    return Section(
        "System Test and FAT", _blocks(record) if record.lists else [Text("The run ended before they were fixed.")]
    )


def _blocks(record: RunRecord) -> list[Block]:
    agreed = declared(record).agreed
    wanted = {"System Test": agreed.system_test, "FAT": agreed.fat}
    rows = [
        (one.name, str(one.count), one.frozen, one.sha256, _agreement(one, wanted.get(one.name)))
        for one in record.lists
    ]
    blocks: list[Block] = [
        Text(
            f"Each list is a file of the pack: the ids of its scenarios, sorted, one a line. {_first_request(record)}"
        ),
        Table(
            "Lists as fixed before the first request",
            ("List", "Scenarios", "Fixed at", "SHA-256 of the file", "As agreed"),
            rows,
            (1, 1, 2, 3, 2),
        ),
        *(_containment(one) for one in record.lists if one.name != "System Test"),
        Text("Check both, in the folder of the pack: the digests are those above, and the third line prints nothing."),
        *(Code(f"sha256sum {one.file}") for one in record.lists),
    ]
    if len(record.lists) > 1:
        blocks.append(Code(f"LC_ALL=C comm -13 {record.lists[0].file} {record.lists[1].file}"))
    return [*blocks, Text(_taken(record))]


def _first_request(record: RunRecord) -> str:
    began = [one.started for one in record.scenarios if one.started]
    if not began:
        return "No request was sent."
    first = datetime.fromtimestamp(min(began), UTC).isoformat(timespec="milliseconds")
    return f"They were written before the first request: the first scenario began at {first}."


def _agreement(one: ListRecord, digest: str | None) -> Cell:
    if digest is None:
        return Cell("no digest was agreed in the profile")
    return Cell("\u2714 yes", "good") if digest == one.sha256 else Cell(f"\u2718 no, agreed was {digest}", "bad")


def _containment(one: ListRecord) -> Text:
    outside = one.outside_the_system_test
    if outside:
        return Text(
            f"\u2718 {one.name} is no subset of the System Test; outside it: {', '.join(outside)}.", strong=True
        )
    return Text(f"\u2714 {one.name} is a subset of the System Test: each of its {one.count} scenarios is in that list.")


def _taken(record: RunRecord) -> str:
    """How much of each list this run holds a verdict on."""
    stages = {"System Test": "pit", "FAT": "fat"}
    return " ".join(
        f"This run has a verdict on {sum(stages.get(one.name, '') in scenario.tags for scenario in record.scenarios)} "
        f"of the {counted(one.count, 'scenario')} of the {one.name}."
        for one in record.lists
    )
