"""`make mutation`: mutmut on the rulebook and the verdicts; what survives has to have its reason in survivors.toml.

Takes a quarter of an hour or so, and is no part of the gate. Prints what no reason is given for, and what has one and
does not survive any more. Exit: 0 where both are empty, else 10.
"""

import subprocess
import sys

from proof.survivors import Survivor, reasons, survivor_of
from tests.mutation.workplace import ROOT, prepare

FOLDER = ROOT / "build" / "mutation"
MUTMUT = (sys.executable, "-m", "mutmut")


def main() -> int:
    prepare(FOLDER)
    subprocess.run([*MUTMUT, "run"], cwd=FOLDER, check=True)
    survivors = [survivor_of(_said("show", name)) for name in _names_of_survivors()]
    known = reasons()
    unexplained = [one for one in survivors if one not in known]
    gone = [one for one in known if one not in survivors]
    _print("survives, and survivors.toml has no reason", unexplained)
    _print("does not survive; take it out of survivors.toml", gone)
    print(f"{len(survivors)} survivors, {len(unexplained)} without a reason, {len(gone)} reasons without a survivor")  # noqa: T201
    return 10 if unexplained or gone else 0


def _names_of_survivors() -> list[str]:
    lines = (line.strip().rpartition(": ") for line in _said("results").splitlines())
    return [name for name, _, state in lines if state in ("survived", "no tests", "timeout", "suspicious")]


def _said(*arguments: str) -> str:
    done = subprocess.run([*MUTMUT, *arguments], cwd=FOLDER, check=True, capture_output=True, text=True)
    return done.stdout


def _print(heading: str, several: list[Survivor]) -> None:
    for one in several:
        print(f"{heading}:\n  {one.file}\n  - {one.was}\n  + {one.became}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
