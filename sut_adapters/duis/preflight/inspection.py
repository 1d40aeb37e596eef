"""Every check in its order; what could not be looked at because of an earlier fault is left out, and says so."""

from collections.abc import Callable, Iterator

from rulebook.vocabulary import Rulings
from sut_adapters.duis.declared_release import declared_release
from sut_adapters.duis.exchanges import Exchanges
from sut_adapters.duis.gateway import Gateway
from sut_adapters.duis.kit import kit_of
from sut_adapters.duis.preflight.certificates import certificates
from sut_adapters.duis.preflight.counters import counters
from sut_adapters.duis.preflight.devices import look_at_devices
from sut_adapters.duis.preflight.findings import Check, Finding, State, fault_of, left_out
from sut_adapters.duis.preflight.inboxes import inboxes
from sut_adapters.duis.preflight.keys import keys
from sut_adapters.duis.preflight.needs import Needs
from sut_adapters.duis.preflight.network import network
from sut_adapters.duis.preflight.safety import safety
from sut_adapters.duis.preflight.schemas import schemas as schemas_found
from sut_adapters.duis.preflight.states import Prospects, states
from sut_adapters.duis.preflight.thresholds import thresholds
from sut_adapters.duis.profile_schema import Profile
from sut_adapters.duis.schemas import Schemas
from sut_adapters.duis.wire import clock_of, open_wire
from sut_adapters.trouble import Misconfigured

FILES = frozenset({Check.KEYS, Check.CERTIFICATES, Check.COUNTERS})
"""What has to be without fault before anything is signed or listened for."""


def looked_over(profile: Profile, needs: Needs, rulings: Rulings, schemas: Schemas | None = None) -> Iterator[Finding]:
    """Findings as they are made. Nothing is sent but requests that change nothing."""
    seen: list[Finding] = []
    now = clock_of(profile)()
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: safety(profile),
        lambda: keys(profile),
        lambda: certificates(profile, now),
        lambda: counters(profile),
        lambda: schemas_found(profile, schemas),
        lambda: network(profile),
    )
    for check in checks:
        for finding in check():
            seen.append(finding)
            yield finding
    yield from _by_asking(profile, needs, rulings, _faulty(seen))
    yield from thresholds(profile, needs)


def _by_asking(profile: Profile, needs: Needs, rulings: Rulings, faulty: frozenset[Check]) -> Iterator[Finding]:
    """What takes keys to look at, and then the network too."""
    if faulty & FILES:
        for check in (Check.INBOXES, Check.DEVICES, Check.STATES):
            yield left_out(check, "", "not looked at", "mend the keys, certificates and counters first")
        return
    listening = list(inboxes(profile))
    yield from listening
    if faulty & {Check.NAMES, Check.CONNECTION, Check.TLS} or _faulty(listening):
        for check in (Check.DEVICES, Check.STATES):
            yield left_out(check, "", "not looked at", "mend the connection and the inboxes first")
        return
    yield from _devices_and_states(profile, needs, rulings)


def _devices_and_states(profile: Profile, needs: Needs, rulings: Rulings) -> Iterator[Finding]:
    try:
        wire, release = open_wire(profile), declared_release(profile)
    except Misconfigured as error:
        yield fault_of(Check.DEVICES, "profile", error)
        return
    try:
        exchanges = Exchanges(wire)
        kit = kit_of(wire, exchanges, Gateway(wire, exchanges), rulings)
        looked = look_at_devices(kit)
        kit.closing.close()
    finally:
        wire.close()
    yield from looked.findings
    yield from states(needs, Prospects(profile, looked.devices, wire.identities, release, rulings))


def _faulty(findings: list[Finding]) -> frozenset[Check]:
    return frozenset(finding.check for finding in findings if finding.state is State.FAULT)
