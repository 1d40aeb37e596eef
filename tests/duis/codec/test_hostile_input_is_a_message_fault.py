"""Whatever arrives, it is read or there is a MessageFault: never another exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sut_adapters.duis import responses as duis
from sut_adapters.duis.elements import DUIS, MMC, XMLDSIG
from tests.duis.codec.genuine import needs_schemas, schemas
from tests.duis.codec.spoiling import DOCUMENTS, KINDS, REQUESTS, Read, mutations, read_as_request, reader, survives

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
