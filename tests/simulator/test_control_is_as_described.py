"""Test control: what docs/test-control.openapi.yaml describes is what there is, and what it does."""

import re
from pathlib import Path

import pytest

from rulebook.vocabulary import Component, DeviceStatus, DeviceType, Slot, UserRole, Variant
from sut_adapters.duis.countersigned import Countersigned, encode_countersigned
from sut_adapters.duis.signing import sign
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.simulator.test_control import BASE, Control
from sut_adapters.terms import Circumstance
from tests.simulator.asking import Asking
from tests.simulator.devices import esme, holders
from tests.simulator.parties import Parties

DESCRIPTION = Path(__file__).parent.parent.parent / "docs" / "test-control.openapi.yaml"
PATH, METHOD, ENUMERATED = re.compile(r"  (/\S*):"), re.compile(r"    (get|put|post|delete):"), re.compile(r" +- (.+)")


def described() -> set[tuple[str, str]]:
    """The operations of the description, read by its indentation: this project has no use for YAML otherwise."""
    found, path = set(), ""
    for line in DESCRIPTION.read_text(encoding="utf-8").splitlines():
        if match := PATH.fullmatch(line):
            path = match[1]
        elif match := METHOD.fullmatch(line):
            found.add((match[1].upper(), path))
    return found


def test_every_operation_is_described_and_every_described_operation_is_there(simulation: Simulation) -> None:
    routes = Control(simulation, lambda: None, lambda _: None).routes()  # type: ignore[arg-type, return-value]
    assert {(route.method, route.path.removeprefix(BASE)) for route in routes} == described()


@pytest.mark.parametrize("words", [Circumstance, UserRole, Slot, DeviceStatus], ids=lambda words: words.__name__)
def test_every_word_of_the_vocabulary_is_described(words: type[Circumstance]) -> None:
    lines = DESCRIPTION.read_text(encoding="utf-8").splitlines()
    said = {match[1] for line in lines if (match := ENUMERATED.fullmatch(line))}
    assert {str(word) for word in words} <= said


def test_a_scenario_begins_in_an_empty_estate_and_ends_so(dsp: Asking, simulation: Simulation) -> None:
    dsp.place(esme())
    dsp.control("POST", "/scenario", {"scenario": "one", "seed": 7})
    assert not simulation.state.world.devices
    dsp.place(esme())
    dsp.control("DELETE", "/scenario")
    assert not simulation.state.world.devices


def test_the_seed_decides_the_identifiers(dsp: Asking) -> None:
    placed = []
    for _ in range(2):
        dsp.control("POST", "/scenario", {"scenario": "one", "seed": 7})
        placed.append([dsp.place(esme()), dsp.place(esme())])
    assert placed[0] == placed[1]
    assert len(set(placed[0])) == 2


def test_a_device_is_as_it_was_specified(dsp: Asking, parties: Parties, simulation: Simulation) -> None:
    user_id = parties.pki.user_id["Dunlin"]
    said = {
        "device_type": "ESME",
        "s1sp": "S1SP3",
        "registered": {"Import Supplier": user_id},
        "slots": {
            "critical Supplier": {"owner": user_id, "use": "digital signing", "issue": 2},
            "non-critical Supplier": None,
        },
    }
    device = dsp.control("POST", "/devices", said)["device"]
    shown = dsp.control("GET", f"/devices/{device.lower()}/slots")
    assert shown["served_by"] == "S1SP3"
    assert (shown["slots"]["critical Supplier"]["owner"], shown["slots"]["critical Supplier"]["issue"]) == (user_id, 2)
    assert shown["slots"]["non-critical Supplier"] is None
    assert holders(simulation.state, device) == ("Northmoor", "Northmoor")


def test_a_release_is_switched_component_by_component(dsp: Asking) -> None:
    dsp.control("PUT", "/release", {"DSP": "off", "S1SP2": "off"})
    assert dsp.control("GET", "/release") == {"DSP": "off", "S1SP1": "on", "S1SP2": "off", "S1SP3": "on"}


@pytest.mark.parametrize("component", ["DSP", "S1SP1"])
def test_a_component_that_is_restarted_goes_on_from_what_was_written_down(
    dsp: Asking, simulation: Simulation, component: str
) -> None:
    device = dsp.place(esme())
    dsp.control("PUT", "/release", {"DSP": "off"})
    before = simulation.state
    dsp.control("POST", f"/components/{component}/restarts")
    assert simulation.state is not before
    assert dsp.control("GET", "/release") == {"DSP": "off", "S1SP1": "on", "S1SP2": "on", "S1SP3": "on"}
    assert holders(simulation.state, device) == holders(before, device)


def test_the_decisions_on_each_request_can_be_read(dsp: Asking, parties: Parties) -> None:
    device = dsp.place(esme())
    update = parties.update("Southfell", device, "Northmoor")
    dsp.post(parties.signed("Southfell", update))
    dsp.post(parties.signed("Northmoor", parties.request("Northmoor", device, Variant.READ_NETWORK_DATA)))
    dsp.settle()
    decisions = dsp.control("GET", f"/audit?request_id={update.request_id}")["decisions"]
    assert ("DSP", "SRPD 6.2(d)") in {(each["component"], each["clause"]) for each in decisions}
    assert "SRPD 6.2(d)" not in {each["clause"] for each in dsp.control("GET", "/audit")["decisions"]}


@pytest.mark.parametrize(
    ("method", "path", "said", "status"),
    [
        ("PUT", "/inboxes/Southfell", {"url": "ftp://x"}, 400),
        ("PUT", "/inboxes/Nobody", {"url": "http://127.0.0.1:1/"}, 404),
        ("POST", "/scenario", {"scenario": "x", "seed": -1}, 400),
        ("POST", "/scenario", {"scenario": "x"}, 400),
        ("POST", "/devices", {"device_type": "CHF"}, 400),
        ("POST", "/devices", {"device_type": "ESME", "colour": "red"}, 400),
        ("POST", "/devices", {"device_type": "ESME", "registered": {"Import Supplier": "Nobody"}}, 404),
        ("POST", "/devices", {"device_type": "ESME", "s1sp": "DSP"}, 400),
        ("GET", "/devices/00-00-00-00-00-00-00-00/slots", None, 404),
        ("POST", "/devices/elsewhere/alerts", None, 404),
        ("POST", "/devices/x/registrations", {"role": "Import Supplier", "party": "Curlew"}, 404),
        ("POST", "/circumstances", {"circumstance": "rain", "party": "Curlew"}, 400),
        ("POST", "/circumstances", {"circumstance": str(Circumstance.MIGRATION_AUTHORISATION), "party": "Curlew"}, 400),
        ("PUT", "/release", {"DSP": "maybe"}, 400),
        ("PUT", "/release", {"Device": "on"}, 400),
        ("PUT", "/hold", {}, 400),
        ("GET", "/settled?wait_s=1e9", None, 400),
        ("PUT", "/s1sp/S1SP4", {"url": None}, 404),
        ("POST", "/components/Device/restarts", None, 404),
        ("PUT", "/s1sp/S1SP1", {"url": "nowhere"}, 400),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    dsp: Asking, method: str, path: str, said: object, status: int
) -> None:
    answer = dsp.client.request(method, BASE + path, json=said)
    assert answer.status_code == status
    assert len(answer.json()["reason"].splitlines()) == 1


def test_what_cannot_be_had_is_a_conflict(dsp: Asking) -> None:
    device = dsp.control("POST", "/devices", {"device_type": DeviceType.GPF})["device"]
    said = {"circumstance": str(Circumstance.MIGRATION_CONTROL_CENTRE), "party": "Ashdown", "device": device}
    assert dsp.client.post(f"{BASE}/circumstances", json=said).status_code == 409


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff\xfe", b'{"on": "\xed\xa0\x80"}'])
def test_what_is_no_json_object_is_turned_away(dsp: Asking, body: bytes) -> None:
    assert dsp.client.put(f"{BASE}/hold", content=body).status_code == 400


def countersigned(parties: Parties, s1sp: Component, document: bytes, simulation: Simulation, by: str = "DSP") -> bytes:
    """The User's request as a DSP hands it over."""
    said = Countersigned(s1sp, simulation.clock(), document)
    return sign(encode_countersigned(said), parties.pki.signer(by))


def test_an_s1sp_alone_answers_whom_the_dsp_would_have_refused(
    dsp: Asking, parties: Parties, simulation: Simulation
) -> None:
    dsp.control("PUT", "/release", {"DSP": "off"})
    device = dsp.place(esme())
    document = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
    body = countersigned(parties, Component.S1SP2, document, simulation)
    answer = dsp.client.post(f"{BASE}/s1sp/S1SP2/countersigned", content=body)
    assert answer.status_code == 200
    assert b"SMETS1SignedResponse" in answer.content
    assert holders(simulation.state, device) == ("Northmoor", "Northmoor")


@pytest.mark.parametrize(
    ("s1sp", "by", "status"), [("S1SP2", "S1SP2", 400), ("S1SP1", "DSP", 404), ("S1SP9", "DSP", 404)]
)
def test_an_s1sp_believes_nobody_but_the_dsp_and_answers_for_its_own_devices(
    dsp: Asking, parties: Parties, simulation: Simulation, s1sp: str, by: str, status: int
) -> None:
    device = dsp.place(esme())
    document = parties.signed("Southfell", parties.update("Southfell", device, "Northmoor"))
    addressed = Component(s1sp) if s1sp != "S1SP9" else Component.S1SP1
    body = countersigned(parties, addressed, document, simulation, by)
    assert dsp.client.post(f"{BASE}/s1sp/{s1sp}/countersigned", content=body).status_code == status
    assert holders(simulation.state, device) == ("Southfell", "Southfell")
