"""`python -m data_update.faulty NAME`: a faulty update, told what to do as the reference update is.

Without a name the catalogue, a line each.
"""

import os
import sys

from data_update.command import CONFIGURATION, run
from data_update.faulty import FAULTS, find_fault
from sut_adapters.trouble import Misconfigured


def main() -> int:
    """The exit code."""
    if not sys.argv[1:]:
        sys.stdout.write("".join(f"{fault.name}  {fault.clause}  {fault.mistake}\n" for fault in FAULTS))
        return 0
    try:
        fault = find_fault(sys.argv[1])
    except Misconfigured as error:
        sys.stderr.write(f"python -m data_update.faulty: {error}\n")
        return CONFIGURATION
    return run(sys.argv[2:], os.environ, fault.decisions, fault.applying, fault.engine)


if __name__ == "__main__":
    sys.exit(main())
