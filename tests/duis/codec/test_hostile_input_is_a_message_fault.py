"""Whatever arrives, it is read or there is a MessageFault: never another exception."""

from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from lxml import etree

from rulebook import law
from sut_adapters.duis import responses as duis
from sut_adapters.duis.elements import DUIS, MMC, XMLDSIG
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.request import read_request
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.secure_xml import LARGEST
from tests.duis.codec.examples import ALL, OTHER_DEVICE, REPLACEMENT, encoded, signed
from tests.duis.codec.genuine import needs_schemas, schemas

Read = Callable[[bytes], object]

JOIN = RequestToSend("02" + "-02" * 7, "03" + "-03" * 7, 5, "8.7.1", 1, other_device=OTHER_DEVICE)
REQUESTS = {
    "a 6.15.1": encode_request(REPLACEMENT),
    "a join": encode_request(JOIN),
    "a Signed Pre-Command": encode_request(
        RequestToSend("02" + "-02" * 7, "03" + "-03" * 7, 5, "6.15.1", 5, signed_pre_command=b"GBCS")
    ),
}
RESPONSES = {kind: encoded(message) for kind, message in ALL.items()}
DOCUMENTS = REQUESTS | RESPONSES
KINDS = pytest.mark.parametrize("kind", DOCUMENTS)
JUNK = (
    "", " ", "\u0661", "9" * 5000, "-1", "1e9", "NaN", "\u00e9\U0001f4a9", "I0 I0", "2026-13-01T00:00:00Z",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "24", "A===", "AA A=", "::", "..", "true",
)  # fmt: skip
WRONG_KINDS = {
    "nothing": b"",
    "no XML": b"\x00\xff",
    "HTML": b"<html><body>502 Bad Gateway</body></html>",
    "JSON": b'{"error": "none"}',
    "another name space": b'<Response xmlns="urn:else"/>',
    "an empty Response": f'<Response xmlns="{DUIS}" schemaVersion="5.4"/>'.encode(),
    "an empty Request": f'<Request xmlns="{DUIS}" schemaVersion="5.4"/>'.encode(),
    "a bare signature": f'<Signature xmlns="{XMLDSIG}"/>'.encode(),
    "a GBCS response": f'<GBCSResponse xmlns="{MMC}" schemaVersion="5.4"/>'.encode(),
    "a bare S1SPAlert": f'<S1SPAlert xmlns="{DUIS}" schemaVersion="5.4"/>'.encode(),
}
BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def read_as_request(document: bytes) -> object:
    return read_request(document, law.eligibility(), pre_commands=True)


def reader(kind: str) -> Read:
    return read_as_request if kind in REQUESTS else duis.decode


def survives(read: Read, document: bytes) -> bool:
    """Whether it was read; anything but a MessageFault of one short, printable line fails the test."""
    fault: MessageFault | None = None
    try:
        read(document)
    except MessageFault as raised:
        fault = raised
    assert fault is None or (str(fault).isprintable() and len(str(fault)) < 2000)
    return fault is None


def mutations(document: bytes) -> Iterator[bytes]:
    """Each element in turn spoilt in each way."""
    for place, _ in enumerate(etree.fromstring(document).iter()):
        for mutate in MUTATIONS:
            root = etree.fromstring(document)
            element = list(root.iter())[place]
            mutate(element)
            yield etree.tostring(root)


def leave_out(element: etree._Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def double(element: etree._Element) -> None:
    if element.getparent() is not None:
        element.addnext(deepcopy(element))


def empty(element: etree._Element) -> None:
    element.clear(keep_tail=True)


def rename(element: etree._Element) -> None:
    element.tag = f"{{{etree.QName(element).namespace}}}Else"


def move_to_no_name_space(element: etree._Element) -> None:
    element.tag = etree.QName(element).localname


def nest(element: etree._Element) -> None:
    etree.SubElement(element, element.tag).text = element.text


def drop_attributes(element: etree._Element) -> None:
    element.attrib.clear()


def fill(junk: str) -> Callable[[etree._Element], None]:
    def filled(element: etree._Element) -> None:
        element.text = junk
        for key in element.attrib:
            element.set(key, junk)

    return filled


MUTATIONS = (leave_out, double, empty, rename, move_to_no_name_space, nest, drop_attributes, *map(fill, JUNK))


@KINDS
def test_every_element_spoilt_in_every_way(kind: str) -> None:
    read = reader(kind)
    for document in mutations(DOCUMENTS[kind]):
        survives(read, document)


@needs_schemas
@KINDS
def test_every_element_spoilt_in_every_way_before_the_schema(kind: str) -> None:
    for document in mutations(DOCUMENTS[kind]):
        survives(schemas().check, document)


@KINDS
def test_cut_off_anywhere(kind: str) -> None:
    document = DOCUMENTS[kind]
    assert not any(survives(reader(kind), document[:end]) for end in range(0, len(document), 11))


@settings(deadline=None, max_examples=400)
@given(kind=some.sampled_from(sorted(DOCUMENTS)), place=some.floats(0, 1, exclude_max=True), bit=some.integers(0, 7))
def test_a_flipped_bit(kind: str, place: float, bit: int) -> None:
    flipped = bytearray(DOCUMENTS[kind])
    flipped[int(place * len(flipped))] ^= 1 << bit
    survives(reader(kind), bytes(flipped))


@settings(deadline=None, max_examples=300)
@given(
    kind=some.sampled_from(sorted(DOCUMENTS)),
    start=some.floats(0, 1, exclude_max=True),
    length=some.integers(0, 40),
    junk=some.binary(max_size=40),
)
def test_a_stretch_overwritten(kind: str, start: float, length: int, junk: bytes) -> None:
    document = DOCUMENTS[kind]
    at = int(start * len(document))
    survives(reader(kind), document[:at] + junk + document[at + length :])


@settings(deadline=None)
@given(some.binary(max_size=200) | some.text(max_size=200).map(str.encode))
def test_noise(document: bytes) -> None:
    assert not survives(duis.decode, document)
    assert not survives(read_as_request, document)


@pytest.mark.parametrize("read", [duis.decode, read_as_request])
@pytest.mark.parametrize("kind", WRONG_KINDS)
def test_the_wrong_kind(kind: str, read: Read) -> None:
    assert not survives(read, WRONG_KINDS[kind])


@KINDS
def test_a_request_is_no_response_and_a_response_no_request(kind: str) -> None:
    assert not survives(duis.decode if kind in REQUESTS else read_as_request, DOCUMENTS[kind])


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
