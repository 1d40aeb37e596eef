"""Southfell corrects the Network Operator slots: one request, its signer, and the PKI that both come from."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import CertificateUse, RemotePartyRole
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.signer import KeySigner
from sut_adapters.duis.signing import BadSignature, sign, verify
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki

NOW = datetime(2030, 6, 15, 12, tzinfo=UTC)
DEVICE = "02-4D-50-31-30-37-01-01"

Refusal = Callable[[bytes], str]


@pytest.fixture(scope="session")
def pki() -> TestPki:
    return mint(seed=1, at=NOW)


@pytest.fixture(scope="session")
def signer(pki: TestPki) -> KeySigner:
    return pki.signer("Southfell")


@pytest.fixture(scope="session")
def request_to_send(pki: TestPki) -> RequestToSend:
    return RequestToSend(
        originator=pki.user_id["Southfell"],
        target=DEVICE,
        counter=1200,
        variant="6.15.1",
        command_variant=1,
        role=RemotePartyRole.NETWORK_OPERATOR,
        certificates={use: pki.certificates["Northmoor", use, 1] for use in CertificateUse},
        path=(pki.issuing.public_bytes(Encoding.DER),),
    )


@pytest.fixture(scope="session")
def document(request_to_send: RequestToSend) -> bytes:
    """Not signed yet."""
    return encode_request(request_to_send)


@pytest.fixture(scope="session")
def signed(document: bytes, signer: KeySigner) -> bytes:
    return sign(document, signer)


@pytest.fixture
def refusal(signer: KeySigner) -> Refusal:
    """Why a message is refused as the signer's."""

    def why(message: bytes) -> str:
        with pytest.raises(BadSignature) as bad:
            verify(message, signer.certificate, NOW)
        return bad.value.reason

    return why
