"""Brings the official schema of Cucumber Messages, which a test uses where it is there; part of `make schemas`."""

import sys

from rich.console import Console

from interop.packages import Unavailable
from tests.reports.cucumber.official import bring

MISSING = 12

if __name__ == "__main__":
    console = Console(highlight=False, soft_wrap=True)
    try:
        console.print(f"the schema of Cucumber Messages is in {bring()}")
    except Unavailable as missing:
        console.print(f"make schemas: {missing}")
        sys.exit(MISSING)
