"""Each adapter that is wrong in one way is caught, and told what to mend."""

from collections.abc import Callable, Iterator

import pytest

from proof.adapter_check import Limits, Report, check_adapter
from sut_adapters.port import Misconfigured
from sut_adapters.reference import ReferenceModel
from tests.check_adapter import fakes, stateful, timed

NO_MESSAGES = {"MessageEndpoint": "they are for the test that is about them"}


def examined(build: Callable[[], object], limits: Limits | None = None) -> Report:
    return check_adapter(build, excluded=NO_MESSAGES, limits=limits)


WRONG: list[tuple[Callable[[], object], str, str, str]] = [
    (fakes.AlwaysAccepts, "sends SRV 6.15.1", "accepted", "everything is accepted"),
    (fakes.AlwaysRefuses, "renews its certificates", "refused by the DSP", "everything is refused"),
    (fakes.GivesAnotherCode, "an Other User", "user role check (E99)", "the documents attest E2 for this check"),
    (fakes.BlamesAnotherS1sp, "while the slots hold Southfell's", "refused by S1SP", "say which component has refused"),
    (fakes.NamesAnotherCheck, "Dunlin", "on a ground of its own (E4)", "this is the registration check"),
    (fakes.MistakesParties, "the slots of a new device", "Westbrook", "Estate.place gives a device as specified"),
    (fakes.TellsAnotherParty, "the alert by which an S1SP refuses", "received by Westbrook", "give each alert"),
    (fakes.TellsAnotherParty, "the alert of a device", "received by Westbrook", "give each alert"),
    (
        stateful.AnswersForTheRequestBefore,
        "an Other User",
        "accepted",
        "each answer belongs to the request before",
    ),
    (stateful.KeepsAlerts, "looks into its inbox", "the first about", "undo in end()"),
    (stateful.KeepsSuspensions, "suspended in the scenario before", "user status check", "undo in end()"),
    (stateful.KeepsSlots, "the slots of a new device", "issue 2", "whatever an earlier scenario has left"),
    (stateful.GivesOneHandle, "Estate.place, twice", "both times", "a handle of its own"),
    (fakes.ClosesTheConnection, "renews", "ConnectionResetError", "turn it into Unreachable"),
    (fakes.ClosesItAndSaysSo, "renews", "wait: the connection was closed half way", "see why the system went away"),
    (fakes.AnswersGarbage, "renews", r"b'\x00\xff<html>\n', no Outcome", "give what sut_adapters/port.py says"),
    (fakes.FindsTheSignatureWrong, "renews", "signed by nobody that is trusted", "see what came back"),
    (fakes.BelievesTheWrongSignature, "the slots after", "Northmoor, digital signing, issue 1", "verify who signed it"),
    (fakes.RefusesAndActs, "the slots after", "issue 2", "it was taken for refused"),
    (
        stateful.ForgetsOnRestart,
        "the slots after: Restartable.restart, DSP",
        "others",
        "go on from what it has kept",
    ),
    (fakes.CannotBeSwitched, "ReleaseControl.release", "DSP=on", "leave the port out where nobody can switch"),
]


@pytest.mark.parametrize(
    ("build", "asked", "observed", "mend"), WRONG, ids=lambda one: getattr(one, "__name__", "")[:40] or str(one)[:20]
)
def test_it_is_caught(build: Callable[[], object], asked: str, observed: str, mend: str) -> None:
    findings = examined(build).findings
    assert any(asked in one.asked and observed in one.observed and mend in one.mend for one in findings), findings
    assert all(one.expected for one in findings)


def test_one_that_takes_unsigned_messages_is_caught() -> None:
    (finding,) = check_adapter(fakes.TakesUnsignedMessages).findings
    assert finding.asked.endswith("with no signature")
    assert (finding.expected, finding.observed) == ("refused by the DSP", "accepted")


def test_one_that_is_slow_is_caught_and_heard_out() -> None:
    clock = timed.Clock()
    report = examined(lambda: timed.Slow(clock), Limits(slow_s=20, clock=clock))
    assert {(one.expected, one.observed) for one in report.findings} == {
        ("an answer within 20 seconds", "one after 30 seconds")
    }
    assert "Northmoor reads the inventory (SRV 8.2)" in report.asked


@pytest.fixture
def patience() -> Iterator[timed.Patience]:
    patience = timed.Patience()
    yield patience
    patience.over.set()


def test_one_that_hangs_is_caught_and_left_alone(patience: timed.Patience) -> None:
    report = examined(lambda: timed.Hangs(patience), Limits(patience=patience))
    assert [one.observed for one in report.findings] == ["neither: the adapter has not come back"]
    assert report.asked == ["Northmoor, registered and in the slots, renews its certificates (SRV 6.15.1)"]


def test_one_that_cannot_be_built_is_caught() -> None:
    def build() -> ReferenceModel:
        raise ValueError("no\nsuch host")

    (finding,) = examined(build).findings
    assert finding.asked == "the adapter is built"
    assert finding.observed == "ValueError: no such host"


def test_a_wrong_set_up_is_no_finding() -> None:
    def build() -> ReferenceModel:
        raise Misconfigured("profile.toml: dsp.url: is missing")

    with pytest.raises(Misconfigured, match="is missing"):
        examined(build)
