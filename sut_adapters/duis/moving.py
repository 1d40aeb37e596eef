"""Moves a registration by the command that the profile names: Registration Data belong to nobody whom DUIS reaches."""

import os
import signal
import subprocess
from collections.abc import Callable

from rulebook.vocabulary import UserRole
from sut_adapters.duis.estate_profile import EstateTable
from sut_adapters.trouble import Misconfigured, NotExercised

Move = Callable[[str, UserRole, str], None]
"""Registers a User ID for a device's meter point in a role; raises NotExercised where that cannot be had."""


def mover(table: EstateTable) -> Move | None:
    """The profile's command as a function; None where it has none."""

    def move(device: str, role: UserRole, user_id: str) -> None:
        words = {"{device}": device, "{role}": role.abbreviation, "{user_id}": user_id}
        _run([_filled_in(word, words) for word in table.move_registration], table.move_registration_s)

    return move if table.move_registration else None


def _filled_in(word: str, words: dict[str, str]) -> str:
    for name, meant in words.items():
        word = word.replace(name, meant)
    return word


def _run(command: list[str], seconds: float) -> None:
    named = f"estate.move_registration ({command[0]!r})"
    try:
        # The profile's own command: whoever writes the profile may run it.
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such program"
        raise Misconfigured(f"{named} cannot be run ({reason}); name a program that can be") from error
    with process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise NotExercised(f"{named} did not end within {seconds:g} s; run it by hand") from None
        except BaseException:  # an interrupt too: the command does not go on behind it
            _end(process)
            raise
    if process.returncode:
        raise NotExercised(f"{named} ended with {process.returncode}; run it by hand")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """The command and whatever it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
