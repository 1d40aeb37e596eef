"""Messages of the DSP, signed by it; what an S1SP says within them, signed by the S1SP.

What is said at once and carries no data is not signed: the acknowledgements and refusals of the DCC's own test system
are not either, and the schema wants no signature.
"""

from dataclasses import dataclass
from datetime import datetime

from sut_adapters.duis.responses import (
    Acknowledged,
    Body,
    Header,
    Inventory,
    InventoryDevice,
    Message,
    PreCommand,
    Refusal,
    SignedByS1sp,
    encode,
    encode_inner,
    response_id,
)
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.signing import sign
from sut_adapters.simulator.settings import DUIS_VERSION, Settings

SUCCESS, ACKNOWLEDGEMENT = "I0", "I99"
Inner = Signer | bytes | None
"""Who signs what an S1SP says, or what it says as it has signed it already; None where no S1SP says anything."""


@dataclass(frozen=True, slots=True)
class Answering:
    """The request that is answered, and when. `version` is the DUIS version in which its User writes."""

    settings: Settings
    request_id: str
    variant: str
    version: str
    now: datetime

    def acknowledged(self) -> bytes:
        """I99, at once."""
        return encode(self._at_once(ACKNOWLEDGEMENT, Acknowledged(self.variant)))

    def refused(self, code: str) -> bytes:
        """An E code, at once."""
        return encode(self._at_once(code, Refusal(self.variant)))

    def transformed(self, payload: bytes) -> bytes:
        """I0 with a Pre-Command, at once."""
        return signed(self.settings, self._at_once(SUCCESS, PreCommand(self.variant, payload)))

    def inventory(self, *devices: InventoryDevice) -> bytes:
        """I0 with what the Smart Metering Inventory holds, at once."""
        return signed(self.settings, self._at_once(SUCCESS, Inventory(devices)))

    def responded(self, body: Body, s1sp: Inner = None) -> bytes:
        """I0 with what a Device answered, later."""
        return self._later(SUCCESS, body, s1sp)

    def refused_later(self, code: str) -> bytes:
        """An E code after an acknowledgement."""
        return self._later(code, Refusal(self.variant), None)

    def _at_once(self, code: str, body: Body) -> Message:
        return Message(Header(self.request_id, None, code, self.now), body, version=self.version)

    def _later(self, code: str, body: Body, s1sp: Inner) -> bytes:
        header = Header(self.request_id, response_id(self.request_id), code, self.now)
        return signed(self.settings, Message(header, body, version=self.version), s1sp)


@dataclass(frozen=True, slots=True)
class Alerting:
    """An alert from one EUI-64 to a User, and when."""

    settings: Settings
    source: str
    user_id: str
    now: datetime
    version: str = DUIS_VERSION

    @property
    def counter(self) -> int:
        """The alert's own: milliseconds since 1970."""
        return int(self.now.timestamp() * 1000)

    def alert(self, body: Body, alert_code: str | None = None, s1sp: Inner = None) -> bytes:
        """I0, as every alert; `alert_code` is that of a DCC Alert."""
        header = Header(None, f"{self.source}:{self.user_id}:{self.counter}", SUCCESS, self.now)
        return signed(self.settings, Message(header, body, alert_code=alert_code, version=self.version), s1sp)


def signed(settings: Settings, message: Message, s1sp: Inner = None) -> bytes:
    """As it goes out."""
    inner = s1sp if isinstance(s1sp, bytes) else None
    if isinstance(message.body, SignedByS1sp) and s1sp is not None and not isinstance(s1sp, bytes):
        inner = sign(encode_inner(message.body, message.version), s1sp)
    return sign(encode(message, inner), settings.dsp)
