"""The moment that an update judges at."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sut_adapters.trouble import Misconfigured

FORM = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Moment:
    """In UTC, to the second. `told` is whether somebody has said when, so that the clock does not matter."""

    at: datetime
    told: bool = True

    @classmethod
    def now(cls) -> "Moment":
        """By the clock."""
        return cls(datetime.now(UTC).replace(microsecond=0), told=False)

    @classmethod
    def of(cls, text: str, what: str = "--at") -> "Moment":
        """Raises Misconfigured where the text is no moment, naming what has it."""
        try:
            return cls(datetime.strptime(text, FORM).replace(tzinfo=UTC))
        except ValueError as error:
            raise Misconfigured(f"{what}: {text[:40]!a} is no moment; write it as 2026-11-22T09:30:00Z") from error

    @property
    def text(self) -> str:
        """As the tables have it."""
        return self.at.strftime(FORM)

    @property
    def latest(self) -> str:
        """Up to when it counts what has happened: while it goes on, if it is by the clock."""
        return self.text if self.told else max(self.text, Moment.now().text)

    @property
    def day(self) -> str:
        """Days count whole."""
        return self.text[:10]
