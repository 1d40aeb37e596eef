"""Servers with one thing wrong."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki

DAY = timedelta(days=1)


@contextmanager
def serving(context: ssl.SSLContext | None = None, date: str | None = None) -> Iterator[int]:
    """Answers every GET with 404 and a date; the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response_only(404)
            if date is not None:
                self.send_header("Date", date)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    class Server(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def silent() -> Iterator[int]:
    """Takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def http_date(shift: timedelta) -> str:
    """What an HTTP server whose clock is wrong would say."""
    return format_datetime(datetime.now(UTC) + shift, usegmt=True)


def server_context(pki: TestPki, folder: Path, start: timedelta, end: timedelta, host: str) -> ssl.SSLContext:
    """A server certificate of the PKI's own TLS authority, from and to so long from now, for one host."""
    authority, server = pki.credentials[places.TLS_AUTHORITY], pki.credentials[places.TLS_SERVER]
    now = datetime.now(UTC)
    name = x509.IPAddress(ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
    certificate = (
        x509.CertificateBuilder(
            issuer_name=authority.certificate.subject,
            subject_name=x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]),
            public_key=server.key.public_key(),
            serial_number=x509.random_serial_number(),
            not_valid_before=now + start,
            not_valid_after=now + end,
        )
        .add_extension(x509.SubjectAlternativeName([name]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False)
        .sign(authority.key, SHA256())
    )
    (folder / "server.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    key = server.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "server.key").write_bytes(key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    return context
