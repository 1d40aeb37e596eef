"""What of a run may leave the tester's hands: no secret ever, and no device by its own name where that was asked."""

import os
from collections.abc import Mapping
from pathlib import Path

from harness.record import RunRecord
from harness.rewording import reworded
from harness.secrets import secrets
from reports.pseudonyms import pseudonyms


def discreet(
    record: RunRecord,
    *described_in: Path,
    pseudonymise: bool = False,
    environment: Mapping[str, str] = os.environ,
) -> RunRecord:
    """The record that every writer is given. `described_in` are the files of TOML that the run goes by."""
    known = secrets(environment, *described_in)
    clean = reworded(record, known.without)
    return reworded(clean, pseudonyms(clean)) if pseudonymise else clean
