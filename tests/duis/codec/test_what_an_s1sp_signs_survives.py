"""An S1SP's signed element goes into a Response and comes out of it, under either canonical form."""

import pytest
from lxml import etree

from sut_adapters.duis import responses as duis
from sut_adapters.duis.elements import DUIS, MMC, XMLDSIG
from sut_adapters.duis.fault import MessageFault
from tests.duis.codec.examples import FROM_AN_S1SP, FROM_THE_DSP, signed

KINDS = pytest.mark.parametrize("kind", FROM_AN_S1SP)
PREFIXES = f'xmlns:sr="{DUIS}" xmlns:ra="{MMC}" xmlns:ds="{XMLDSIG}"'.encode()


def canonical(document: bytes, *, exclusive: bool = False) -> bytes:
    return etree.tostring(etree.fromstring(document), method="c14n", exclusive=exclusive, with_comments=False)


def signed_element(kind: str) -> bytes:
    body = FROM_AN_S1SP[kind].body
    assert isinstance(body, duis.SignedByS1sp)
    return signed(duis.encode_inner(body))


@KINDS
def test_it_comes_out_byte_for_byte(kind: str) -> None:
    inner = signed_element(kind)
    assert duis.decode(duis.encode(FROM_AN_S1SP[kind], inner)).inner == inner


@KINDS
def test_it_stands_in_the_response_byte_for_byte(kind: str) -> None:
    inner = signed_element(kind)
    assert duis.encode(FROM_AN_S1SP[kind], inner).count(inner) == 1


@KINDS
def test_a_declaration_changes_nothing(kind: str) -> None:
    inner = signed_element(kind)
    declared = b'<?xml version="1.0" encoding="UTF-8"?>\n' + inner
    assert duis.encode(FROM_AN_S1SP[kind], declared) == duis.encode(FROM_AN_S1SP[kind], inner)


@KINDS
def test_it_survives_a_dsp_that_parses_signs_and_writes_anew(kind: str) -> None:
    inner = signed_element(kind)
    response = etree.fromstring(duis.encode(FROM_AN_S1SP[kind], inner))
    decoded = duis.decode(signed(etree.tostring(response, xml_declaration=True, encoding="UTF-16")))
    assert decoded.has_signature
    assert decoded.inner == inner


@KINDS
def test_it_survives_a_dsp_that_declares_every_prefix_once(kind: str) -> None:
    inner = signed_element(kind)
    root, _, rest = duis.encode(FROM_AN_S1SP[kind], inner).partition(b">")
    moved = root + b">" + rest.replace(PREFIXES, b"")
    assert moved.count(PREFIXES) == 1
    found = duis.decode(moved).inner
    assert found is not None
    assert canonical(found, exclusive=True) == canonical(inner, exclusive=True)


@KINDS
def test_nothing_declared_around_it_leaks_into_it(kind: str) -> None:
    inner = signed_element(kind)
    response = duis.encode(FROM_AN_S1SP[kind], inner).replace(
        b"<sr:Response ", b'<sr:Response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:else" ', 1
    )
    assert duis.decode(response).inner == inner


def test_what_is_read_is_what_is_signed() -> None:
    sent = FROM_AN_S1SP["a replacement"]
    forged = duis.encode(sent, signed_element("a failed replacement"))
    body = duis.decode(forged).message.body
    assert isinstance(body, duis.Smets1Response)
    assert not body.success


@KINDS
def test_an_s1sp_message_needs_its_signed_element(kind: str) -> None:
    with pytest.raises(MessageFault, match="give the signed element"):
        duis.encode(FROM_AN_S1SP[kind])


@KINDS
def test_the_signed_element_has_to_be_the_right_one(kind: str) -> None:
    other = "a replacement" if b"S1SPAlert" in signed_element(kind) else "an S1SP Alert"
    with pytest.raises(MessageFault, match="the signed element is a"):
        duis.encode(FROM_AN_S1SP[kind], signed_element(other))


@pytest.mark.parametrize("kind", FROM_THE_DSP)
def test_no_other_message_holds_one(kind: str) -> None:
    with pytest.raises(MessageFault, match="and with no other"):
        duis.encode(FROM_THE_DSP[kind], signed_element("an S1SP Alert"))
