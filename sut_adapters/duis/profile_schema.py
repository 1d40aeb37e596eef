"""What a profile may say: one table of the TOML file a class, every unknown key an error, secrets by path alone."""

from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field, field_validator, model_validator

from rulebook.vocabulary import CertificateUse, Component, UserRole
from sut_adapters.duis.estate_profile import EstateTable, LeasableDevice
from sut_adapters.duis.profile_values import Eui, Issues, Port, ProfilePath, Seconds, Table, Url, UrlPath
from sut_adapters.smki.faults import CertificateFault

HIGHEST_FIRST_COUNTER = 2**63 - 1


class Environment(StrEnum):
    """What is behind the URL. There is no word for a live one."""

    SIMULATOR = "simulator"
    TEST = "test"


class SignerTable(Table):
    """Who signs: a key file with its certificate, or a command that has the key."""

    certificate: ProfilePath
    key: ProfilePath | None = None
    command: list[str] | None = None
    timeout_s: Seconds = 10.0

    @model_validator(mode="after")
    def _one_way(self) -> "SignerTable":
        if (self.key is None) is (self.command is None):
            raise ValueError("give either `key`, the path of a key file, or `command`")
        return self


class DspTable(Table):
    """The DSP's DUIS services, whose signatures to believe, and how long to wait.

    `id` is the Business Target ID of requests that the DSP answers itself; left out, they name the device that they are
    about. `answer_s` is for the acknowledgement, `window_s` for the end of a request after it. `quiet_s` is how long
    nothing has to arrive before an inbox counts as complete, where the system cannot say that it has settled.
    """

    url: Url
    id: Eui | None = None
    send_command: UrlPath = "/api/v1/serviceS"
    transform: UrlPath = "/api/v1/serviceT"
    non_device: UrlPath = "/api/v1/serviceD"
    certificates: Annotated[list[ProfilePath], Field(min_length=1)]
    connect_s: Seconds = 5.0
    answer_s: Seconds = 10.0
    window_s: Seconds = 60.0
    quiet_s: Seconds = 5.0
    clock_skew_s: Annotated[float, Field(ge=0, le=3600)] = 5.0


class TlsTable(Table):
    """Mutual TLS towards the DSP and the test control: whom to believe, and by what the suite shows itself."""

    authority: ProfilePath
    certificate: ProfilePath
    key: ProfilePath


class TestControlTable(Table):
    """The interface by which a test environment lets its state be put and seen."""

    url: Url
    answer_s: Seconds = 10.0


class ListenerTable(Table):
    """Where the suite listens.

    With `certificate` and `key` it speaks TLS, and with `authority` it asks for the DSP's own certificate.
    """

    host: str = "127.0.0.1"
    port: Port = 0
    certificate: ProfilePath | None = None
    key: ProfilePath | None = None
    authority: ProfilePath | None = None

    @model_validator(mode="after")
    def _both_or_neither(self) -> "ListenerTable":
        if (self.certificate is None) is not (self.key is None):
            raise ValueError("`certificate` and `key` go together")
        return self


class InboxTable(ListenerTable):
    """Where the Receive Response Services listen; `path` is the part of their addresses after the port."""

    path: UrlPath = "/smartdcc/duis"


class TrustTable(Table):
    """The SMKI that Organisation Certificates are judged by."""

    root: ProfilePath
    issuing: ProfilePath
    crl: ProfilePath | None = None


class S1spTable(Table):
    """An S1SP's own signing certificates, and where it takes Countersigned Service Requests if not by test control."""

    certificates: Annotated[list[ProfilePath], Field(min_length=1)]
    url: Url | None = None


class PartyTable(Table):
    """A User ID of the cast.

    Without `signer` nothing is sent in its name, and none of its certificates is ever placed. `critical_signer`, by
    issue, signs Critical requests instead, where it is given (open question O28). `inbox_port` and `inbox_url` say
    where its Receive Response Service is registered beforehand. `first_counter` is for a User ID that has no counter
    file yet. `spoilt_signer` and `spoilt_replacement` are for messages that are spoilt on purpose.
    """

    user_id: Eui
    roles: list[UserRole] | None = None
    duis_version: Annotated[str, Field(pattern=r"^[0-9]{1,3}(\.[0-9]{1,3})?$")] = "5.4"
    signer: SignerTable | None = None
    critical_signer: list[SignerTable] = Field(default_factory=list)
    digital_signing: Issues
    key_agreement: Issues
    path: list[ProfilePath] | None = None
    inbox_port: Port | None = None
    inbox_url: Url | None = None
    first_counter: Annotated[int, Field(ge=1, le=HIGHEST_FIRST_COUNTER)] | None = None
    anomaly_threshold: Annotated[int, Field(ge=0)] | None = None
    spoilt_signer: dict[CertificateFault, SignerTable] = Field(default_factory=dict)
    spoilt_replacement: dict[CertificateFault, ProfilePath] = Field(default_factory=dict)

    def certificates(self, use: CertificateUse) -> list[Path]:
        """Its Organisation Certificates for one use, by issue."""
        return self.digital_signing if use is CertificateUse.DIGITAL_SIGNING else self.key_agreement


class StrangerTable(Table):
    """Somebody certified who is no User of the DSP: only for messages that are spoilt on purpose."""

    user_id: Eui
    signer: SignerTable


class PlayedTable(ListenerTable):
    """In whose names the suite signs what it plays itself, and where the S1SPs that it plays listen."""

    DSP: SignerTable | None = None
    S1SP1: SignerTable | None = None
    S1SP2: SignerTable | None = None
    S1SP3: SignerTable | None = None


class LimitsTable(Table):
    """How gently the environment is to be treated; quiet hours such as `22:00-06:30`, in UTC."""

    requests_per_minute: Annotated[int, Field(ge=1)] | None = None
    quiet_hours: list[tuple[time, time]] = Field(default_factory=list)

    @field_validator("quiet_hours", mode="before")
    @classmethod
    def _spans(cls, spans: list[str]) -> list[list[str]]:
        if not isinstance(spans, list) or not all(isinstance(span, str) and span.count("-") == 1 for span in spans):
            raise ValueError('write ["22:00-06:30"]')
        return [span.split("-") for span in spans]


class Profile(Table):
    """The whole file, and `file`, where it stands; what stands last, from `release` on, is the harness's."""

    file: Path
    environment: Environment
    clock: AwareDatetime | None = None
    dsp: DspTable
    tls: TlsTable | None = None
    test_control: TestControlTable | None = None
    inbox: InboxTable = InboxTable()
    trust: TrustTable
    s1sp: dict[Literal[Component.S1SP1, Component.S1SP2, Component.S1SP3], S1spTable]
    party: Annotated[dict[str, PartyTable], Field(min_length=1)]
    stranger: StrangerTable | None = None
    device: list[LeasableDevice] = Field(default_factory=list)
    estate: EstateTable = EstateTable()
    played: PlayedTable | None = None
    counters: ProfilePath = Field(default=Path("counters"), validate_default=True)
    limits: LimitsTable = LimitsTable()
    schemas: ProfilePath | None = None
    release: Any = None
    readings: Any = None
    not_applicable: Any = None
    report: Any = None
    waivers: Any = None
    board_certificate: Any = None
