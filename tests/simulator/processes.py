"""`mp107 serve` as a process of its own, so that it can be killed."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent.parent
SERVE = "import typer; from commands.serve import serve; typer.run(serve)"


class Serving:
    """Runs until it is told to stop, or killed; `url` is where, as it has `said` itself.

    What it makes for a while it makes in `folder`: one that is killed leaves it behind.
    """

    def __init__(self, folder: str, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE, *options],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": folder},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        if not said.startswith("serving "):
            raise AssertionError(f"it does not serve: {self.process.communicate()[1]}")
        self.said, self.url = said.rstrip(), said.split()[1].rstrip(",")

    def kill(self) -> None:
        """SIGKILL: it has no chance to tidy up."""
        self.process.kill()
        self.process.communicate()

    def stop(self) -> tuple[int, str]:
        """SIGTERM: its exit code, and what it wrote to standard error."""
        self.process.terminate()
        _, said = self.process.communicate()
        return self.process.returncode, said


@contextmanager
def serving(*options: Sequence[str] | str) -> Iterator[Serving]:
    """A process that is gone afterwards, whatever happens."""
    with TemporaryDirectory() as folder:
        process = Serving(folder, *map(str, options))
        try:
            yield process
        finally:
            if process.process.poll() is None:
                process.kill()
