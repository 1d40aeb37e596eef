"""`make mutation`: mutmut's mutants of the rulebook and the verdicts, and what becomes of them.

What survives has to have its reason in survivors.toml. Can be broken off, and goes on from there when it is started
again, unless the project has changed since: then every mutant is tried again, by what killed it before at first. An
argument names a part (`rulebook/model/*`). Prints what no reason is given for, and what has one and does not survive
any more. Exit: 0 where both are empty, else 10; 2 for a part that there is not.
"""

import subprocess
import sys
from collections.abc import Iterable

from mutmut.configuration import config

from proof.survivors import reasons
from tests.mutation.results import Results
from tests.mutation.tally import Tally
from tests.mutation.workplace import ROOT, copy, fingerprint, mutate

FOLDER = ROOT / "build" / "mutation"
RESULTS = ROOT / "build" / "mutation.ndjson"
PYTEST = (sys.executable, "-m", "pytest", "-qq", "-s", "--no-header", "-p", "no:randomly", "-p", "no:cacheprovider")


def main(parts: list[str]) -> int:
    project = fingerprint(copy(FOLDER))
    mutants = mutate(FOLDER)
    named = [one for one in mutants if one.belongs_to(parts)]
    if not named:
        files = ", ".join(dict.fromkeys(one.change.file for one in mutants))
        sys.stderr.write(f"make mutation: nothing to change in {' '.join(parts)}; there is {files}\n")
        return 2
    ended = _try(parts, project)
    tally = Tally(named, Results(RESULTS).of(project), reasons().keys(), whole=not parts)
    sys.stdout.write("\n".join(tally.lines()) + "\n")
    return ended or (10 if tally.unexplained() or tally.gone() else 0)


def _try(parts: Iterable[str], project: str) -> int:
    """pytest's exit code."""
    options = [f"--results={RESULTS}", f"--project={project}", *(f"--part={part}" for part in parts)]
    killers = [*config().pytest_add_cli_args, *config().pytest_add_cli_args_test_selection]
    command = [*PYTEST, "-p", "tests.mutation.trying", *options, *killers]
    return subprocess.run(command, cwd=FOLDER, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nmake mutation: broken off; it goes on from here when it is started again")
