"""Whether it is known of every User ID how far its originator counter has come."""

from collections.abc import Iterator

from sut_adapters.duis.counters import UNKNOWN_COUNTER, counter_file
from sut_adapters.duis.identities import first_counter
from sut_adapters.duis.preflight.findings import Check, Finding, fault, fine
from sut_adapters.duis.profile_schema import Profile


def counters(profile: Profile) -> Iterator[Finding]:
    """One that is too low has every request refused; one that is too high is used up for all who test there."""
    known = 0
    for name, party in profile.party.items():
        if party.signer is None:
            continue
        file = counter_file(profile.counters, party.user_id)
        if first_counter(profile, party) is None and not (file.exists() and file.stat().st_size):
            said = f"{name} has none yet in {profile.counters}, and other testers may have used its User ID"
            yield fault(Check.COUNTERS, f"party.{name}.first_counter", said, UNKNOWN_COUNTER)
        else:
            known += 1
    if known:
        yield fine(Check.COUNTERS, "counters", f"known of {known} User IDs")
