"""Two runs beside each other."""

from reports.diff.comparing import Change, Difference, compared
from reports.diff.reading import NoRun, read_run

__all__ = ["Change", "Difference", "NoRun", "compared", "read_run"]
