"""The days and moments of a population, as the tables have them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SINCE = "2018-07-01"
"""When whatever is old began."""
NEARLY = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Days:
    """Counted from one moment."""

    at: datetime

    def day(self, days: int) -> str:
        """So many days from now."""
        return (self.at.date() + timedelta(days)).isoformat()

    @property
    def last_of_now(self) -> str:
        """Today, or tomorrow when today is as good as over: no check may outlast it."""
        return f"{self.at + NEARLY:%Y-%m-%d}"

    def moment(self, days: float) -> str:
        """So many days from now."""
        return moment(self.at + timedelta(days))


def moment(at: datetime) -> str:
    """UTC, to the second."""
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
