"""What `--pack` adds to the evidence of a run: the reports for people, the messages, and the pack of it all."""

from collections.abc import Callable
from pathlib import Path

from harness.checkout import checkout
from harness.record import RunRecord
from harness.session import Run
from harness.signing import signer
from reports import attachments, cucumber, html, pdf
from reports.pack import writing
from sut_adapters.trouble import Misconfigured

ROOT = Path(__file__).absolute().parents[2]

WRITERS: dict[str, Callable[[RunRecord, Path], bytes]] = {
    "index.html": lambda record, folder: html.document(record, _kept(folder / "kill-matrix.json")),
    "messages.ndjson": lambda record, _: cucumber.document(record),
    "report.pdf": lambda record, _: pdf.document(record),
}
"""By name of the file, beside those that every run writes."""


def leave_pack(record: RunRecord, folder: Path, run: Run) -> Path:
    """The zip. Raises Misconfigured where a certified run has not been one to its end."""
    for name, document in WRITERS.items():
        (folder / name).write_bytes(document(record, folder))
    attachments.write(run.profile.attached, folder / "attachments")
    before, after = run.checkout or checkout(ROOT), checkout(ROOT)
    if record.certified and before != after:
        raise Misconfigured("--certify: the suite's files were changed while the run lasted; run again")
    return writing.write(record, folder, ROOT, before, after, signer(run.options.evidence))


def _kept(path: Path) -> bytes | None:
    """What an earlier command left in the folder."""
    return path.read_bytes() if path.is_file() else None
