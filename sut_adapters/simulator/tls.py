"""Mutual TLS, from the transport certificates of a test PKI's folder."""

import ssl
from pathlib import Path

from sut_adapters.smki import places
from sut_adapters.trouble import Misconfigured


def serving(pki: Path) -> ssl.SSLContext:
    """For the DSP as a server: every client has to show a certificate of the PKI's TLS authority."""
    return _context(pki, ssl.PROTOCOL_TLS_SERVER, places.TLS_SERVER)


def pushing(pki: Path) -> ssl.SSLContext:
    """For the DSP as a client of Receive Response Services."""
    return _context(pki, ssl.PROTOCOL_TLS_CLIENT, places.tls_client(places.DSP))


def _context(pki: Path, protocol: int, own: str) -> ssl.SSLContext:
    context = ssl.SSLContext(protocol)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_verify_locations(pki / f"{places.TLS_AUTHORITY}.pem")
        context.load_cert_chain(pki / f"{own}.pem", pki / f"{own}.key")
    except (OSError, ssl.SSLError) as error:
        raise Misconfigured(
            f"{pki / own}.pem: no TLS with it ({error}); mint the PKI again with `mp107 pki`"
        ) from error
    context.verify_mode = ssl.CERT_REQUIRED
    return context
