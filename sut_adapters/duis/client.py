"""The DSP's three DUIS services over HTTP: one client, kept alive, with a limit to every wait.

Only a connection that could not be made is tried again: whatever has left this side may have been acted on.
"""

import ssl
import time
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from http import HTTPStatus

import httpx

from sut_adapters.duis.profile_schema import DspTable
from sut_adapters.duis.secure_xml import LARGEST
from sut_adapters.duis.timed_transport import Deadline, TimedTransport
from sut_adapters.duis.transport_words import mend_of
from sut_adapters.trouble import Misunderstood, Phase, Unreachable

CONNECTIONS = 32
KEEP_ALIVE_S = 5.0
ATTEMPTS_TO_CONNECT = 2
PAUSE_S = 0.2
BROKEN_OFF = ("disconnected", "closed")
"""Words of httpx for a server that hung up before or within its answer, which is no protocol error."""

REFUSED_BY_TLS = "over TLS 1.3 this is also how a server turns away a client certificate"


class Service(StrEnum):
    """The DUIS web services, by what is sent to them."""

    SEND_COMMAND = "send_command"
    TRANSFORM = "transform"
    NON_DEVICE = "non_device"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a service answered: an HTTP status and a body of at most a megabyte."""

    status: int
    body: bytes

    @property
    def words(self) -> str:
        """The status as people know it: `404 Not Found`."""
        known = [status.phrase for status in HTTPStatus if status == self.status]
        return " ".join([str(self.status), *known])


class DspClient:
    """Posts signed messages; safe to use from several threads at once.

    `fingerprint` is the SHA-256 of the TLS certificate that the DSP showed last, in hex; empty before that.
    """

    def __init__(self, dsp: DspTable, tls: ssl.SSLContext | None) -> None:
        self._dsp, self._deadline = dsp, Deadline()
        self.fingerprint = ""
        self._client = httpx.Client(
            transport=TimedTransport(tls, self._deadline, CONNECTIONS, KEEP_ALIVE_S),
            trust_env=False,
            headers={"Content-Type": "application/xml", "Accept": "application/xml", "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(dsp.answer_s, connect=dsp.connect_s),
        )

    def post(self, service: Service, document: bytes) -> Reply:
        """The service's answer, whatever its status; raises Unreachable or Misunderstood."""
        url, limit = self.url(service), self._dsp.connect_s * ATTEMPTS_TO_CONNECT + self._dsp.answer_s
        try:
            with self._deadline.within(limit):
                return self._connected(url, document)
        except httpx.ReadTimeout as error:
            late = f"{url} gave no whole answer within {self._dsp.answer_s:g} s"
            raise Unreachable(Phase.WAIT, f"{late}; give dsp.answer_s longer, or see whether the DSP hangs") from error
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            mend = mend_of(url, error, "start it, or mend dsp.url in the profile")
            raise Unreachable(Phase.REACH, f"{url} cannot be connected to ({_said(error)}); {mend}") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            if _has_broken_off(error):
                raise _broken_off(url, error) from error
            said = f"{url} does not speak HTTP as it should ({_said(error)})"
            raise Misunderstood(Phase.WAIT, f"{said}; mend dsp.url, or the server") from error

    def url(self, service: Service) -> str:
        """Where a service is."""
        paths = {
            Service.SEND_COMMAND: self._dsp.send_command,
            Service.TRANSFORM: self._dsp.transform,
            Service.NON_DEVICE: self._dsp.non_device,
        }
        return self._dsp.url + paths[service]

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _connected(self, url: str, document: bytes) -> Reply:
        for _ in range(1, ATTEMPTS_TO_CONNECT):
            try:
                return self._sent(url, document)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                time.sleep(PAUSE_S)
        return self._sent(url, document)

    def _sent(self, url: str, document: bytes) -> Reply:
        with self._client.stream("POST", url, content=document) as response:
            self.fingerprint = _fingerprint(response) or self.fingerprint
            body = bytearray()
            for part in response.iter_raw():
                body += part
                if len(body) > LARGEST:
                    fault = f"{url} answered with more than {LARGEST:,} octets"
                    raise Misunderstood(Phase.WAIT, f"{fault}; no DUIS message is that large: mend dsp.url")
            return Reply(response.status_code, bytes(body))


def _fingerprint(response: httpx.Response) -> str:
    stream = response.extensions.get("network_stream")
    shown = stream.get_extra_info("ssl_object") if stream is not None else None
    certificate = shown.getpeercert(True) if shown is not None else None
    return sha256(certificate).hexdigest() if certificate else ""


def _has_broken_off(error: Exception) -> bool:
    if isinstance(error, httpx.RemoteProtocolError):
        return any(word in str(error) for word in BROKEN_OFF)
    return isinstance(error, httpx.NetworkError | httpx.WriteTimeout)


def _broken_off(url: str, error: Exception) -> Unreachable:
    said = f"{url} closed the connection before it had answered ({_said(error)}); {REFUSED_BY_TLS}"
    return Unreachable(Phase.SEND, f"{said}; whether it acted on the request is not known, so it is not sent again")


def _said(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
