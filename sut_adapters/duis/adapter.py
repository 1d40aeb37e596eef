"""A DSP and its S1SPs on the wire, as one system under test: only the ports that the profile makes possible."""

import atexit
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from functools import wraps
from hashlib import sha256
from typing import ParamSpec, TypeVar

from rulebook.vocabulary import Rulings
from sut_adapters.duis.alerts import Alerts
from sut_adapters.duis.devices import Devices
from sut_adapters.duis.endpoint import Endpoint
from sut_adapters.duis.evidence import WireMessage
from sut_adapters.duis.exchanges import Exchanges
from sut_adapters.duis.gateway import Gateway
from sut_adapters.duis.in_flight import HeldInFlight
from sut_adapters.duis.profile_schema import Profile
from sut_adapters.duis.setting import Setting
from sut_adapters.duis.silence import Silence
from sut_adapters.duis.surroundings import surroundings
from sut_adapters.duis.wire import Wire, open_wire
from sut_adapters.port import Closeable, ScenarioScope
from sut_adapters.request_path import REQUEST_PATH

BRINGS_MESSAGES = frozenset({"send", "submit", "outcome", "hand_over", "post", "slots", "served_by", "raise_alert"})
"""The methods of ports after which messages may be under way."""

P = ParamSpec("P")
T = TypeVar("T")
LOCAL = 0x02
"""In the first octet of an EUI-64: assigned by nobody, so that no device has it."""


class DuisSystem:
    """Has the methods of exactly those ports that one of its parts offers; the first part that offers a port has it.

    `gateway` and `alerts` say more than their ports do.
    """

    def __init__(self, wire: Wire, gateway: Gateway, alerts: Alerts, parts: Iterable[object]) -> None:
        self.gateway, self.alerts = gateway, alerts
        self._wire, self._parts = wire, (*parts, gateway, alerts)
        self._open = ExitStack()
        self._open.callback(wire.close)
        for part in self._parts:
            if isinstance(part, Closeable):
                self._open.callback(part.close)
        for offered in REQUEST_PATH:
            part = next((part for part in self._parts if isinstance(part, offered)), None)
            for name in _methods(offered) if part is not None else ():
                method = getattr(part, name)
                setattr(
                    self, name, self._in_order(method) if name in BRINGS_MESSAGES and wire.profile.clock else method
                )

    @property
    def identity(self) -> str:
        """Where the DSP is, and what kind of environment it is in; its build is the profile's to declare."""
        profile = self._wire.profile
        return f"the DSP at {profile.dsp.url} ({profile.environment} environment)"

    @property
    def tls_fingerprint(self) -> str:
        """The SHA-256 of the TLS certificate that the DSP showed last, in hex; empty where there was none."""
        return self._wire.client.fingerprint

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope: nothing that was heard before belongs to it."""
        self._wire.correlation.begin()
        self._wire.evidence.begin()
        self._wire.devices.stranger = bytes((LOCAL, *sha256(f"{seed}".encode()).digest()[:7])).hex("-").upper()
        for part in self._parts:
            if isinstance(part, ScenarioScope):
                part.begin(scenario, seed)

    def end(self) -> None:
        """ScenarioScope: the parts that came last end first, each whatever became of the others."""
        with ExitStack() as stack:
            for part in self._parts:
                if isinstance(part, ScenarioScope):
                    stack.callback(part.end)

    def messages(self) -> tuple[WireMessage, ...]:
        """Each message of the scenario as it was sent and received."""
        return self._wire.evidence.messages

    @property
    def devices(self) -> Devices:
        """What is known of the devices in play."""
        return self._wire.devices

    @property
    def silence(self) -> Silence:
        """What silence is to mean."""
        return self._wire.silence

    @property
    def inbox_urls(self) -> Mapping[str, str]:
        """Where the Receive Response Service of each User ID is."""
        return self._wire.inbox.urls

    def _in_order(self, method: Callable[P, T]) -> Callable[P, T]:
        """The method with a rest after it: so that messages that raced one another are kept in one order.

        For a simulator whose clock was set, so that a run can be repeated.
        """

        @wraps(method)
        def rested(*args: P.args, **named: P.kwargs) -> T:
            result = method(*args, **named)
            if not any(isinstance(part, HeldInFlight) and part.holding for part in self._parts):
                self.alerts.complete()
            self._wire.evidence.put_in_order()
            return result

        return rested

    def close(self) -> None:
        """Stop listening and hang up. May be called again."""
        atexit.unregister(self.close)
        self._open.close()


def assemble(profile: Profile, rulings: Rulings, setting: Setting | None = None) -> DuisSystem:
    """Everything that the profile makes possible; raises Misconfigured with the file, the key and the mend."""
    setting = setting or Setting()
    wire = open_wire(profile, setting.schemas)
    try:
        exchanges = Exchanges(wire)
        gateway = Gateway(wire, exchanges)
        around = surroundings(wire, exchanges, gateway, rulings, setting)
        parts = (*around, Endpoint(wire, exchanges))
    except BaseException:  # whatever it is: nothing stays open
        wire.close()
        raise
    system = DuisSystem(wire, gateway, Alerts(wire), parts)
    atexit.register(system.close)
    return system


def _methods(protocol: type) -> list[str]:
    return [name for name, value in vars(protocol).items() if callable(value) and not name.startswith("_")]
