"""What comes with a wrong signature is answered 400, noted, and never an answer."""

import pytest
from aiohttp import web

from rulebook.vocabulary import Accepted, Failed, FailureKind
from sut_adapters.duis.evidence import Way
from sut_adapters.duis.responses import Acknowledged, Header, Message
from sut_adapters.duis.signer import Signer
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Misunderstood
from tests.duis.adapter.behaviours import carry_out, unsigned
from tests.duis.adapter.conftest import SILENT, BuildSystem, update
from tests.duis.adapter.fakes import Arrived, Behaviour, FakeDsp, now, reply


def pushing(*documents: str) -> Behaviour:
    async def behave(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        for document in documents:
            await dsp.pushed(arrived.duis.header.originator, MAKE[document](dsp, arrived))
        return reply(dsp.acknowledgement(arrived))

    return behave


def pushing_signed_by(signer: Signer) -> Behaviour:
    """A success that the S1SP has signed, and somebody else than the DSP around it."""

    async def behave(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        await dsp.pushed(arrived.duis.header.originator, dsp.success(arrived, by=signer))
        return reply(dsp.acknowledgement(arrived))

    return behave


MAKE = {
    "success": lambda dsp, arrived: dsp.success(arrived),
    "changed": lambda dsp, arrived: dsp.success(arrived).replace(b'"true"', b'"false"', 1),
    "unsigned": lambda dsp, arrived: unsigned(dsp.success(arrived)),
    "signed by S1SP2": lambda dsp, arrived: dsp.success(arrived, "S1SP2"),
    "signed by a User as S1SP": lambda dsp, arrived: dsp.success(arrived, "Curlew"),
    "about another device": lambda dsp, arrived: dsp.success(arrived, device="00-DB-12-34-00-00-00-02"),
    "to another User": lambda dsp, arrived: dsp.success(arrived, user="00-DB-12-34-00-00-00-03"),
    "of another counter": lambda dsp, arrived: dsp.success(arrived, counter=arrived.duis.header.counter + 1),
}


@pytest.mark.parametrize("who", ["Curlew", "S1SP1", places.STRANGER])
def test_a_push_signed_by_anybody_but_the_dsp_is_turned_away(
    who: str, pki: TestPki, dsp: FakeDsp, build: BuildSystem
) -> None:
    dsp.behave = pushing_signed_by(pki.signer(who))
    with pytest.raises(
        Misunderstood, match=r"the only answer to .* was turned away: .*no certificate that the profile"
    ):
        build(SILENT).send(update())
    assert dsp.statuses == [400]


@pytest.mark.parametrize("forgery", ["changed", "unsigned", "signed by a User as S1SP"])
def test_a_push_that_does_not_verify_is_turned_away(forgery: str, dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = pushing(forgery)
    with pytest.raises(Misunderstood, match="was turned away"):
        build(SILENT).send(update())
    assert dsp.statuses == [400]


def test_a_forgery_does_not_keep_the_genuine_answer_from_counting(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = pushing("changed", "unsigned", "success")
    system = build()
    assert system.send(update()) == Accepted()
    assert dsp.statuses == [400, 400, 204]
    turned_away = [message.note for message in system.messages() if message.way is Way.TURNED_AWAY]
    assert len(turned_away) == 2


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("about another device", "answered with a signed response to SRV 6.15.1"),
        ("to another User", "answered with a signed response to SRV 6.15.1"),
        ("of another counter", "answered with a signed response to SRV 6.15.1"),
    ],
)
def test_a_good_message_that_is_not_the_answer_is_not_understood(
    document: str, reason: str, dsp: FakeDsp, build: BuildSystem
) -> None:
    dsp.behave = pushing(document)
    with pytest.raises(Misunderstood, match=reason):
        build().send(update())


def test_a_success_that_another_s1sp_has_signed_is_none(dsp: FakeDsp, build: BuildSystem) -> None:
    dsp.behave = pushing("signed by S1SP2")
    outcome = build().send(update())
    assert isinstance(outcome, Failed)
    assert outcome.kind is FailureKind.SIGNER
    assert outcome.reason.endswith("is served by S1SP1, and S1SP2 signed it")


def test_an_answer_on_the_connection_under_a_wrong_signature_is_none(
    pki: TestPki, dsp: FakeDsp, build: BuildSystem
) -> None:
    async def signed_by_another(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        message = Message(Header(arrived.request_id, None, "I99", now()), Acknowledged("6.15.1"))
        return reply(dsp.signed(message, by=pki.signer("Curlew")))

    dsp.behave = signed_by_another
    with pytest.raises(Misunderstood, match="its signature is not to be believed"):
        build().send(update())


@pytest.mark.parametrize(
    "document",
    [b"", b"nonsense", b"<a/>", b"<!DOCTYPE a []><a/>", b"<" * 2_000_000],
    ids=["", "text", "xml", "dtd", "big"],
)
def test_what_is_no_message_is_turned_away(document: bytes, dsp: FakeDsp, build: BuildSystem) -> None:
    system = build()
    user_id = next(iter(system.inbox_urls))
    assert dsp.push(user_id, document) in (400, 413)
    dsp.behave = carry_out
    assert system.send(update()) == Accepted()
