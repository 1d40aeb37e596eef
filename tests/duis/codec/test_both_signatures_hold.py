"""A Response that the DSP signed around an element that an S1SP signed: each signature holds by itself."""

from datetime import UTC, datetime
from functools import cache

import pytest

from sut_adapters.duis import responses as duis
from sut_adapters.duis.signing import BadSignature, sign, verify
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from tests.duis.codec.examples import FROM_AN_S1SP
from tests.duis.codec.genuine import FOLDER, schemas

NOW = datetime(2030, 6, 15, 12, tzinfo=UTC)
KINDS = pytest.mark.parametrize("kind", FROM_AN_S1SP)


@cache
def pki() -> TestPki:
    return mint(seed=1, at=NOW)


@cache
def sent(kind: str) -> bytes:
    body = FROM_AN_S1SP[kind].body
    assert isinstance(body, duis.SignedByS1sp)
    inner = sign(duis.encode_inner(body), pki().signer("S1SP2"))
    return sign(duis.encode(FROM_AN_S1SP[kind], inner), pki().signer("DSP"))


@KINDS
def test_both_signatures_hold(kind: str) -> None:
    read = duis.decode(sent(kind))
    assert read.message == FROM_AN_S1SP[kind]
    assert read.has_signature
    assert read.inner is not None
    verify(sent(kind), pki().signer("DSP").certificate, NOW)
    verify(read.inner, pki().signer("S1SP2").certificate, NOW)
    if FOLDER is not None:
        schemas().check(sent(kind))
        schemas().check(read.inner)


@KINDS
def test_neither_holds_for_the_other(kind: str) -> None:
    inner = duis.decode(sent(kind)).inner
    assert inner is not None
    with pytest.raises(BadSignature):
        verify(sent(kind), pki().signer("S1SP2").certificate, NOW)
    with pytest.raises(BadSignature):
        verify(inner, pki().signer("DSP").certificate, NOW)


@KINDS
def test_a_value_changed_within_breaks_the_s1sps(kind: str) -> None:
    old, new = (
        (b'MessageSuccess="', b'MessageSuccess=" ')
        if b"MessageSuccess" in sent(kind)
        else (b"2026-03-02T09", b"2026-03-02T10")
    )
    inner = duis.decode(sent(kind).replace(old, new)).inner
    assert inner is not None
    with pytest.raises(BadSignature):
        verify(inner, pki().signer("S1SP2").certificate, NOW)
