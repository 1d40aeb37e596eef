"""What the profile names to go with the evidence, copied as it is."""

from collections.abc import Iterable
from pathlib import Path

from harness.report_files import AttachedFile


def write(files: Iterable[AttachedFile], folder: Path) -> None:
    """Into this folder, which is made only where there is anything to put into it. Raises Misconfigured."""
    for file in files:
        content = file.content()
        folder.mkdir(exist_ok=True)
        (folder / file.name).write_bytes(content)
