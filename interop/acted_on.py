"""Whether the genuine 6.15.1 template, signed by the DCC's tool, is acted on, and what the tool makes of it."""

import re
from base64 import b64encode
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory

import httpx

from interop.accepted import NO_COMPILER, WHOLE
from interop.observation import Observation
from interop.parsed import readdressed
from interop.serving import NotServing, inbox, simulator
from interop.simulated import HOLDER, REGISTERED, S1SP, Simulated, client
from interop.templates import Template
from interop.tool import Tool, run
from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.responses import CredentialsUpdated, Decoded, Smets1Response, decode
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki

TEMPLATE = "CS02bNOByNO_6.15.1_SUCCESS_REQUEST_DUIS.XML"
SCHEMAS, SIGNATURE = "passed xsd validation", "passed signature check"
UNSIGNED = "response without signature, validation check skipped"
"""What the tool says of an answer at once, which the DCC's own fixtures have without a signature too."""

PUSHED_WITHIN_S = 60.0


def acted_on(tool: Tool, templates: list[Template], pki: TestPki) -> list[Observation]:
    """From the request to the slots, each message of it judged by the tool."""
    [template] = [template for template in templates if template.name == TEMPLATE]
    with TemporaryDirectory() as name:
        folder = Path(name, "pki")
        pki.write(folder)
        try:
            with simulator(folder, "--plain-http") as url, inbox() as (address, pushed), client(url) as http:
                return _exchanged(tool, Simulated(http, pki, folder), template, address, pushed)
        except (NotServing, httpx.HTTPError) as trouble:
            return [Observation("the simulator, by plain HTTP", "serves", str(trouble))]


def _exchanged(
    tool: Tool, there: Simulated, template: Template, address: str, pushed: "Queue[bytes]"
) -> list[Observation]:
    pki = there.pki
    for name in (HOLDER, REGISTERED):
        there.control("PUT", f"/inboxes/{pki.user_id[name]}", {"url": address})
    device = there.device()
    signed = tool.sign(_addressed(template.document, pki, device), there.certificate(HOLDER), there.key)
    if signed.status:
        return [Observation("the template, re-addressed and signed by the tool", "signed", signed.last)]
    return [*_refused(tool, there, signed.output, device), *_accepted(tool, there, signed.output, device, pushed)]


def _addressed(document: bytes, pki: TestPki, device: str) -> bytes:
    """From the holder to the device, by Command Variant 1, with the certificates of the registered operator."""
    document = readdressed(document, pki.user_id[HOLDER], device)
    document = re.sub(rb"(CommandVariant>)[0-9](<)", rb"\g<1>1\g<2>", document)
    certificates = {
        b"DigitalSigningCertificate": pki.certificates[REGISTERED, CertificateUse.DIGITAL_SIGNING, 1],
        b"KeyAgreementCertificate": pki.certificates[REGISTERED, CertificateUse.KEY_AGREEMENT, 1],
        b":Certificate": pki.credentials[places.ISSUING].der,
    }
    for element, der in certificates.items():
        document = re.sub(rb"(" + element + rb">)[A-Za-z0-9+/=]+(<)", rb"\g<1>" + b64encode(der) + rb"\g<2>", document)
    return document


def _refused(tool: Tool, there: Simulated, message: bytes, device: str) -> list[Observation]:
    """The same with one octet of it changed."""
    answer = there.send(message.replace(b"<sr:ApplyTimeBasedCPVChecks>", b"<sr:ApplyTimeBasedCPVChecks> ", 1))
    return [
        Observation("changed after it was signed: the code", "E100", decode(answer).message.header.code),
        _answer("the refusal", tool, there, answer),
        _held_by("the slots after that", HOLDER, there, device),
    ]


def _accepted(tool: Tool, there: Simulated, message: bytes, device: str, pushed: "Queue[bytes]") -> list[Observation]:
    acknowledgement = there.send(message)
    code = decode(acknowledgement).message.header.code
    first = [
        Observation("as it was signed: the code", "I99", code),
        _answer("the acknowledgement", tool, there, acknowledgement),
    ]
    try:
        two = [pushed.get(timeout=PUSHED_WITHIN_S) for _ in range(2)]
    except Empty:
        return [*first, Observation("what is pushed", "two messages", f"fewer within {PUSHED_WITHIN_S:.0f} s")]
    by_kind = {type(decode(document).message.body): document for document in two}
    response, notice = by_kind.get(Smets1Response, b""), by_kind.get(CredentialsUpdated, b"")
    if not response or not notice:
        said = " and ".join(sorted(kind.__name__ for kind in by_kind))
        return [*first, Observation("what is pushed", "a SMETS1 response and the new holder's notice", said)]
    return [
        *first,
        *_responded(tool, there, response),
        _answer("the notice to the new holder", tool, there, notice),
        _held_by("the slots afterwards", REGISTERED, there, device),
    ]


def _responded(tool: Tool, there: Simulated, response: bytes) -> list[Observation]:
    """The tool judges the S1SP's part by itself; a message with two signatures it looks at no further."""
    read = decode(response)
    by_the_s1sp = tool.validate(read.inner or b"", there.certificate(S1SP)).last
    whole = "the whole response, by Java"
    if tool.has_a_compiler:
        by_java = run([tool.java, str(WHOLE), str(there.certificate(places.DSP))], response).last
        judged = Observation(whole, "valid", by_java)
    else:
        judged = Observation(whole, NO_COMPILER, None)
    return [
        Observation("the response", f"{S1SP}: carried out", _ending(read)),
        Observation("the S1SP's part of the response", SIGNATURE, by_the_s1sp),
        Observation("the whole response, by the schemas", SCHEMAS, tool.validate(response).first),
        judged,
    ]


def _answer(what: str, tool: Tool, there: Simulated, message: bytes) -> Observation:
    """A message with one signature or none, by the tool's schemas and the DSP's certificate."""
    said = tool.validate(message, there.certificate(places.DSP))
    signature = SIGNATURE if decode(message).has_signature else UNSIGNED
    return Observation(what, f"{SCHEMAS}; {signature}", f"{said.first}; {said.last}")


def _ending(read: Decoded) -> str:
    body = read.message.body
    if not isinstance(body, Smets1Response):
        return type(body).__name__
    return f"{S1SP}: {'carried out' if body.success else 'failed'}"


def _held_by(what: str, name: str, there: Simulated, device: str) -> Observation:
    names = {user_id: party for party, user_id in there.pki.user_id.items()}
    holders = ", ".join(sorted(names.get(user_id, user_id) for user_id in there.holders(device)))
    return Observation(what, f"{name}'s certificates", f"{holders}'s certificates")
