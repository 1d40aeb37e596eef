"""Good documents, ways to spoil each element of one, and whether they are read in spite of it."""

from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from lxml import etree

from rulebook import law
from sut_adapters.duis import responses as duis
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.request import read_request
from sut_adapters.duis.requests import RequestToSend, encode_request
from tests.duis.codec.examples import ALL, OTHER_DEVICE, REPLACEMENT, encoded

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
