"""A system described by a profile, a DSP that does as it is told, and one device that is known."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rulebook.vocabulary import (
    Certificate,
    CertificateUse,
    Component,
    DeviceType,
    Generation,
    RemotePartyRole,
    Rulings,
    ServiceRequest,
    Variant,
)
from sut_adapters.duis.adapter import DuisSystem, assemble
from sut_adapters.duis.background import Background
from sut_adapters.duis.devices import KnownDevice
from sut_adapters.duis.profile import read_profile
from sut_adapters.duis.profile_of_a_pki import profile_of
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from tests.duis.adapter.fakes import FakeDsp

ESME = "00-DB-12-34-00-00-00-01"
NEVER_ANSWERED = "answer_s = 0.3\nconnect_s = 0.3\n"
SILENT = "window_s = 0.3\n"
QUIET = "quiet_s = 0.05\n"
"""Time limits for what never comes, and only for that: whatever does come has the time that it takes."""

BuildSystem = Callable[..., DuisSystem]


@pytest.fixture(scope="session")
def pki() -> TestPki:
    return mint(seed=4, at=datetime.now(UTC))


@pytest.fixture(scope="session")
def pki_folder(pki: TestPki, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("environment") / "pki"
    pki.write(folder)
    return folder


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background("fakes")
    yield background
    background.close()


@pytest.fixture
def dsp(pki: TestPki, background: Background) -> Iterator[FakeDsp]:
    dsp = FakeDsp(pki, background)
    yield dsp
    dsp.close()


@pytest.fixture
def profile_file(tmp_path: Path, pki: TestPki, pki_folder: Path) -> Callable[..., Path]:
    """Writes a profile for an address; `in_dsp` goes into its table, `more` to its end."""

    def write(url: str, in_dsp: str = "", more: str = "") -> Path:
        text = profile_of(pki_folder, pki.user_id, dsp_url=url).replace("[dsp]\n", f"[dsp]\n{in_dsp}")
        file = tmp_path / "profile.toml"
        file.write_text(f"{text}{more}", encoding="utf-8")
        return file

    return write


@pytest.fixture
def build(dsp: FakeDsp, profile_file: Callable[..., Path]) -> Iterator[BuildSystem]:
    """A system for the DSP (or another address), with the device known to be served by S1SP1.

    `signerless` names a party whose signer the profile lacks; `replacing` is a text of the profile and another.
    """
    built: list[DuisSystem] = []

    def system(
        in_dsp: str = "", more: str = "", url: str = "", signerless: str = "", replacing: tuple[str, str] = ("", "")
    ) -> DuisSystem:
        file = profile_file(url or dsp.url, in_dsp, more)
        lines = rf'(\[party."{signerless}"\]\n.*\n)signer = .*\ncritical_signer = .*\n'
        text = re.sub(lines, r"\1", file.read_text(encoding="utf-8"))
        file.write_text(text.replace(*replacing, 1), encoding="utf-8")
        made = assemble(read_profile(file), Rulings())
        built.append(made)
        made.begin("a scenario", 1)
        made.devices.add(KnownDevice(ESME, DeviceType.ESME, Generation.SMETS1, Component.S1SP1))
        dsp.inboxes = dict(made.inbox_urls)
        return made

    yield system
    for made in built:
        made.close()


def update(sender: str = "Southfell", owner: str = "Northmoor", to: str = ESME, **said: object) -> ServiceRequest:
    """A 6.15.1 that places both of the owner's certificates."""
    return ServiceRequest(
        Variant.UPDATE_SECURITY_CREDENTIALS_KRP,
        sender,
        to,
        RemotePartyRole.NETWORK_OPERATOR,
        tuple(Certificate(owner, use) for use in CertificateUse),
        **said,  # type: ignore[arg-type]
    )
