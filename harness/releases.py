"""A release state that was declared instead of switched: another state does not apply."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from rulebook.vocabulary import Release
from sut_adapters.trouble import Misconfigured, NotApplicable

NEEDS, BUT = "it needs ", "; the system is at "


def needed_state(reason: str) -> str:
    """The state that a scenario needs which was left out for it, by the reason given then; empty for other reasons."""
    if not reason.startswith(NEEDS) or BUT not in reason:
        return ""
    return reason.removeprefix(NEEDS).partition(BUT)[0]


class Releases(Protocol):
    """What steps need to know of release states: ReleaseControl, or the declaration in its place."""

    def release(self) -> Release: ...

    def switch(self, release: Release) -> None: ...


@dataclass(slots=True)
class DeclaredRelease:
    """The one state that the system is in; a scenario may say what it is, and may not change it.

    While the Givens are read a scenario may put its state together component by component; what it came to is
    compared before the first request, and before the event.
    """

    declared: Release | None
    wanted: Release | None = None
    given: bool = True

    def release(self) -> Release:
        """The state that the scenario has asked for so far, else the declared one."""
        return self.wanted or self._known()

    def switch(self, release: Release) -> None:
        """Raises Misconfigured where nothing is declared, NotApplicable for another state once the Givens are over."""
        self._known()
        self.wanted = release
        if not self.given:
            self.compare()

    def compare(self) -> None:
        """Raises NotApplicable if the scenario needs another state than the declared one; ends the Givens."""
        self.given = False
        if self.wanted is not None and str(self.wanted) != str(self.declared):
            raise NotApplicable(f"{NEEDS}{self.wanted}{BUT}{self.declared}")

    def _known(self) -> Release:
        if self.declared is None:
            raise Misconfigured(
                "the system cannot be switched, and neither --release nor the profile says what state it is in; "
                "give --release DSP=on,S1SP1=on,S1SP2=on,S1SP3=on or what it is"
            )
        return self.declared


def put_into(declared: Release, releases: Releases) -> None:
    """Put a system that can be switched into the declared state; raises Misconfigured where it is not so afterwards."""
    releases.switch(declared)
    if str(releases.release()) != str(declared):
        raise Misconfigured(f"the state declared is {declared}, and the system says {releases.release()}: mend either")


def refuse_excluded(releases: Releases, why_not_at: Callable[[Release], str]) -> None:
    """Raises NotApplicable in a state that the profile declares out of scope."""
    if reason := why_not_at(releases.release()):
        raise NotApplicable(f"{releases.release()} is out of scope: {reason}")
