"""Whether the DCC's tool accepts what this suite signs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from cryptography.hazmat.primitives.serialization import Encoding

from interop import what_we_sign
from interop.observation import Observation
from interop.tool import Tool, run, side_by_side
from rulebook.vocabulary import Component
from sut_adapters.duis.countersigned import Countersigned, encode_countersigned
from sut_adapters.duis.requests import encode_request
from sut_adapters.duis.responses import Message, SignedByS1sp, encode, encode_inner
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.signing import sign
from sut_adapters.smki.pki import TestPki

GOOD, CHANGED = "passed signature check", "failed signature check"
VALID = "valid; passed xsd validation"
NO_COMPILER = "needs a Java development kit; this is a runtime alone"
USERS_KEY, DSPS_KEY = "xml-sign-90B3D51F30020000-ds", "dsp-xml-sign-90B3D51F30000002-ds"
S1SP = Component.S1SP1
WHOLE = Path(__file__).with_name("WholeSignature.java")

Check = Callable[[], Observation]


@dataclass(frozen=True, slots=True)
class Signed:
    """A document that was signed here, and the file of the certificate; None where the tool knows it by itself."""

    document: bytes
    certificate: Path | None = None

    @property
    def changed(self) -> "Signed":
        """The same with one octet of what is signed changed."""
        at = str(what_we_sign.COUNTER).encode()
        return Signed(self.document.replace(at, at[:-1] + b"9"), self.certificate)


def accepted(tool: Tool, pki: TestPki) -> list[Observation]:
    """Every kind of message, and that the tool does not accept just anything."""
    user, dsp, s1sp = tool.signer(USERS_KEY), tool.signer(DSPS_KEY), pki.signer(S1SP)
    dsps_file = tool.folder / f"{DSPS_KEY}.pem"
    s1sps_file = tool.folder / f"{S1SP}.pem"
    s1sps_file.write_bytes(s1sp.certificate.public_bytes(Encoding.PEM))
    single = {name: Signed(sign(encode_request(each), user)) for name, each in what_we_sign.requests(pki).items()} | {
        name: Signed(sign(encode(each, None), dsp)) for name, each in what_we_sign.from_the_dsp(pki).items()
    }
    within, whole = {}, {}
    for name, message in what_we_sign.from_an_s1sp(pki).items():
        inner = sign(_element(message), s1sp)
        within[f"{name}: the S1SP's part"] = Signed(inner, s1sps_file)
        whole[f"{name}: the DSP's whole"] = Signed(sign(encode(message, inner), dsp), dsps_file)
    countersigned = Signed(_countersigned(single["a request 6.15.1"], dsp), dsps_file)
    changed = (single["a request 6.15.1"], single["a refusal"], within["an S1SP Alert: the S1SP's part"])
    checks: list[Check] = [
        *(partial(_validated, tool, name, each, GOOD) for name, each in (single | within).items()),
        *_refused(tool, *changed),
        *_by_java(tool, whole, countersigned),
    ]
    return side_by_side(_made, checks)


def _made(check: Check) -> Observation:
    return check()


def _element(message: Message) -> bytes:
    return encode_inner(cast("SignedByS1sp", message.body), message.version)


def _countersigned(request: Signed, dsp: Signer) -> bytes:
    return sign(encode_countersigned(Countersigned(S1SP, what_we_sign.AT, request.document)), dsp)


def _refused(tool: Tool, *signed: Signed) -> Iterable[Check]:
    """The tool does not accept just anything."""
    for kind, each in zip(("a request", "a response", "an S1SP's part"), signed, strict=True):
        yield partial(_validated, tool, f"{kind} changed after it was signed", each.changed, CHANGED)


def _by_java(tool: Tool, signed: dict[str, Signed], countersigned: Signed) -> Iterable[Check]:
    """Where there are two signatures in a message the tool looks at neither: Java's own XML signatures do."""
    named = {**signed, "a Countersigned Service Request": countersigned}
    if not tool.has_a_compiler:
        return [partial(Observation, name, NO_COMPILER, None) for name in named]
    first = next(iter(signed.values()))
    return [
        *(partial(_whole, tool, name, each, VALID) for name, each in signed.items()),
        partial(_by_java_alone, tool, "a Countersigned Service Request", countersigned, "valid"),
        partial(_by_java_alone, tool, "a DSP's whole changed after it was signed", first.changed, "not valid"),
    ]


def _validated(tool: Tool, name: str, signed: Signed, expected: str) -> Observation:
    return Observation(name, expected, tool.validate(signed.document, signed.certificate).last)


def _whole(tool: Tool, name: str, signed: Signed, expected: str) -> Observation:
    by_java = _by_java_alone(tool, name, signed, expected)
    return Observation(name, expected, f"{by_java.observed}; {tool.validate(signed.document).first}")


def _by_java_alone(tool: Tool, name: str, signed: Signed, expected: str) -> Observation:
    said = run([tool.java, str(WHOLE), str(signed.certificate)], signed.document)
    return Observation(name, expected, said.last)
