"""Children and values of DUIS elements, each fault with its line and element."""

from collections.abc import Iterator

from lxml import etree

from sut_adapters.duis.fault import MessageFault

DUIS = "http://www.dccinterface.co.uk/ServiceUserGateway"
MMC = "http://www.dccinterface.co.uk/ResponseAndAlert"
XMLDSIG = "http://www.w3.org/2000/09/xmldsig#"


def name(element: etree._Element) -> str:
    """The local name."""
    return etree.QName(element).localname


def place(element: etree._Element) -> str:
    """`line 4, element RequestID`."""
    return f"line {element.sourceline}, element {name(element)}"


def children(parent: etree._Element, wanted: str, namespace: str = DUIS) -> list[etree._Element]:
    """Every child of that name."""
    return list(parent.iterchildren(f"{{{namespace}}}{wanted}"))


def optional(parent: etree._Element, wanted: str, namespace: str = DUIS) -> etree._Element | None:
    """The child of that name, or None; two of them are a fault."""
    found = children(parent, wanted, namespace)
    if len(found) > 1:
        raise MessageFault(place(found[1]), f"a second {wanted} in {name(parent)}", "leave one")
    return found[0] if found else None


def one(parent: etree._Element, wanted: str, namespace: str = DUIS) -> etree._Element:
    """The child of that name, which has to be there once."""
    found = optional(parent, wanted, namespace)
    if found is None:
        raise MessageFault(place(parent), f"has no {wanted} (namespace {namespace})", f"add one {wanted}")
    return found


def only_child(parent: etree._Element, namespace: str = DUIS) -> etree._Element:
    """The one child that a choice leaves, whatever its name in that name space."""
    found: Iterator[etree._Element] = iter(parent)
    first, second = next(found, None), next(found, None)
    if first is None or second is not None:
        raise MessageFault(
            place(parent), f"holds {'more than one' if second is not None else 'no'} element", "leave one"
        )
    if etree.QName(first).namespace != namespace:
        raise MessageFault(place(first), f"is not in the namespace {namespace}", "give an element that is")
    return first


def value(element: etree._Element) -> str:
    """The text with white space collapsed, as the schema's tokens have it; an element within it is a fault."""
    if len(element):
        raise MessageFault(place(element), f"holds an element ({name(element[0])}) where a value belongs", "remove it")
    return " ".join((element.text or "").split())
