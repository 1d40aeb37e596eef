"""What the profiles of several runs declare, as one declaration: everything that any of them says, once."""

from collections.abc import Iterable

from harness.record import RunRecord
from harness.report_files import Told
from reports.pdf.wording import declared


def declarations(records: Iterable[RunRecord]) -> dict[str, object]:
    """As plain values. Words of several profiles stand beside each other; nothing is chosen among them."""
    tables = [declared(record) for record in records]
    merged = {name: _merged([getattr(table, name) for table in tables]) for name in Told.model_fields}
    return Told.model_validate(merged).plain


def _merged(values: list[object]) -> object:
    if isinstance(values[0], tuple):
        entries = [one for value in values if isinstance(value, tuple) for one in value]
        return tuple(one for number, one in enumerate(entries) if one not in entries[:number])
    if isinstance(values[0], str):
        return "; ".join(dict.fromkeys(str(value) for value in values if value))
    return values[0]
