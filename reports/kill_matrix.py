"""The kill matrix for a machine, as `kill-matrix.json`, and for a spreadsheet, as `kill-matrix.csv`."""

import csv
import io
import json
from dataclasses import asdict

from proof.kill_record import Cell, KillRecord, ScenarioRow
from reports.text import cell


def as_json(record: KillRecord) -> bytes:
    """UTF-8. A scenario names what it caught and what it did not reach; to everything else it was silent.

    `catchers` is how many scenarios caught a fault.
    """
    content = {
        "title": record.title,
        "exit_code": record.exit_code,
        "partial": record.partial,
        "seed": record.seed,
        "made_from": dict(record.made_from),
        "duration_s": record.duration_s,
        "survivors": [fault.name for fault in record.survivors],
        "idle_scenarios": [row.id for row in record.idle],
        "problems": record.problems,
        "left_out": dict(record.left_out),
        "clauses": [asdict(clause) for clause in record.clauses],
        "faults": [{**asdict(fault), "catchers": len(fault.catchers)} for fault in record.faults],
        "scenarios": [_scenario(record, row) for row in record.scenarios],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(record: KillRecord) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need; a row for each scenario, a column for each fault."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("clause", "scenario", "title", "catches", *(fault.name for fault in record.faults)))
    for row in record.scenarios:
        writer.writerow((row.clause, cell(row.id), cell(row.title), row.catches, *row.cells))
    return text.getvalue().encode("utf-8-sig")


def _scenario(record: KillRecord, row: ScenarioRow) -> dict[str, object]:
    return {
        "id": row.id,
        "clause": row.clause,
        "title": row.title,
        "feature": f"features/{row.path}:{row.line}",
        "illustrative": row.illustrative,
        "excused": row.excused,
        "caught": _names(record, row, Cell.CAUGHT),
        "not_reached": _names(record, row, Cell.NOT_REACHED),
    }


def _names(record: KillRecord, row: ScenarioRow, wanted: Cell) -> list[str]:
    return [fault.name for fault, found in zip(record.faults, row.cells, strict=True) if found is wanted]
