"""Where any slot can be put into any state, the seed decides which certificates are taken; the answers stay."""

import pytest

from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    Accepted,
    Certificate,
    CertificateUse,
    Check,
    RemotePartyRole,
    ServiceRequest,
    Variant,
    refusal,
)
from sut_adapters.dealing import order
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.duis.request import read_request
from sut_adapters.port import Circumstance
from tests.duis.estate.devices import RIGHT, WRONG, held_by
from tests.duis.estate.lab import Controlled, Lab

ORDERS = {order(seed, "Northmoor", 2): seed for seed in range(20)}
"""A seed for each order in which Northmoor's two issues can be taken."""


def update(sender: str, device: str, owner: str = "Northmoor", issue: int = 1) -> ServiceRequest:
    placed = tuple(Certificate(owner, use, issue) for use in CertificateUse)
    role = RemotePartyRole.NETWORK_OPERATOR
    return ServiceRequest(Variant.UPDATE_SECURITY_CREDENTIALS_KRP, sender, device, role, placed)


def taken(lab: Lab, system: Controlled) -> set[int]:
    """Which of the profile's issues of Northmoor's certificates the last 6.15.1 placed."""
    assert isinstance(system, DuisSystem)
    sent = [read_request(one.document, tuple(Variant)) for one in system.messages() if one.way == "sent"]
    (placed,) = [one.certificates for one in sent if one.certificates]
    issue_of = {der: issue for (name, _, issue), der in lab.pki.certificates.items() if name == "Northmoor"}
    return {issue_of[der] for der in placed.values()}


@pytest.mark.parametrize("issues", sorted(ORDERS))
def test_a_seed_takes_the_same_twice_and_another_takes_others(lab: Lab, issues: tuple[int, ...]) -> None:
    system = lab.controlled()
    for _ in range(2):
        system.begin("a scenario", ORDERS[issues])
        device = system.place(WRONG)
        assert system.send(update("Southfell", device)) == Accepted()
        assert taken(lab, system) == {issues[0]}
        assert {slot: system.slots(device)[slot] for slot in NETWORK_OPERATOR_SLOTS} == held_by("Northmoor")


@pytest.mark.parametrize("seed", ORDERS.values())
def test_whatever_is_taken_the_answers_are_the_same(lab: Lab, seed: int) -> None:
    system = lab.controlled()
    system.begin("a scenario", seed)
    device, other = system.place(RIGHT), system.place(WRONG)
    s1sp = system.served_by(other)
    assert {slot: system.slots(device)[slot] for slot in NETWORK_OPERATOR_SLOTS} == held_by("Northmoor")
    assert system.send(update("Northmoor", device, issue=2)) == Accepted()
    assert system.send(update("Northmoor", device)) == Accepted()
    assert system.send(update("Northmoor", other)) == refusal(s1sp, Check.CERTIFICATE_OWNERSHIP)


@pytest.mark.parametrize("seed", ORDERS.values())
def test_what_arrived_by_migration_is_of_the_first_issue(lab: Lab, seed: int) -> None:
    system = lab.controlled()
    system.begin("a scenario", seed)
    device = system.place(RIGHT)
    system.arrange(Circumstance.MIGRATION_AUTHORISATION, party="Southfell", device=device)
    assert {slot: system.slots(device)[slot] for slot in NETWORK_OPERATOR_SLOTS} == held_by("Southfell")
