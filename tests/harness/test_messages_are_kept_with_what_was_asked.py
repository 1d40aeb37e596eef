"""What an adapter says that it sent and received goes into the record: each message once, with its exchange."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from harness.asking import Asked
from harness.corpus import StepText
from harness.mail import octets, with_octets
from harness.notebook import Notebook
from harness.recording import RecordedUserGateway
from harness.verdicts import Verdict
from rulebook.vocabulary import Accepted, Outcome, ServiceRequest
from sut_adapters import shapes
from tests.harness.scenario_texts import text

AT = datetime(2022, 11, 3, 12, tzinfo=UTC)
REQUEST = ServiceRequest("6.15.1", "Southfell", "ESME-1")


@dataclass(frozen=True)
class Kept:
    """One message of the system's."""

    way: str
    document: bytes
    user_id: str = "90-B3"
    note: str = ""
    at: datetime = AT


@dataclass
class System:
    """Keeps two messages for each request, and one whenever it is looked at."""

    kept: list[object] = field(default_factory=list)

    def send(self, request: ServiceRequest) -> Outcome:
        self.kept += [Kept("sent", b"<request/>", note="https://dsp"), Kept("answered", b"<answer/>", note="200 OK")]
        return Accepted()

    def settled(self) -> bool:
        return True

    def look(self) -> None:
        self.kept.append(Kept("pushed", b"<alert/>"))

    def messages(self) -> Sequence[object]:
        return tuple(self.kept)


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def notebook(system: System) -> Notebook:
    steps = tuple(StepText("And", "then", f"step {number}", number) for number in range(3))
    made = Notebook(replace(text("A title"), steps=steps))
    made.tape.mail.source = Asked(system).messages
    return made


def played(notebook: Notebook, system: System) -> None:
    """Look; look and send; look."""
    for number in range(3):
        notebook.step_begins()
        system.look()
        if number == 1:
            RecordedUserGateway(system, notebook.tape).send(REQUEST)
        notebook.step_ends(Verdict.PASS)


def test_an_exchange_has_its_own_messages_and_its_step(notebook: Notebook, system: System) -> None:
    played(notebook, system)
    (asked,) = [one for one in notebook.record().exchanges if not one.beside]
    assert asked.step == 1
    assert [(one.way, one.text, one.note) for one in asked.messages] == [
        ("sent", "<request/>", "https://dsp"),
        ("received", "<answer/>", "200 OK"),
    ]


def test_what_belongs_to_no_request_stands_beside_in_its_step(notebook: Notebook, system: System) -> None:
    played(notebook, system)
    exchanges = notebook.record().exchanges
    assert [(one.step, one.beside, len(one.messages)) for one in exchanges] == [
        (0, True, 1),
        (1, True, 1),
        (1, False, 2),
        (2, True, 1),
    ]
    assert exchanges[0].messages[0].note == "pushed"


def test_each_message_has_a_file_name_of_its_own_in_the_order_of_the_scenario(
    notebook: Notebook, system: System
) -> None:
    played(notebook, system)
    names = [one.name for exchange in notebook.record().exchanges for one in exchange.messages]
    assert [name.split("-", 2)[2].split("-", 1)[1] for name in names] == [
        "001-received.xml",
        "002-received.xml",
        "003-sent.xml",
        "004-received.xml",
        "005-received.xml",
    ]
    assert len({name.rsplit("-", 2)[0] for name in names}) == 1
    assert names[0].startswith("srpd-6.2.d-")


def test_what_comes_when_the_scenario_is_over_is_kept_as_well(notebook: Notebook, system: System) -> None:
    played(notebook, system)
    system.look()
    assert len(notebook.record().exchanges[-1].messages) == 1


def test_a_system_without_messages_has_exchanges_all_the_same(system: System) -> None:
    notebook = Notebook(text("A title"))
    notebook.step_begins()
    RecordedUserGateway(system, notebook.tape).send(REQUEST)
    (asked,) = notebook.record().exchanges
    assert (asked.outcome, asked.messages) == ("accepted", ())


@pytest.mark.parametrize("document", [b"\xff\xfe<\x00", b"<a/>", "\ufeff<a/>\r\n".encode(), b""])
def test_the_octets_are_kept_whatever_they_are(notebook: Notebook, system: System, document: bytes) -> None:
    system.kept.append(Kept("sent", document))
    (exchange,) = notebook.record().exchanges
    assert octets(exchange.messages[0]) == document
    assert octets(with_octets(exchange.messages[0], b"\xff", "changed")) == b"\xff"


@pytest.mark.parametrize("spoilt", ["text", 7, [object()], [Kept("sent", "no octets")], [Kept(7, b"")]])  # type: ignore[arg-type]
def test_an_adapter_that_cannot_say_spoils_the_evidence_and_no_verdict(
    notebook: Notebook, system: System, spoilt: object
) -> None:
    assert shapes.kept(spoilt)
    system.messages = lambda: spoilt  # type: ignore[assignment, method-assign, return-value]
    played(notebook, system)
    record = notebook.record()
    assert record.verdict is Verdict.PASS
    assert any(finding.startswith("messages are missing: ") for finding in record.findings)


def test_a_complaint_is_made_once(notebook: Notebook, system: System) -> None:
    system.messages = lambda: 7  # type: ignore[assignment, method-assign, return-value]
    played(notebook, system)
    assert len(notebook.record().findings) == 1
