"""One message to the endpoint and everything that comes of it, each answer checked before anybody reads it."""

from dataclasses import dataclass
from datetime import datetime

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.responses import Acknowledged, Message, Refusal, decode
from sut_adapters.duis.signing import issuer_and_serial, verify
from sut_adapters.simulator.endpoint import Push, Service, receive, settle
from sut_adapters.simulator.state import State
from sut_adapters.smki.identity import of_certificate


@dataclass(frozen=True, slots=True)
class Heard:
    """The answer on the connection, and what was pushed to whom, by User ID, in order."""

    state: State
    answer: Message
    pushed: tuple[tuple[str, Message], ...]

    @property
    def code(self) -> str:
        return self.answer.header.code

    @property
    def end(self) -> Message:
        """What tells the sender how the request ended."""
        return self.pushed[0][1]


def exchanged(state: State, document: bytes, now: datetime, service: Service = Service.SEND_COMMAND) -> Heard:
    """A message that can be read as a Service Request, and its end."""
    reaction = receive(service, document, state, now)
    assert reaction.status == 200, reaction.reply
    after, pushes = settle(reaction.state, now)
    at_once = {Acknowledged, Refusal}
    answer = decode(reaction.reply)
    assert answer.has_signature is not (type(answer.message.body) in at_once)
    message = believed(reaction.reply, state, now) if answer.has_signature else answer.message
    return Heard(after, message, told((*reaction.pushes, *pushes), state, now))


def told(pushes: tuple[Push, ...], state: State, now: datetime) -> tuple[tuple[str, Message], ...]:
    """Each push as a message, by User ID."""
    return tuple((push.user_id, believed(push.document, state, now)) for push in pushes)


def believed(document: bytes, state: State, now: datetime) -> Message:
    """The message, if the schemas admit it, the DSP signed it, and within it the S1SP."""
    if state.settings.schemas:
        state.settings.schemas.check(document)
    verify(document, state.settings.dsp.certificate, now)
    decoded = decode(document)
    if decoded.inner is not None:
        verify(decoded.inner, state.settings.s1sps[signer(decoded.inner, state)].certificate, now)
    return decoded.message


def signer(inner: bytes, state: State) -> Component:
    """Which S1SP signed it."""
    named = issuer_and_serial(inner)
    return next(s1sp for s1sp in S1SPS if of_certificate(state.settings.s1sps[s1sp].certificate) == named)
