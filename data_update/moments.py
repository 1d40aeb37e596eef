"""The moment that an update judges at."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sut_adapters.trouble import Misconfigured

FORM = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Moment:
    """In UTC, to the second."""

    at: datetime

    @classmethod
    def now(cls) -> "Moment":
        """By the clock."""
        return cls(datetime.now(UTC).replace(microsecond=0))

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
    def day(self) -> str:
        """Days count whole."""
        return self.text[:10]
