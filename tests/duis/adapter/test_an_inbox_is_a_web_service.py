"""Receive Response Services: what they answer to whom, on the wire."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from aiohttp import web

from rulebook.vocabulary import Accepted
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Misconfigured, Unreachable
from tests.duis.adapter.behaviours import carry_out
from tests.duis.adapter.conftest import BuildSystem, update
from tests.duis.adapter.fakes import Arrived, FakeDsp, reply


@pytest.fixture
def system(build: BuildSystem) -> DuisSystem:
    return build()


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as client:
        yield client


def test_every_user_id_has_an_address_of_its_own(system: DuisSystem, pki: TestPki) -> None:
    assert len(set(system.inbox_urls.values())) == len(system.inbox_urls) == 17
    assert system.inbox_urls[pki.user_id["Northmoor"]].startswith("http://127.0.0.1:")
    assert system.inbox_urls[pki.user_id["Northmoor"]].endswith("/smartdcc/duis")


def test_only_a_post_to_the_address_is_heard(system: DuisSystem, client: httpx.Client) -> None:
    url = next(iter(system.inbox_urls.values()))
    assert client.get(url).status_code == 405
    assert client.post(f"{url}/elsewhere", content=b"").status_code == 404
    assert client.post(url, content=b"").status_code == 400


def test_a_body_over_the_limit_is_turned_away(system: DuisSystem, client: httpx.Client) -> None:
    url = next(iter(system.inbox_urls.values()))
    assert client.post(url, content=b" " * (1024 * 1024 + 1)).status_code == 413


def test_a_closed_system_no_longer_listens(system: DuisSystem, client: httpx.Client) -> None:
    url = next(iter(system.inbox_urls.values()))
    system.close()
    with pytest.raises(httpx.ConnectError):
        client.post(url, content=b"")


def test_an_address_registered_beforehand_is_the_one_that_is_given(
    build: BuildSystem, dsp: FakeDsp, profile_file: Callable[..., Path]
) -> None:
    beforehand = '\n[party."Northmoor"]\ninbox_url = "https://inbox.example/northmoor"\n'
    system = build(replacing=('\n[party."Northmoor"]\n', beforehand))
    assert system.inbox_urls[dsp.pki.user_id["Northmoor"]] == "https://inbox.example/northmoor"


def test_a_dsp_without_its_certificate_does_not_reach_an_inbox_over_tls(build: BuildSystem, pki_folder: Path) -> None:
    server, authority = pki_folder / places.TLS_SERVER, pki_folder / f"{places.TLS_AUTHORITY}.pem"
    table = f'[inbox]\ncertificate = "{server}.pem"\nkey = "{server}.key"\nauthority = "{authority}"\n'
    url = next(iter(build(more=table).inbox_urls.values()))
    trusting = ssl.create_default_context(cafile=str(authority))
    with httpx.Client(verify=trusting, trust_env=False) as client, pytest.raises(httpx.HTTPError):
        client.post(url, content=b"")
    client_certificate = pki_folder / places.tls_client(places.DSP)
    trusting.load_cert_chain(f"{client_certificate}.pem", f"{client_certificate}.key")
    with httpx.Client(verify=trusting, trust_env=False) as client:
        assert client.post(url, content=b"").status_code == 400


def test_a_key_that_is_not_the_certificates_is_a_configuration_error(build: BuildSystem, pki_folder: Path) -> None:
    certificate, key = f"{pki_folder / places.TLS_SERVER}.pem", f"{pki_folder / places.tls_client('DSP')}.key"
    with pytest.raises(Misconfigured, match="does not go with"):
        build(more=f'[inbox]\ncertificate = "{certificate}"\nkey = "{key}"\n')


def test_a_server_that_the_profile_does_not_trust_is_not_reached(
    build: BuildSystem, pki_folder: Path, dsp: FakeDsp
) -> None:
    url = dsp.url.replace("http:", "https:")
    with pytest.raises(Unreachable, match=r"cannot be connected to .*mend dsp\.url in the profile"):
        build(url=url).gateway.send(update())


def test_an_answer_that_is_duis_counts_whatever_its_status(dsp: FakeDsp, build: BuildSystem) -> None:
    async def accepted(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
        await carry_out(dsp, arrived)
        return reply(dsp.acknowledgement(arrived), status=202)

    dsp.behave = accepted
    assert build().gateway.send(update()) == Accepted()
