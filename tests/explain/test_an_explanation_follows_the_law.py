"""The example in its worlds: verdict, trail, clauses, open questions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rulebook import law
from tests.explain.conftest import ACCEPTED, EXAMPLE, REFUSED, Ask, AskJson

Altered = Callable[..., Path]
SENDER = "02-4D-50-31-30-37-00-02"
TARGET = "02-4D-50-31-30-37-D0-01"


def test_the_holder_is_accepted_once_the_change_is_in_force(ask_json: AskJson) -> None:
    content = ask_json()
    assert content["verdict"]["outcome"] == "accepted"
    assert {slot["holder"]["name"] for slot in content["slots_afterwards"][:2]} == {"Northmoor"}
    assert {slot["holder"]["name"] for slot in content["slots_afterwards"][2:]} == {"Curlew"}


def test_a_sender_that_holds_nothing_is_refused_by_the_s1sp(ask_json: AskJson) -> None:
    content = ask_json(EXAMPLE, REFUSED)
    assert content["verdict"] == {
        "outcome": "refused",
        "text": "refused by S1SP1 at its certificate ownership check (S1VE64)",
        "by": "S1SP1",
        "check": "certificate ownership",
        "code": "S1VE64",
    }
    assert content["slots_afterwards"] == []


@pytest.mark.parametrize(
    ("release", "by", "code", "clause"),
    [
        pytest.param("DSP=off,S1SP1=on", "DSP", "E4", "srpd-6.1.f", id="the DSP has not got it"),
        pytest.param("DSP=on,S1SP1=off", "S1SP1", "S1VE4", "srpd-6.1.f", id="the S1SP has not got it"),
    ],
)
def test_a_component_without_the_change_still_refuses(
    ask_json: AskJson, release: str, by: str, code: str, clause: str
) -> None:
    content = ask_json(EXAMPLE, ACCEPTED, "--release", release)
    assert (content["verdict"]["by"], content["verdict"]["code"]) == (by, code)
    [deciding] = [row for row in content["trail"] if row["deciding"]]
    assert (deciding["clause"], deciding["component"], deciding["code"], deciding["holds"]) == (clause, by, code, False)


def test_the_release_option_changes_only_the_components_that_it_names(ask_json: AskJson) -> None:
    content = ask_json(EXAMPLE, ACCEPTED, "--release", "s1sp2=OFF")
    assert content["release"] == "DSP=on, S1SP1=on, S1SP2=off, S1SP3=on"


def test_every_clause_asked_is_given_with_its_text(ask_json: AskJson) -> None:
    for row in ask_json()["trail"]:
        assert row["text"]
        assert row["kind"] in {"verbatim", "paraphrase", "open question"}
        if statement := law.statements().get(row["clause"]):
            assert (row["text"], row["kind"] == "verbatim") == (statement.text, statement.verbatim)


def test_the_deciding_clause_stands_in_full_for_people(ask: Ask) -> None:
    shown = " ".join(ask(EXAMPLE, REFUSED).stdout.split())
    assert (
        f"decides: S1SR 4.2 (paraphrase of FIA v0.5, section 3.2, validation #3): {law.statements()['s1sr-4.2'].text}"
        in shown
    )
    assert f"SRPD 6.2(d) (verbatim, FIA v0.5, section 4.3): {law.statements()['srpd-6.2.d'].text}" in shown


def test_people_are_told_what_machines_are_told(ask: Ask, ask_json: AskJson) -> None:
    content, shown = ask_json(), " ".join(ask().stdout.split())
    assert content["verdict"]["text"] in shown
    assert content["signature"]["text"] in shown
    assert content["request"]["request_id"] in shown
    assert all(note in shown for note in content["notes"])
    assert all(word in shown for row in content["trail"] for word in row["because"].split())
    assert all(question["asks"] in shown for question in content["open_questions"])


def test_the_output_says_that_there_is_no_signature_and_what_was_not_checked(ask: Ask) -> None:
    assert "Signature: none" in ask().stdout
    assert "dates and the path of the certificates to be placed were not checked" in ask().stdout


def test_identifiers_compare_without_regard_to_letter_case(ask_json: AskJson, altered: Altered) -> None:
    request = altered(EXAMPLE, (f"{SENDER}:{TARGET}", f"{SENDER}:{TARGET}".lower()))
    assert ask_json(request) == ask_json()
    assert ask_json(EXAMPLE, altered(ACCEPTED, (SENDER, SENDER.lower()), (TARGET, TARGET.lower()))) == ask_json()


def test_a_comment_within_a_value_does_not_split_it(ask_json: AskJson, altered: Altered) -> None:
    request = altered(
        EXAMPLE,
        ("02-4D-50-31-30-37-00-02:", "02-4D-50-31<!-- a comment -->-30-37-00-02:"),
        ("<RemotePartyRole>Net", "<RemotePartyRole>Net<?a b?>"),
    )
    assert ask_json(request) == ask_json()


def test_an_unknown_device_is_a_refusal(ask_json: AskJson, altered: Altered) -> None:
    content = ask_json(altered(EXAMPLE, (TARGET, "02-4D-50-31-30-37-D0-99")))
    assert (content["verdict"]["by"], content["verdict"]["code"]) == ("DSP", "E19")
    assert content["world"]["device"] is None


def test_an_open_command_variant_is_set_aside_and_said(ask_json: AskJson, altered: Altered) -> None:
    content = ask_json(altered(EXAMPLE, ("<CommandVariant>1<", "<CommandVariant>4<")))
    assert content["verdict"]["outcome"] == "accepted"
    [question] = [question for question in content["open_questions"] if question["point"] == "O9"]
    assert question["reading"] == "set aside"
    assert question["otherwise"] == {
        "send-command": "refused by the DSP at its command variant check (E12)",
        "transform": "accepted",
    }
    assert any("O9" in note and "Command Variant 4" in note for note in content["notes"])


@pytest.mark.parametrize(("reading", "outcome"), [("send-command", "refused"), ("transform", "accepted")])
def test_a_ruling_on_the_command_variant_applies(
    ask_json: AskJson, altered: Altered, reading: str, outcome: str
) -> None:
    request = altered(EXAMPLE, ("<CommandVariant>1<", "<CommandVariant>4<"))
    content = ask_json(request, ACCEPTED, "--reading", f"O9={reading}")
    assert content["verdict"]["outcome"] == outcome
    assert not any("O9" in note for note in content["notes"])


def test_a_ruling_is_shown_as_one(ask_json: AskJson, altered: Altered) -> None:
    world = altered(REFUSED, ('= "02-4D-50-31-30-37-00-03"      # W', f'= "{SENDER}"      # W'))
    content = ask_json(EXAMPLE, world, "--reading", "O5.slot=both-slots")
    [question] = [question for question in content["open_questions"] if question["point"] == "O5.slot"]
    assert content["verdict"]["code"] == "S1VE64"
    assert question["ruled"]
    assert question["otherwise"] == {"critical-slot": "accepted"}


def test_a_counter_that_the_device_has_taken_is_not_taken_again(ask_json: AskJson, altered: Altered) -> None:
    world = altered(ACCEPTED, ("[device.slots]", f'last_counters = {{ "{SENDER}" = 20261 }}\n[device.slots]'))
    content = ask_json(EXAMPLE, world)
    assert (content["verdict"]["by"], content["verdict"]["check"]) == ("S1SP1", "unattested")


def test_nothing_said_about_the_release_is_said(ask_json: AskJson, altered: Altered) -> None:
    start, rest = ACCEPTED.read_text(encoding="utf-8").split("[release]")
    world = altered(ACCEPTED, (f"[release]{rest}", rest[rest.index("[[user]]") :]))
    content = ask_json(EXAMPLE, world)
    assert content["release"] == "DSP=on, S1SP1=on, S1SP2=on, S1SP3=on"
    assert any("taken as everywhere" in note for note in content["notes"])
    assert start
