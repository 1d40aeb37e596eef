"""What `make interop` signs is one of everything that there is."""

from typing import get_args

import pytest

from interop import what_we_sign
from rulebook.vocabulary import Variant
from sut_adapters.duis.requests import encode_request
from sut_adapters.duis.responses import Body, SignedByS1sp, Unread, decode, encode, encode_inner
from sut_adapters.duis.signing import sign
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki


@pytest.fixture(scope="module")
def pki() -> TestPki:
    return mint(107, what_we_sign.AT)


def test_every_variant_is_requested(pki: TestPki) -> None:
    assert {request.variant for request in what_we_sign.requests(pki).values()} == set(Variant)
    assert all(encode_request(request) for request in what_we_sign.requests(pki).values())


def test_every_message_of_the_dcc_is_there_and_signed_by_whom_it_should(pki: TestPki) -> None:
    by_the_dsp = {type(message.body) for message in what_we_sign.from_the_dsp(pki).values()}
    by_an_s1sp = {type(message.body) for message in what_we_sign.from_an_s1sp(pki).values()}
    assert by_an_s1sp == set(get_args(SignedByS1sp))
    assert by_the_dsp == set(get_args(Body)) - by_an_s1sp - {Unread}


def test_every_message_can_be_sent(pki: TestPki) -> None:
    for message in (*what_we_sign.from_the_dsp(pki).values(), *what_we_sign.from_an_s1sp(pki).values()):
        body = message.body
        inner = sign(encode_inner(body, "5.1"), pki.signer("S1SP1")) if isinstance(body, SignedByS1sp) else None
        assert decode(encode(message, inner)).message == message
