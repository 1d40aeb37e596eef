"""What of a run may leave the tester's hands: no secret ever, and no device by its own name where that was asked."""

import os
from collections.abc import Mapping
from pathlib import Path

from harness.record import RunRecord
from harness.secrets import secrets
from reports.pseudonyms import pseudonyms
from reports.rewording import reworded


def discreet(
    record: RunRecord,
    profile: Path | None = None,
    *,
    pseudonymise: bool = False,
    environment: Mapping[str, str] = os.environ,
) -> RunRecord:
    """The record that every writer is given. `profile` is the file of the run's profile."""
    known = secrets(environment, profile)
    clean = reworded(record, known.without)
    return reworded(clean, pseudonyms(clean)) if pseudonymise else clean
