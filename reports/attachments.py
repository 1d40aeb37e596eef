"""What the profile names to go with the evidence, copied as it is when the run ends, but for secrets."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from harness.report_files import AttachedFile
from harness.secrets import Secrets

CHANGED = ", what was secret in it left out"


def write(files: Iterable[AttachedFile], folder: Path, known: Secrets) -> dict[str, str]:
    """Into this folder, which is made only where there is anything to put into it. Raises Misconfigured.

    The SHA-256 of each by its path in the pack, and whether anything was left out: no secret was in it when the run
    began, and a log may have got one since.
    """
    digests = {}
    for file in files:
        found = file.content()
        content = known.without_octets(found)
        folder.mkdir(exist_ok=True)
        (folder / file.name).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        digests[f"{folder.name}/{file.name}"] = digest if content == found else f"{digest}{CHANGED}"
    return digests
