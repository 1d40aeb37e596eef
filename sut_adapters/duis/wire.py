"""Everything that one profile opens, put together: what the parts of the adapter share."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sut_adapters.duis.background import Background
from sut_adapters.duis.client import DspClient
from sut_adapters.duis.correlation import Correlation
from sut_adapters.duis.devices import Devices
from sut_adapters.duis.evidence import Evidence, Way
from sut_adapters.duis.identities import Identities, identities
from sut_adapters.duis.inbox import Inbox, Place
from sut_adapters.duis.limits import Limits
from sut_adapters.duis.profile import named
from sut_adapters.duis.profile_schema import ListenerTable, Profile, TlsTable
from sut_adapters.duis.reception import Received, Reception
from sut_adapters.duis.schemas import Schemas, schemas_from
from sut_adapters.duis.silence import Silence
from sut_adapters.trouble import Misconfigured


@dataclass
class Wire:
    """`inbox.urls` says where each User ID's Receive Response Service is, to be registered with the environment.

    `now` is the time that messages and certificates are judged at.
    """

    profile: Profile
    identities: Identities
    client: DspClient
    inbox: Inbox
    reception: Reception
    correlation: Correlation
    limits: Limits
    silence: Silence
    background: Background
    now: Callable[[], datetime]
    devices: Devices = field(default_factory=Devices)
    evidence: Evidence = field(default_factory=Evidence)

    def close(self) -> None:
        """Stop listening and hang up."""
        self.inbox.close()
        self.client.close()
        self.background.close()


def open_wire(profile: Profile, schemas: Schemas | None = None) -> Wire:
    """Read every key, listen at every inbox; raises Misconfigured with the file, the key and the mend.

    Nothing is sent yet. Without `schemas` those of the profile or of the environment are taken, if there are any.
    """
    known = identities(profile)
    reception = Reception(known, schemas or schemas_from(profile.schemas))
    limits = Limits(profile.limits)
    if until := limits.quiet_until():
        raise Misconfigured(f"{profile.file}: limits.quiet_hours: come back at {until:%H:%M} UTC, or mend them")
    correlation = Correlation(timedelta(seconds=profile.dsp.clock_skew_s))
    evidence, now = Evidence(), clock_of(profile)
    background = Background("duis")
    try:
        taker = Taker(reception, correlation, evidence, now)
        with named(profile, "inbox"):
            listening = server_tls(profile.inbox)
        with named(profile, "tls"):
            client = DspClient(profile.dsp, client_tls(profile.tls))
        inbox = Inbox(profile.inbox, _places(profile), taker.take, background, listening)
    except BaseException:  # whatever it is: nothing stays open
        background.close()
        raise
    return Wire(
        profile=profile,
        identities=known,
        client=client,
        inbox=inbox,
        reception=reception,
        correlation=correlation,
        limits=limits,
        silence=Silence(profile.device),
        background=background,
        now=now,
        evidence=evidence,
    )


def clock_of(profile: Profile) -> Callable[[], datetime]:
    """This machine's clock; that of a simulator whose clock was set stands at that moment."""
    at = profile.clock
    return (lambda: datetime.now(UTC)) if at is None else (lambda: at)


@dataclass(frozen=True, slots=True)
class Taker:
    """What the inboxes do with a message: believe it and pass it on, or turn it away and note why."""

    reception: Reception
    correlation: Correlation
    evidence: Evidence
    now: Callable[[], datetime]

    def take(self, user_id: str, document: bytes) -> bool:
        """Whether it was valid."""
        judged = self.reception.pushed(user_id, document, self.now())
        if isinstance(judged, Received):
            self.evidence.keep(Way.PUSHED, user_id, "", document)
            self.correlation.deliver(user_id, judged)
            return True
        self.evidence.keep(Way.TURNED_AWAY, user_id, judged.reason, document)
        self.correlation.reject(judged)
        return False


def client_tls(table: TlsTable | None) -> ssl.SSLContext | None:
    """Mutual TLS as the profile has it, for whatever client."""
    if table is None:
        return None
    context = _believing(table.authority, ssl.Purpose.SERVER_AUTH)
    _load(context, table.certificate, table.key)
    return context


def server_tls(table: ListenerTable) -> ssl.SSLContext | None:
    """TLS as the profile has it for what listens; None where it has none."""
    if table.certificate is None or table.key is None:
        return None
    context = _believing(table.authority, ssl.Purpose.CLIENT_AUTH)
    if table.authority:
        context.verify_mode = ssl.CERT_REQUIRED
    _load(context, table.certificate, table.key)
    return context


def _believing(authority: Path | None, purpose: ssl.Purpose) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(purpose, cafile=_readable(authority) if authority else None)
    except ssl.SSLError as error:
        raise Misconfigured(
            f"{authority}: holds no certificate to believe; give that of the authority, in PEM"
        ) from error


def _load(context: ssl.SSLContext, certificate: Path, key: Path) -> None:
    try:
        context.load_cert_chain(_readable(certificate), _readable(key), password="")
    except ssl.SSLError as error:
        raise Misconfigured(f"{key}: does not go with {certificate} for TLS ({error.reason}); give the pair") from None


def _readable(path: Path) -> str:
    try:
        path.open("rb").close()
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}; name a file that can be read") from error
    return str(path)


def _places(profile: Profile) -> dict[str, Place]:
    """A listener for everybody in whose name something is sent or heard."""
    return {
        party.user_id: Place(profile.inbox.port if party.inbox_port is None else party.inbox_port, party.inbox_url)
        for party in profile.party.values()
    }
