"""Whether the environment can be reached: name, connection, TLS both ways, clock."""

import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from sut_adapters.duis.preflight.findings import Check, Finding, fault, fault_of, fine, left_out
from sut_adapters.duis.profile_schema import Profile
from sut_adapters.duis.wire import client_tls
from sut_adapters.trouble import Misconfigured

HOST_MISMATCH = frozenset({62, 64})
EXPIRED, NOT_YET_VALID = 10, 9
"""OpenSSL's verification results (X509_V_ERR_...)."""

DATE_RESOLUTION_S = 1.0
"""An HTTP date has whole seconds."""

TURNED_AWAY = "the server turned away the client certificate"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one URL of the profile leads; `key` is the URL's own."""

    key: str
    url: str
    host: str
    port: int
    is_https: bool


def network(profile: Profile, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Iterator[Finding]:
    """Stops at the first fault on the way to each place; the later checks of it are left out."""
    for place in places(profile):
        findings = _on_the_way(place, profile, now)
        for finding in findings:
            yield finding
            if finding.state == "fault":
                break


def places(profile: Profile) -> tuple[Place, ...]:
    """The DSP, and test control where there is any."""
    urls = {"dsp.url": profile.dsp.url}
    if profile.test_control is not None:
        urls["test_control.url"] = profile.test_control.url
    return tuple(_place(key, url) for key, url in urls.items())


def _place(key: str, url: str) -> Place:
    parts = urlsplit(url)
    is_https = parts.scheme == "https"
    return Place(key, url, parts.hostname or "", parts.port or (443 if is_https else 80), is_https)


def _on_the_way(place: Place, profile: Profile, now: Callable[[], datetime]) -> Iterator[Finding]:
    yield _name(place)
    yield _connection(place, profile.dsp.connect_s)
    if place.is_https:
        yield _tls(place, profile)
    yield from _exchange(place, profile, now)


def _name(place: Place) -> Finding:
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except OSError as error:
        said = f"{place.host} has no address ({error.strerror or error})"
        return fault(Check.NAMES, place.key, said, f"mend the host in {place.key}, or this machine's name resolution")
    return fine(Check.NAMES, place.key, f"{place.host} is {found[0][4][0]}")


def _connection(place: Place, seconds: float) -> Finding:
    where = f"{place.host}:{place.port}"
    try:
        socket.create_connection((place.host, place.port), timeout=seconds).close()
    except OSError as error:
        reason = "no answer in time" if isinstance(error, TimeoutError) else (error.strerror or str(error)).lower()
        mend = f"start the server, open the firewall, or mend the port in {place.key}"
        return fault(Check.CONNECTION, place.key, f"{where} takes no connection ({reason})", mend)
    return fine(Check.CONNECTION, place.key, f"{where} takes connections")


def _tls(place: Place, profile: Profile) -> Finding:
    try:
        context = client_tls(profile.tls)
    except Misconfigured as error:
        return fault_of(Check.TLS, "tls", error)
    if context is None:
        said, mend = "the URL is https, and the profile has no [tls]", "give tls.authority, certificate and key"
        return fault(Check.TLS, place.key, said, mend)
    try:
        with (
            socket.create_connection((place.host, place.port), timeout=profile.dsp.connect_s) as connection,
            context.wrap_socket(connection, server_hostname=place.host) as secured,
        ):
            until = secured.getpeercert() or {}
            return fine(Check.TLS, place.key, f"{secured.version()}, server certificate until {until.get('notAfter')}")
    except ssl.SSLCertVerificationError as error:
        return fault(Check.TLS, place.key, f"the server's certificate: {error.verify_message}", _mend(error, place))
    except (OSError, ssl.SSLError) as error:
        said = f"no TLS with the server ({_words(error)})"
        return fault(Check.TLS, place.key, said, "mend tls.certificate and tls.key, or the URL's scheme or port")


def _mend(error: ssl.SSLCertVerificationError, place: Place) -> str:
    match error.verify_code:
        case code if code in HOST_MISMATCH:
            return f"write in {place.key} the host that the server's certificate names"
        case code if code == EXPIRED:
            return "have the server's certificate renewed"
        case code if code == NOT_YET_VALID:
            return "mend this machine's clock, or have the server's certificate renewed"
        case _:
            return "give in tls.authority the certificate of the authority that issued the server's"


def _exchange(place: Place, profile: Profile, now: Callable[[], datetime]) -> Iterator[Finding]:
    """One GET of the bare URL, which asks for nothing: whether it is answered at all, and by what clock."""
    context = client_tls(profile.tls) if place.is_https else None
    before = now()
    try:
        with httpx.Client(verify=context or False, trust_env=False, timeout=profile.dsp.answer_s) as client:
            response = client.get(place.url)
    except httpx.TimeoutException:
        said = f"no answer to HTTP within {profile.dsp.answer_s:g} s"
        yield fault(Check.CONNECTION, place.key, said, f"see whether the server hangs, or mend {place.key}")
    except (httpx.HTTPError, ssl.SSLError) as error:
        said = f"{TURNED_AWAY} ({_words(error)})" if place.is_https else f"no HTTP ({_words(error)})"
        mend = "give in tls.certificate and tls.key what the server's authority issued"
        yield fault(
            Check.TLS if place.is_https else Check.CONNECTION, place.key, said, mend if place.is_https else _PORT
        )
    else:
        yield _clock(place, response.headers.get("Date"), before, now(), profile.dsp.clock_skew_s)


_PORT = "mend the port or the scheme of the URL"


def _clock(place: Place, date: str | None, before: datetime, after: datetime, allowed_s: float) -> Finding:
    try:
        theirs = parsedate_to_datetime(date or "")
    except ValueError:
        return left_out(Check.CLOCK, place.key, "the server does not say what time it is")
    theirs = theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)
    skew = max((theirs - after).total_seconds(), (before - theirs).total_seconds() - DATE_RESOLUTION_S, 0.0)
    if skew > allowed_s:
        said = f"the server's clock and this machine's are {skew:.0f} s apart; {allowed_s:g} s are allowed"
        return fault(Check.CLOCK, place.key, said, "set both by NTP, or allow more in dsp.clock_skew_s")
    return fine(Check.CLOCK, place.key, f"less than {max(allowed_s, 1):g} s apart")


def _words(error: Exception) -> str:
    return " ".join(str(getattr(error, "reason", None) or error).split()) or type(error).__name__
