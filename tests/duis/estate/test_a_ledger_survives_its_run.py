"""Who has leased what, and what is to be given back, across processes and after a crash."""

from pathlib import Path

import pytest

from rulebook.vocabulary import Slot, UserRole
from sut_adapters.duis.ledger import Found, Ledger
from sut_adapters.port import Misconfigured
from tests.duis.estate.devices import held_by

DEVICE = "00-DB-12-34-00-00-00-01"
FOUND = Found(
    {**held_by("Southfell", 2), Slot.CRITICAL_SUPPLIER: None, Slot.NON_CRITICAL_SUPPLIER: None},
    {UserRole.ELECTRICITY_DISTRIBUTOR: "Northmoor"},
)


def test_a_device_is_leased_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "estate")
    lease = ledger.lease(DEVICE)
    assert lease is not None
    assert Ledger(tmp_path / "estate").lease(DEVICE) is None
    lease.end()
    assert ledger.lease(DEVICE) is not None


def test_what_was_noted_is_there_after_a_crash_and_gone_once_it_is_settled(tmp_path: Path) -> None:
    lease = Ledger(tmp_path).lease(DEVICE)
    assert lease is not None
    lease.note(FOUND)
    assert list(Ledger(tmp_path).left()) == []
    lease.end()
    assert list(Ledger(tmp_path).left()) == [(DEVICE, FOUND)]
    again = Ledger(tmp_path).lease(DEVICE)
    assert again is not None
    assert again.found() == FOUND
    again.settle()
    assert again.found() is None
    again.end()
    assert list(Ledger(tmp_path).left()) == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"slots": {"no slot": null}, "registered": {}}', '{"slots": []}'])
def test_a_note_that_cannot_be_read_names_the_file_and_the_mend(tmp_path: Path, text: str) -> None:
    (tmp_path / f"{DEVICE}.json").write_text(text, encoding="utf-8")
    with pytest.raises(Misconfigured, match=f"{DEVICE}.json: is no note of a lease .*remove the file"):
        list(Ledger(tmp_path).left())


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Misconfigured, match=r"file/estate: .*; name a folder in estate\.ledger"):
        Ledger(tmp_path / "file" / "estate").lease(DEVICE)
