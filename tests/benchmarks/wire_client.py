"""What the client itself costs an exchange, against the bare cryptography and parsing that no client can leave out."""

from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from lxml import etree
from rich.console import Group
from rich.table import Table

from sut_adapters.duis.reception import Received
from sut_adapters.duis.requests import encode_request
from sut_adapters.duis.schemas import VARIABLE
from sut_adapters.duis.signing import sign
from tests.benchmarks.clock import ROUNDS, cost_of
from tests.benchmarks.wire_messages import HOLDER, NOW, Exchange, exchange, pki

Works = dict[str, Callable[[], object]]
SHA256_ECDSA = ec.ECDSA(SHA256(), deterministic_signing=True)
OCTETS = b"o" * 400


def client_cost() -> Group:
    """Milliseconds of the processor for one exchange: a request, its acknowledgement and its response."""
    played = exchange()
    client = cost_of(_client(played))
    bare = cost_of(_bare(played))
    whole, floor = sum(client.values()), sum(bare.values())
    table = Table("one exchange (6.15.1, I99, SMETS1 response), in ms of the processor")
    for head in ("ms", "of the bare cost"):
        table.add_column(head, justify="right")
    for name, cost in (*client.items(), ("the client", whole), *bare.items(), ("bare", floor)):
        table.add_row(name, f"{1000 * cost:.2f}", f"{cost / floor:.2f}", style="bold" if name in _SUMS else "")
    schemas = "" if played.reception.schemas else f" Nothing was validated: {VARIABLE} names no schemas."
    return Group(table, f"Best of {ROUNDS}. The client costs {whole / floor:.1f} times the bare cost.{schemas}")


_SUMS = ("the client", "bare")


def _client(played: Exchange) -> Works:
    signer, unsigned = played.pki.signer(HOLDER), encode_request(played.request)
    return {
        "build the request": lambda: encode_request(played.request),
        "sign it": lambda: sign(unsigned, signer),
        "validate it": lambda: played.reception.checked(played.user_id, played.signed),
        "read, validate and verify the acknowledgement": lambda: _believed(played, played.acknowledgement),
        "read, validate and verify the response, signed twice": lambda: _believed(played, played.response),
    }


def _bare(played: Exchange) -> Works:
    """The same signatures made and verified, and each of the three messages parsed once."""
    documents = (played.signed, played.acknowledgement, played.response)
    to_verify = sum(document.count(b"<ds:SignatureValue>") for document in documents[1:])
    once = bare_signatures()

    def verified() -> None:
        for _ in range(to_verify):
            once["verify"]()

    def parsed() -> None:
        for document in documents:
            etree.fromstring(document)

    return {
        "bare: ECDSA signature": once["sign"],
        f"bare: ECDSA verifications, {to_verify}": verified,
        "bare: messages parsed, 3": parsed,
    }


def bare_signatures() -> Works:
    """One ECDSA signature on P-256 made, and one verified."""
    signer = pki().signer(HOLDER)
    key, made = signer.certificate.public_key(), signer.sign(OCTETS)
    assert isinstance(key, ec.EllipticCurvePublicKey)
    return {"sign": lambda: signer.sign(OCTETS), "verify": lambda: key.verify(made, OCTETS, SHA256_ECDSA)}


def _believed(played: Exchange, document: bytes) -> None:
    judged = played.reception.answered(played.user_id, document, NOW)
    if not isinstance(judged, Received):
        raise SystemExit(f"nothing measured: {judged.reason}")
