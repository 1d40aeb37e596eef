"""Whether the Receive Response Services can listen, and can be reached where the DCC was told that they are."""

import secrets
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx

from sut_adapters.duis.preflight.findings import Check, Finding, fault, fault_of, fine
from sut_adapters.duis.profile_schema import PartyTable, Profile
from sut_adapters.duis.wire import Wire, open_wire
from sut_adapters.trouble import Misconfigured


def inboxes(profile: Profile) -> Iterator[Finding]:
    """Listens at every one for a moment; what is posted there meanwhile is turned away."""
    try:
        wire = open_wire(profile)
    except Misconfigured as error:
        yield fault_of(Check.INBOXES, "inbox", error)
        return
    try:
        for name, party in profile.party.items():
            yield _inbox(name, party, wire)
    finally:
        wire.close()


def _inbox(name: str, party: PartyTable, wire: Wire) -> Finding:
    key, profile = f"party.{name}.inbox_url", wire.profile
    address = wire.inbox.urls[party.user_id]
    if party.inbox_url is None:
        fixed = profile.inbox.port if party.inbox_port is None else party.inbox_port
        if profile.test_control is None and fixed == 0:
            said = "its inbox takes any free port, and there is no test control to tell the DCC which"
            return fault(Check.INBOXES, key, said, f"give party.{name}.inbox_port as registered with the DCC")
        return fine(Check.INBOXES, f"party.{name}", f"listens at {address}")
    return _reached(key, name, party.inbox_url, wire)


def _reached(key: str, name: str, url: str, wire: Wire) -> Finding:
    """Post a word to the registered address, and see whether it arrives here."""
    mend = f"let {url} lead to {wire.profile.inbox.host} and party.{name}.inbox_port, or mend {key}"
    parts = urlsplit(url)
    try:
        if wire.profile.inbox.authority is not None:
            port = parts.port or (443 if parts.scheme == "https" else 80)
            socket.create_connection((parts.hostname or "", port), wire.profile.dsp.connect_s).close()
            return fine(Check.INBOXES, key, f"{url} takes connections; it asks for the DCC's certificate")
        word = f"pre-flight {secrets.token_hex(8)}"
        # To an inbox of our own, whose certificate need not name this machine.
        httpx.post(url, content=word, timeout=wire.profile.dsp.connect_s, trust_env=False, verify=False)  # noqa: S501
    except (OSError, httpx.HTTPError, httpx.InvalidURL) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        return fault(Check.INBOXES, key, f"{url} cannot be reached from here ({reason})", mend)
    if not any(message.document == word.encode() for message in wire.evidence.messages):
        return fault(Check.INBOXES, key, f"{url} answers, and it is not the inbox of {name} that answers there", mend)
    return fine(Check.INBOXES, key, f"{url} leads here")
