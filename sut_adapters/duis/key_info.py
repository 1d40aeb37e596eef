"""The part of a signature that names the signer."""

from lxml import etree

from sut_adapters.duis.elements import XMLDSIG
from sut_adapters.smki.identity import IssuerSerial


def key_info(named: IssuerSerial) -> etree._Element:
    """A KeyInfo of one X509IssuerSerial."""
    element = etree.Element(f"{{{XMLDSIG}}}KeyInfo", nsmap={"ds": XMLDSIG})
    issuer_serial = etree.SubElement(
        etree.SubElement(element, f"{{{XMLDSIG}}}X509Data"), f"{{{XMLDSIG}}}X509IssuerSerial"
    )
    etree.SubElement(issuer_serial, f"{{{XMLDSIG}}}X509IssuerName").text = named.issuer
    etree.SubElement(issuer_serial, f"{{{XMLDSIG}}}X509SerialNumber").text = str(named.serial)
    return element
