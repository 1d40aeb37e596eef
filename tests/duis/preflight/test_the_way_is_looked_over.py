"""Name, connection, TLS both ways, clock, inboxes: each fault with its exact mend."""

import socket
from datetime import timedelta
from pathlib import Path

import pytest

from sut_adapters.duis.preflight.findings import Check, Finding, State
from sut_adapters.duis.preflight.inboxes import inboxes
from sut_adapters.duis.preflight.network import network
from sut_adapters.duis.profile import read_profile
from sut_adapters.simulator import tls
from sut_adapters.smki import places
from tests.duis.estate.lab import Lab
from tests.duis.preflight.conftest import Look, edited, faults, only_fault
from tests.duis.preflight.servers import DAY, http_date, server_context, serving, silent

LOCAL = "127.0.0.1"


def on_the_way(profile: Path) -> list[Finding]:
    return list(network(read_profile(profile)))


def secured(lab: Lab, port: int, host: str = LOCAL, client: str = places.tls_client("Northmoor")) -> Path:
    """A profile with mutual TLS towards a port."""
    pki = lab.folder / "pki"
    table = f'\n[tls]\nauthority = "{pki}/tls/authority.pem"\n'
    table += f'certificate = "{pki}/{client}.pem"\nkey = "{pki}/{client}.key"\n'
    return edited(lab.profile(more=table), f'url = "{lab.url}"', f'url = "https://{host}:{port}"')


def plain(lab: Lab, port: int, in_dsp: str = "") -> Path:
    return edited(lab.profile(), f'url = "{lab.url}"', f'url = "http://{LOCAL}:{port}"\n{in_dsp}')


def test_a_host_without_an_address(lab: Lab) -> None:
    profile = edited(lab.profile(), f'url = "{lab.url}"', 'url = "http://gateway.invalid:1"')
    check, subject, said, mend = only_fault(on_the_way(profile))
    assert (check, subject) == ("names", "dsp.url")
    assert said.startswith("gateway.invalid has no address")
    assert mend == "mend the host in dsp.url, or this machine's name resolution"


def test_nobody_listens(lab: Lab) -> None:
    with silent() as port:
        pass
    assert only_fault(on_the_way(plain(lab, port))) == (
        "connection",
        "dsp.url",
        f"{LOCAL}:{port} takes no connection (connection refused)",
        "start the server, open the firewall, or mend the port in dsp.url",
    )


def test_a_server_that_never_answers(lab: Lab) -> None:
    with silent() as port:
        fault = only_fault(on_the_way(plain(lab, port, "answer_s = 0.1\n")))
    assert fault[2:] == ("no answer to HTTP within 0.1 s", "see whether the server hangs, or mend dsp.url")


@pytest.mark.parametrize(
    ("start", "end", "host", "said", "mend"),
    [
        (-2 * DAY, -DAY, LOCAL, "certificate has expired", "have the server's certificate renewed"),
        (DAY, 2 * DAY, LOCAL, "not yet valid", "mend this machine's clock, or have the server's certificate renewed"),
        (
            -DAY,
            DAY,
            "a.example",
            "IP address mismatch",
            "write in dsp.url the host that the server's certificate names",
        ),
    ],
)
def test_a_server_certificate_that_does_not_do(
    lab: Lab, tmp_path: Path, start: timedelta, end: timedelta, host: str, said: str, mend: str
) -> None:
    with serving(server_context(lab.pki, tmp_path, start, end, host)) as port:
        fault = only_fault(on_the_way(secured(lab, port)))
    assert (fault[0], fault[3]) == ("TLS", mend)
    assert said in fault[2]


def test_a_server_of_an_unknown_authority(lab: Lab, tmp_path: Path) -> None:
    with serving(server_context(lab.pki, tmp_path, -DAY, DAY, LOCAL)) as port:
        profile = edited(secured(lab, port), "tls/authority.pem", "smki/root.pem")
        fault = only_fault(on_the_way(profile))
    assert (fault[0], fault[3]) == (
        "TLS",
        "give in tls.authority the certificate of the authority that issued the server's",
    )


def test_https_where_nobody_speaks_tls(lab: Lab) -> None:
    with serving() as port:
        fault = only_fault(on_the_way(secured(lab, port)))
    assert (fault[0], fault[3]) == ("TLS", "mend tls.certificate and tls.key, or the URL's scheme or port")


def test_plain_http_where_tls_is_spoken(lab: Lab, tmp_path: Path) -> None:
    with serving(server_context(lab.pki, tmp_path, -DAY, DAY, LOCAL)) as port:
        fault = only_fault(on_the_way(plain(lab, port)))
    assert (fault[0], fault[3]) == ("connection", "mend the port or the scheme of the URL")


def test_a_client_certificate_that_the_server_turns_away(lab: Lab) -> None:
    with serving(tls.serving(lab.folder / "pki")) as port:
        assert faults(on_the_way(secured(lab, port))) == []
        fault = only_fault(on_the_way(secured(lab, port, client=places.xml_signing("Northmoor"))))
    assert (fault[0], fault[3]) == ("TLS", "give in tls.certificate and tls.key what the server's authority issued")


def test_a_client_key_that_is_not_the_certificates(lab: Lab, tmp_path: Path) -> None:
    with serving(server_context(lab.pki, tmp_path, -DAY, DAY, LOCAL)) as port:
        profile = edited(secured(lab, port), "northmoor/tls-client.key", "southfell/tls-client.key")
        fault = only_fault(on_the_way(profile))
    assert (fault[0], fault[3]) == ("TLS", "give the pair")


@pytest.mark.parametrize("minutes", [-10, 10])
def test_clocks_that_are_apart(lab: Lab, minutes: int) -> None:
    with serving(date=http_date(timedelta(minutes=minutes))) as port:
        fault = only_fault(on_the_way(plain(lab, port)))
    assert (fault[0], fault[3]) == ("clock", "set both by NTP, or allow more in dsp.clock_skew_s")
    assert "s apart; 5 s are allowed" in fault[2]


def test_a_server_that_does_not_say_what_time_it_is(lab: Lab) -> None:
    with serving() as port:
        (left,) = [one for one in on_the_way(plain(lab, port)) if one.check is Check.CLOCK]
    assert left.state is State.LEFT_OUT


def test_an_inbox_whose_port_is_taken(lab: Lab) -> None:
    with silent() as port:
        profile = edited(
            lab.profile(control=True), '[party."Northmoor"]\n', f'[party."Northmoor"]\ninbox_port = {port}\n'
        )
        fault = only_fault(inboxes(read_profile(profile)))
    assert fault[0] == "inboxes"
    assert f"cannot listen on {LOCAL}:{port}" in fault[2]
    assert fault[3] == "free it, or name another port in [inbox] or in inbox_port of the party"


def test_an_inbox_that_nobody_could_know(lab: Lab) -> None:
    found = [fault for fault in faults(inboxes(read_profile(lab.profile()))) if "Northmoor.inbox" in fault[1]]
    assert found == [
        (
            "inboxes",
            "party.Northmoor.inbox_url",
            "its inbox takes any free port, and there is no test control to tell the DCC which",
            "give party.Northmoor.inbox_port as registered with the DCC",
        )
    ]


def with_inbox(lab: Lab, port: int, url: str) -> Path:
    said = f'[party."Northmoor"]\ninbox_port = {port}\ninbox_url = "{url}"\n'
    return edited(lab.profile(control=True), '[party."Northmoor"]\n', said)


def free_port() -> int:
    with socket.create_server((LOCAL, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def test_a_registered_address_that_leads_here(lab: Lab) -> None:
    port = free_port()
    profile = with_inbox(lab, port, f"http://{LOCAL}:{port}/smartdcc/duis")
    assert faults(inboxes(read_profile(profile))) == []


def test_a_registered_address_that_leads_elsewhere_or_nowhere(lab: Lab) -> None:
    with serving() as elsewhere:
        fault = only_fault(inboxes(read_profile(with_inbox(lab, free_port(), f"http://{LOCAL}:{elsewhere}/x"))))
    assert "answers, and it is not the inbox of Northmoor that answers there" in fault[2]
    assert "party.Northmoor.inbox_port, or mend party.Northmoor.inbox_url" in fault[3]
    fault = only_fault(inboxes(read_profile(with_inbox(lab, free_port(), f"http://{LOCAL}:{elsewhere}/x"))))
    assert "cannot be reached from here" in fault[2]


def test_what_could_not_be_looked_at_says_so(lab: Lab, look: Look) -> None:
    with silent() as port:
        pass
    findings = look(plain(lab, port))
    left = {one.check: one.mend for one in findings if one.state is State.LEFT_OUT and not one.subject}
    assert left == dict.fromkeys((Check.DEVICES, Check.STATES), "mend the connection and the inboxes first")
    wrong_key = edited(plain(lab, port), "northmoor/xml-signing.key", "southfell/xml-signing.key")
    left = {one.check: one.mend for one in look(wrong_key) if one.state is State.LEFT_OUT and not one.subject}
    mend = "mend the keys, certificates and counters first"
    assert left == dict.fromkeys((Check.INBOXES, Check.DEVICES, Check.STATES), mend)
