"""An element that the S1SP signed, inside a Response that the DSP signs: neither may disturb the other.

The Reference of the S1SP's signature is to its whole document, so what goes in has to come out with the same name
spaces in scope at its root: its own declarations, and of those around it only what it uses.
"""

from copy import deepcopy

from lxml import etree

from sut_adapters.duis.elements import DUIS
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.markup import Markup
from sut_adapters.duis.secure_xml import parse


def embedded(inner: bytes, wanted: str) -> Markup:
    """A signed document as an element of another; raises MessageFault where it is not the element wanted."""
    root = parse(inner, "message")
    if root.tag != f"{{{DUIS}}}{wanted}":
        fault = f"the signed element is a {quoted(etree.QName(root).localname)}"
        raise MessageFault("", fault, f"give the signed {wanted}")
    # As text: an element moved into another tree loses the declarations that it shares with its new surroundings.
    return Markup(etree.tostring(root, encoding="unicode"))


def extracted(element: etree._Element) -> etree._Element:
    """An element of a Response as the root of a document of its own."""
    return deepcopy(element)
