"""What the examination of an adapter comes to."""

from dataclasses import astuple, dataclass, field

from sut_adapters.shapes import in_one_line


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with an adapter; each field is for people, and one line."""

    asked: str
    expected: str
    observed: str
    mend: str


@dataclass(slots=True)
class Report:
    """`asked` names every examination that came to its end; `left_out` those that did not, each with the reason."""

    findings: list[Finding] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)

    def note(self, finding: Finding) -> None:
        """Once, however often the same shows, and on lines of its own whatever the adapter says."""
        plain = Finding(*map(in_one_line, astuple(finding)))
        if plain not in self.findings:
            self.findings.append(plain)


class Fault(Exception):
    """Ends one examination with a finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.observed)
        self.finding = finding


class Hung(Fault):
    """Ends all of them: who has not come back cannot be asked again."""


class LeftOut(Exception):
    """The adapter says that it cannot have what one examination needs, as it may."""
