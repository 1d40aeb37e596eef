"""An error that nobody foresaw, in one line: what it is and where, and nothing of what was being worked on."""

import traceback
from pathlib import Path


def told(error: Exception) -> str:
    """The error's text may quote a message or a key, and stays out."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
