"""The rules that keep a run from hurting an environment: which environment, which devices."""

from collections.abc import Iterator
from pathlib import Path

from sut_adapters.duis.ledger import Ledger
from sut_adapters.duis.planting import described
from sut_adapters.duis.preflight.findings import Check, Finding, fault, fault_of, fine
from sut_adapters.duis.profile_schema import Profile
from sut_adapters.trouble import Misconfigured

__all__ = ["ledger_of", "safety"]


def safety(profile: Profile) -> Iterator[Finding]:
    """That the environment is not live has been seen when the profile was read. Unknown issuers: see `certificates`."""
    yield fine(Check.SAFETY, "environment", f"is {profile.environment!s}, not live")
    inventory = {device.id for device in profile.device}
    try:
        left = list(ledger_of(profile).left())
    except Misconfigured as error:
        yield fault_of(Check.SAFETY, "estate.ledger", error)
        return
    for device, found in left:
        if device not in inventory:
            said = f"{device} is leased in {profile.estate.ledger}, and is no [[device]] of the inventory"
            mend = "have its owner see what it holds, then remove its file there, or give the [[device]]"
            yield fault(Check.SAFETY, device, said, mend)
        else:
            held = ", ".join(f"{slot}: {described(one)}" for slot, one in found.slots.items())
            said = "an earlier run has not put it back as it was found"
            yield fault(
                Check.SAFETY, device, said, f"put back what it held ({held}), and remove its file in the ledger"
            )


def ledger_of(profile: Profile) -> Ledger:
    """The ledger that a run with this profile keeps."""
    folder: Path = profile.file.resolve().parent / profile.estate.ledger
    return Ledger(folder)
