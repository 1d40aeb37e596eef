"""Writes the profile of an environment whose keys and certificates are all those of one test PKI."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import PurePath

from rulebook.vocabulary import S1SPS, CertificateUse
from sut_adapters.cast import CAST
from sut_adapters.smki import places
from sut_adapters.smki.faults import CertificateFault


def profile_of(
    pki: PurePath,
    user_id: Mapping[str, str],
    *,
    dsp_url: str,
    test_control_url: str | None = None,
    environment: str = "simulator",
    dsp_id: str | None = None,
    first_counter: int | None = None,
    clock: datetime | None = None,
) -> str:
    """TOML. `pki` is the folder as seen from the profile's own; mutual TLS where the DSP's URL is https.

    Every member of the cast has its signer, two issues of every certificate, and what spoils a message on purpose.
    """
    lines = _lines(_Folder(pki), user_id, dsp_url, test_control_url, dsp_id, first_counter)
    return "\n".join([*_environment(environment, clock), *lines]) + "\n"


class _Folder:
    """Paths into the PKI, as TOML writes strings."""

    def __init__(self, folder: PurePath) -> None:
        self._folder = folder

    def file(self, name: str) -> str:
        return json.dumps((self._folder / name).as_posix(), ensure_ascii=False)

    def certificate(self, place: str) -> str:
        return self.file(f"{place}.pem")

    def signer(self, place: str) -> str:
        return f"{{ key = {self.file(f'{place}.key')}, certificate = {self.certificate(place)} }}"


def _environment(environment: str, clock: datetime | None) -> Iterator[str]:
    yield f'environment = "{environment}"'
    if clock is not None:
        yield f"clock = {clock.isoformat()}"


def _lines(
    pki: _Folder,
    user_id: Mapping[str, str],
    dsp_url: str,
    test_control_url: str | None,
    dsp_id: str | None,
    first_counter: int | None,
) -> Iterator[str]:
    yield from ("", "[dsp]", f'url = "{dsp_url}"')
    if dsp_id:
        yield f'id = "{dsp_id}"'
    yield f"certificates = [{pki.certificate(places.xml_signing(places.DSP))}]"
    if dsp_url.startswith("https:"):
        yield from ("", "[tls]", f"authority = {pki.certificate(places.TLS_AUTHORITY)}")
        client = places.tls_client(next(iter(CAST)))
        yield from (f"certificate = {pki.certificate(client)}", f"key = {pki.file(f'{client}.key')}")
    if test_control_url:
        yield from ("", "[test_control]", f'url = "{test_control_url}"')
    yield from ("", "[trust]", f"root = {pki.certificate(places.ROOT)}", f"issuing = {pki.certificate(places.ISSUING)}")
    yield f"crl = {pki.file('smki/revoked.crl')}"
    for s1sp in S1SPS:
        yield from ("", f"[s1sp.{s1sp}]", f"certificates = [{pki.certificate(places.xml_signing(s1sp))}]")
    yield from ("", "[stranger]", f'user_id = "{user_id[places.STRANGER]}"')
    yield f"signer = {pki.signer(places.xml_signing(places.STRANGER))}"
    for name in CAST:
        yield from _party(pki, name, user_id[name], first_counter)


def _party(pki: _Folder, name: str, user_id: str, first_counter: int | None) -> Iterator[str]:
    yield from ("", f"[party.{json.dumps(name)}]", f'user_id = "{user_id}"')
    yield f"signer = {pki.signer(places.xml_signing(name))}"
    critical = (pki.signer(places.organisation(name, CertificateUse.DIGITAL_SIGNING, issue)) for issue in places.ISSUES)
    yield f"critical_signer = [{', '.join(critical)}]"
    for use in CertificateUse:
        issues = (pki.certificate(places.organisation(name, use, issue)) for issue in places.ISSUES)
        yield f"{use.replace(' ', '_')} = [{', '.join(issues)}]"
    if first_counter is not None:
        yield f"first_counter = {first_counter}"
    yield f"[party.{json.dumps(name)}.spoilt_signer]"
    for fault in places.FAULTS_OF_A_SIGNER:
        yield f"{fault} = {pki.signer(places.spoilt_signer(name, fault))}"
    yield f"[party.{json.dumps(name)}.spoilt_replacement]"
    for fault in CertificateFault:
        yield f"{fault} = {pki.certificate(places.spoilt_replacement(name, fault))}"
