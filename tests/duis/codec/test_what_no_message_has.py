"""A DOCTYPE, a comment within a value, a mebibyte and more: refused, or it hides nothing."""

import pytest

from sut_adapters.duis import responses as duis
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.secure_xml import LARGEST
from tests.duis.codec.examples import ALL, signed
from tests.duis.codec.spoiling import DOCUMENTS, KINDS, REQUESTS, RESPONSES, read_as_request, reader, survives

BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@KINDS
def test_a_document_type(kind: str) -> None:
    for prologue in (b"<!DOCTYPE a>", BOMB, EXTERNAL):
        with pytest.raises(MessageFault, match="a DOCTYPE, which DUIS messages never have"):
            reader(kind)(prologue + DOCUMENTS[kind])


@KINDS
def test_a_comment_within_a_value_hides_none_of_it(kind: str) -> None:
    commented = DOCUMENTS[kind].replace(b"ID>0", b"ID><!-- 1 -->0").replace(b"-31", b"-3<!-- -->1")
    commented = commented.replace(b">I0<", b">I<?hide?>0<").replace(b"Code>S1", b"Code>S<!-- -->1")
    assert commented != DOCUMENTS[kind]
    if kind in REQUESTS:
        assert read_as_request(commented) == read_as_request(DOCUMENTS[kind])
    else:
        assert duis.decode(commented).message == ALL[kind]


@KINDS
def test_over_a_mebibyte(kind: str) -> None:
    document = DOCUMENTS[kind]
    with pytest.raises(MessageFault, match="more than 1,048,576 octets"):
        reader(kind)(document + b" " * (LARGEST + 1 - len(document)))


@KINDS
def test_nested_deeply(kind: str) -> None:
    deep = b"<sr:Header>" + b"<a>" * 100_000 + b"</a>" * 100_000
    assert not survives(reader(kind), DOCUMENTS[kind].replace(b"<sr:Header>", deep, 1))
    assert not survives(reader(kind), b"<a>" * 100_000 + b"</a>" * 100_000)


@KINDS
def test_attributes_galore(kind: str) -> None:
    attributes = b"".join(b' a%d="1"' % number for number in range(50_000))
    many = DOCUMENTS[kind].replace(b"<sr:Header>", b"<sr:Header" + attributes + b">", 1)
    assert many != DOCUMENTS[kind]
    survives(reader(kind), many)


@pytest.mark.parametrize("kind", RESPONSES)
def test_two_signatures(kind: str) -> None:
    once = signed(RESPONSES[kind])
    assert duis.decode(once).has_signature
    with pytest.raises(MessageFault, match="a second Signature in Response"):
        duis.decode(signed(once))
