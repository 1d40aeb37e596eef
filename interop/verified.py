"""Whether this suite verifies what the DCC's tool signs."""

from datetime import UTC, datetime

from cryptography import x509

from interop.observation import Observation
from interop.templates import Template
from interop.tool import Tool, side_by_side
from sut_adapters.duis.signing import BadSignature, issuer_and_serial, verify
from sut_adapters.smki.identity import IssuerSerial, of_certificate

GOOD = "verifies"
CHANGED = "what it covers was changed after it was signed"
TEST_KEYS = ("xml-sign-90B3D51F30010000-ds", "xml-sign-90B3D51F30020000-ds")
RESPONSE, RESPONSE_BY, RESPONSE_AT = "message.xml", "Z1-accessControlBroker-ds", datetime(2022, 6, 16, 17, tzinfo=UTC)
"""A DSP's own response of June 2022, which the tool carries, and the certificate that signed it, expired since."""


def verified(tool: Tool, templates: list[Template]) -> list[Observation]:
    """The templates of the variants that the suite knows, signed; and a response that nobody here asked for."""
    certificates = {of_certificate(tool.signer(name).certificate): tool.signer(name).certificate for name in TEST_KEYS}
    now = datetime.now(UTC)

    def signed(template: Template) -> Observation:
        said = tool.sign(template.document)
        observed = said.last if said.status else _outcome(said.output, certificates, now)
        return Observation(template.name, GOOD, observed)

    own = [template for template in templates if template.is_known and _has_a_key(template)]
    response = tool.content(RESPONSE)
    dsp = tool.signer(RESPONSE_BY).certificate
    return [
        *side_by_side(signed, own),
        _changed(tool, own[0], certificates, now),
        Observation(
            "a response of the DSP from June 2022", GOOD, _outcome(response, {of_certificate(dsp): dsp}, RESPONSE_AT)
        ),
    ]


def _has_a_key(template: Template) -> bool:
    """Whether the tool carries an XML signing key of its Business Originator that is valid."""
    originator = template.request.header.originator.replace("-", "") if template.request else ""
    return any(originator in name for name in TEST_KEYS)


def _changed(
    tool: Tool, template: Template, certificates: dict[IssuerSerial, x509.Certificate], now: datetime
) -> Observation:
    message = tool.sign(template.document).output.replace(b"CommandVariant>", b"CommandVariant> ", 1)
    return Observation(f"{template.name}, changed", CHANGED, _outcome(message, certificates, now))


def _outcome(message: bytes, certificates: dict[IssuerSerial, x509.Certificate], at: datetime) -> str:
    try:
        verify(message, certificates[issuer_and_serial(message)], at)
    except BadSignature as bad:
        return bad.reason
    except KeyError as unknown:
        return f"signed with another certificate than the Business Originator's: {unknown}"
    return GOOD
