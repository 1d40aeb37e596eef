"""A port is there if and only if some part of the adapter offers it."""

from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

import pytest

from rulebook.vocabulary import Release
from sut_adapters import port, update_port
from sut_adapters.duis import adapter
from sut_adapters.request_path import REQUEST_PATH
from tests.duis.adapter.conftest import BuildSystem

WHOLE = {port.ScenarioScope, port.Closeable, port.MessageEvidence}
"""What the system offers as a whole, whatever its parts."""


@dataclass
class Switch:
    """One port, and a scenario's beginning and end."""

    state: Release
    begun: list[str]
    closed: bool = False

    def release(self) -> Release:
        return self.state

    def switch(self, release: Release) -> None:
        self.state = release

    def begin(self, scenario: str, seed: int) -> None:
        self.begun.append(scenario)

    def end(self) -> None:
        self.begun.pop()

    def close(self) -> None:
        self.closed = True


def test_a_part_brings_its_port_and_no_other(monkeypatch: pytest.MonkeyPatch, build: BuildSystem) -> None:
    switch = Switch(Release(dsp=False), [])
    monkeypatch.setattr(adapter, "surroundings", lambda *_: (switch,))
    system = build()
    assert isinstance(system, port.ReleaseControl)
    assert not isinstance(system, port.AlertTrigger)
    system.switch(Release(dsp=True))
    assert system.release() == Release(dsp=True)
    assert switch.begun == ["a scenario"]
    system.end()
    assert switch.begun == []
    system.close()
    system.close()
    assert switch.closed


def test_messages_alone_offer_three_ports(monkeypatch: pytest.MonkeyPatch, build: BuildSystem) -> None:
    monkeypatch.setattr(adapter, "surroundings", lambda *_: ())
    system = build()
    offered = {each for each in REQUEST_PATH if isinstance(system, each)}
    assert offered == {port.UserGateway, port.AlertInbox, port.MessageEndpoint}
    assert all(isinstance(system, whole) for whole in WHOLE)


def protocols_in(module: ModuleType) -> set[type]:
    return {value for value in vars(module).values() if getattr(value, "_is_protocol", False)} - {Protocol}


def test_every_port_is_known() -> None:
    assert set(REQUEST_PATH) == protocols_in(port) - protocols_in(update_port) - WHOLE
