"""XML from a stranger to a tree, or one clear MessageFault.

No document type, hence no entity; no comment or processing instruction that could split a value; nothing huge.
"""

from xml.parsers import expat

from lxml import etree

from sut_adapters.duis.fault import MessageFault

LARGEST = 1024 * 1024
"""Octets. The largest genuine request is a few thousand."""


def parse(document: bytes) -> etree._Element:
    """The root element, without comments and processing instructions."""
    if len(document) > LARGEST:
        raise MessageFault("", f"more than {LARGEST:,} octets", "no Service Request is that large: give one request")
    _refuse_document_type(document)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(document, parser)
    except etree.XMLSyntaxError as error:
        raise _not_xml(error.lineno or 1, error.msg) from error
    except (ValueError, LookupError) as error:
        raise _not_xml(1, str(error)) from error


def _refuse_document_type(document: bytes) -> None:
    scanner = expat.ParserCreate()

    def refuse(*_: object) -> None:
        fault = "a DOCTYPE, which DUIS messages never have"
        raise MessageFault(f"line {scanner.CurrentLineNumber}", fault, "remove the document type")

    scanner.StartDoctypeDeclHandler = refuse
    try:
        scanner.Parse(document, True)
    except expat.ExpatError as error:
        raise _not_xml(error.lineno, expat.ErrorString(error.code)) from error
    except (ValueError, LookupError) as error:
        raise _not_xml(1, str(error)) from error


def _not_xml(line: int, reason: str | None) -> MessageFault:
    said = " ".join((reason or "it cannot be parsed").split())
    return MessageFault(f"line {line}", f"not well-formed XML ({said})", "give a DUIS Service Request in XML")
