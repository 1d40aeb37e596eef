"""pytest as `mp107 run` starts it, in a process of its own: it ends as any other command does."""

import pytest

from sut_adapters.ending import to_its_end


def main() -> None:
    """Exits with pytest's own code."""
    raise SystemExit(pytest.main())


if __name__ == "__main__":
    to_its_end("mp107 run", main)
