"""What we write is what the DCC's own templates say, element for element, where our values can say it all."""

import re
from pathlib import Path

import pytest
from lxml import etree

from rulebook import law
from sut_adapters.duis.elements import DUIS, XMLDSIG
from sut_adapters.duis.request import DuisRequest, read_request
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.secure_xml import parse
from tests.duis.codec.genuine import TEMPLATES, needs_schemas, needs_templates, schemas

MORE_THAN_WE_SAY = re.compile("_4.10_|SupplierBySupplier|_6.15.2_")
"""A log period, floors of prepayment top-ups, a device's own certificate: values that we do not have."""


def as_sent(read: DuisRequest) -> RequestToSend:
    header, credentials = read.header, read.credentials
    return RequestToSend(
        header.originator,
        header.target,
        header.counter,
        header.variant,
        header.command_variant,
        credentials.role if credentials else None,
        read.certificates,
        read.path,
        read.other_device,
        read.execution,
        credentials.floor if credentials else None,
        read.schema_version,
    )


def said(document: bytes) -> list[tuple[str, str]]:
    root = parse(document)
    for signature in root.findall(f"{{{XMLDSIG}}}Signature"):
        root.remove(signature)
    return [(element.tag, (element.text or "").strip()) for element in root.iter(f"{{{DUIS}}}*")]


@needs_templates
@pytest.mark.parametrize(
    "path", [path for path in TEMPLATES if not MORE_THAN_WE_SAY.search(path.name)], ids=lambda path: path.stem
)
def test_a_template_is_written_alike(path: Path) -> None:
    document = path.read_bytes()
    assert said(encode_request(as_sent(read_request(document, law.eligibility())))) == said(document)


@needs_schemas
@needs_templates
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_is_valid(path: Path) -> None:
    schemas().check(path.read_bytes())


def test_what_is_written_has_no_white_space_between_elements() -> None:
    request = RequestToSend("02" + "-02" * 7, "03" + "-03" * 7, 5, "8.7.1", 4, other_device="04" + "-04" * 7)
    document = encode_request(request)
    assert not re.search(rb">\s", document)
    assert etree.fromstring(document).nsmap["ds"] == XMLDSIG
