"""`--sut faulty:NAME` names a system like any other."""

import pytest

from rulebook import law
from sut_adapters.catalogue import system_under_test
from sut_adapters.faulty import FAULTS, Fault
from sut_adapters.port import Estate, MessageEndpoint, ReleaseControl, ScenarioScope, SlotInspection, UserGateway
from sut_adapters.trouble import Misconfigured


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_every_fault_can_be_named(fault: Fault) -> None:
    system = system_under_test(f"faulty:{fault.name}", law.rulings())
    for port in (Estate, MessageEndpoint, ReleaseControl, ScenarioScope, SlotInspection, UserGateway):
        assert isinstance(system, port)


@pytest.mark.parametrize(
    ("sut", "complaint"), [("faulty", "names no faulty build"), ("faulty:sober", "no faulty build is called 'sober'")]
)
def test_what_is_wrong_is_told_in_one_line(sut: str, complaint: str) -> None:
    with pytest.raises(Misconfigured, match=complaint) as caught:
        system_under_test(sut, law.rulings())
    assert "\n" not in str(caught.value)
