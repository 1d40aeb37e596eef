"""Certificates for the transport, from an authority of their own: no Organisation Certificate opens a connection."""

from collections.abc import Mapping
from ipaddress import ip_address

from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from sut_adapters.smki import places
from sut_adapters.smki.credential import Credential
from sut_adapters.smki.profile import Authority, Extension, Validity, usage
from sut_adapters.smki.source import Source

HOSTS = x509.SubjectAlternativeName(
    [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1")), x509.IPAddress(ip_address("::1"))]
)


def mint_tls(source: Source, validity: Validity, user_id: Mapping[str, str]) -> dict[str, Credential]:
    """By place: the authority, a server on this machine, and a client for each name, its User ID as Common Name."""
    authority = Authority(_name("MP107 test TLS authority"), source.key(places.TLS_AUTHORITY))
    extensions: dict[str, list[Extension]] = {
        places.TLS_AUTHORITY: [
            (x509.BasicConstraints(ca=True, path_length=0), True),
            (usage(key_cert_sign=True, crl_sign=True), True),
        ],
        places.TLS_SERVER: [*_leaf(ExtendedKeyUsageOID.SERVER_AUTH), (HOSTS, False)],
    }
    names = {places.TLS_AUTHORITY: authority.name, places.TLS_SERVER: _name("localhost")}
    for name, identifier in user_id.items():
        extensions[places.tls_client(name)] = _leaf(ExtendedKeyUsageOID.CLIENT_AUTH)
        names[places.tls_client(name)] = _name(identifier)
    return {place: _issued(authority, source, validity, place, names[place], extensions[place]) for place in extensions}


def _issued(
    authority: Authority, source: Source, validity: Validity, place: str, name: x509.Name, extensions: list[Extension]
) -> Credential:
    key = source.key(place)
    identifiers: list[Extension] = [
        (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), False),
    ]
    certificate = authority.issue(name, key.public_key(), source.serial(place), validity, [*extensions, *identifiers])
    return Credential(certificate, key)


def _leaf(purpose: ObjectIdentifier) -> list[Extension]:
    return [
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (usage(digital_signature=True), True),
        (x509.ExtendedKeyUsage([purpose]), False),
    ]


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
