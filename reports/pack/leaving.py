"""What `--pack` adds to the evidence of a run: the reports for people, the messages, and the pack of it all."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from harness.checkout import checkout
from harness.parts import parts
from harness.record import RunRecord
from harness.secrets import secrets
from harness.session import Run
from harness.signing import signer
from reports import attachments, cucumber, html, pdf
from reports.pack import writing
from reports.pack.proofs import Proofs, proofs, take_away
from sut_adapters.trouble import Misconfigured

ROOT = Path(__file__).absolute().parents[2]


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes into a pack beside the record: the proofs of the suite, and the digests of the attachments."""

    proofs: Proofs
    attached: Mapping[str, str]


WRITERS: dict[str, Callable[[RunRecord, Beside], bytes]] = {
    "index.html": lambda record, beside: html.document(
        record, *beside.proofs.kill_matrices, left_out=beside.proofs.kill_matrices_left_out
    ),
    "messages.ndjson": lambda record, _: cucumber.document(record),
    "report.pdf": lambda record, beside: pdf.document(record, beside.attached, beside.proofs.in_a_line),
}
"""By name of the file, beside those that every run writes."""


def leave_pack(record: RunRecord, folder: Path, run: Run) -> Path:
    """The zip. Raises Misconfigured where a certified run has not been one to its end."""
    found, known = proofs(folder, parts(ROOT)), secrets(os.environ, *run.described_in)
    take_away(folder, found.left_out)
    beside = Beside(found, attachments.write(run.profile.attached, folder / "attachments", known))
    for name, document in WRITERS.items():
        (folder / name).write_bytes(document(record, beside))
    before, after = run.checkout or checkout(ROOT), checkout(ROOT)
    if record.certified and before != after:
        raise Misconfigured("--certify: the suite's files were changed while the run lasted; run again")
    states = [replace(one, patch=known.without_octets(one.patch)) for one in (before, after)]
    return writing.write(record, folder, ROOT, (states[0], states[1]), signer(run.options.evidence), found.left_out)
