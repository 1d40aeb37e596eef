"""XML from a stranger to a tree, or one clear MessageFault.

No document type, hence no entity; no comment or processing instruction that could split a value; nothing huge.
"""

from xml.parsers import expat

from lxml import etree

from sut_adapters.duis.fault import MessageFault

LARGEST = 1024 * 1024
"""Octets. The largest genuine request is a few thousand."""
DOCTYPE = "a DOCTYPE, which DUIS messages never have"
NO_DOCTYPE = "remove the document type"


def parse(document: bytes, kind: str = "Service Request") -> etree._Element:
    """The root element, without comments and processing instructions; `kind` is what to ask for where it is none."""
    if len(document) > LARGEST:
        mend = f"no {kind} is that large: give one {kind.split()[-1].lower()}"
        raise MessageFault("", f"more than {LARGEST:,} octets", mend)
    _refuse_document_type(document, kind)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(document, parser)
    except etree.XMLSyntaxError as error:
        raise _not_xml(kind, error.lineno or 1, error.msg) from error
    except (ValueError, LookupError) as error:
        raise _not_xml(kind, 1, str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MessageFault("line 1", DOCTYPE, NO_DOCTYPE)
    return root


def _refuse_document_type(document: bytes, kind: str) -> None:
    scanner = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise MessageFault(f"line {scanner.CurrentLineNumber}", DOCTYPE, NO_DOCTYPE)

    scanner.StartDoctypeDeclHandler = refuse
    try:
        scanner.Parse(document, True)
    except MessageFault:
        raise
    except expat.ExpatError as error:
        raise _not_xml(kind, error.lineno, expat.ErrorString(error.code)) from error
    except (ValueError, LookupError) as error:
        raise _not_xml(kind, 1, str(error)) from error


def _not_xml(kind: str, line: int, reason: str | None) -> MessageFault:
    said = " ".join((reason or "it cannot be parsed").split())
    return MessageFault(f"line {line}", f"not well-formed XML ({said})", f"give a DUIS {kind} in XML")
