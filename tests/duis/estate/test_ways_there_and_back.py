"""Which requests would plant a state, and why none may be sent."""

from collections.abc import Callable, Mapping

import pytest

from rulebook.vocabulary import (
    BASELINE,
    SECMP0107,
    Certificate,
    CertificateUse,
    Component,
    DeviceType,
    Generation,
    Release,
    RemotePartyRole,
    Rulings,
    Slot,
    UserRole,
    Variant,
)
from sut_adapters.duis.estate_profile import LeasableDevice
from sut_adapters.duis.leasing import Hubs, fitting, slots_wanted
from sut_adapters.duis.planting import Means, NoWay, Site, Slots, way
from sut_adapters.port import DeviceSpec
from tests.duis.estate.devices import ELECTRICITY, GAS, held_by

EUI = "00-DB-12-34-00-00-00-{:02}"


def suppliers(owner: str) -> Slots:
    return {
        Slot.CRITICAL_SUPPLIER: Certificate(owner, CertificateUse.DIGITAL_SIGNING),
        Slot.NON_CRITICAL_SUPPLIER: Certificate(owner, CertificateUse.KEY_AGREEMENT),
    }


def holding(operator: str, supplier: str = "Curlew") -> dict[Slot, Certificate | None]:
    return {**held_by(operator), **suppliers(supplier)}


def device(number: int = 1, kind: DeviceType = DeviceType.ESME, **said: object) -> LeasableDevice:
    registered: Mapping[UserRole, str] = ELECTRICITY if kind is DeviceType.ESME else GAS
    known = {"id": EUI.format(number), "type": kind, "registered": registered, "s1sp": Component.S1SP1, **said}
    return LeasableDevice.model_validate(known)


def site(
    of: LeasableDevice | None = None,
    release: Release | None = SECMP0107,
    signs: Callable[[str], bool] = lambda _: True,
    ruled: Mapping[str, str] | None = None,
) -> Site:
    chosen = of or device()
    means = Means(release, Rulings(ruled or {}), signs, lambda one: signs(one.owner), chosen.s1sp)
    return Site(chosen, chosen.registered, means)


def test_nothing_to_change_takes_no_request() -> None:
    assert way(site(), holding("Northmoor"), holding("Northmoor"), handover=False) == ()


def test_the_holder_replaces_the_set_and_signs_with_the_certificate_that_is_there() -> None:
    held = {**holding("Northmoor"), **held_by("Northmoor", 2)}
    (request,) = way(site(), held, holding("Southfell"), handover=False)
    assert (request.variant, request.sender, request.signing_issue) == (
        Variant.UPDATE_SECURITY_CREDENTIALS_KRP,
        "Northmoor",
        2,
    )
    assert {one.owner for one in request.certificates} == {"Southfell"}


def test_each_kind_of_party_has_its_own_request() -> None:
    requests = way(site(), holding("Northmoor"), holding("Southfell", "Dunlin"), handover=False)
    assert [(request.sender, request.role) for request in requests] == [
        ("Northmoor", RemotePartyRole.NETWORK_OPERATOR),
        ("Curlew", RemotePartyRole.SUPPLIER),
    ]


def test_a_smets2_devices_holder_needs_no_registration() -> None:
    smets2 = site(device(generation=Generation.SMETS2, s1sp=None), BASELINE)
    (request,) = way(smets2, holding("Southfell"), holding("Northmoor"), handover=False)
    assert request.sender == "Southfell"


NOBODY = "nobody holds it"
EMPTY = {**holding("Northmoor"), **dict.fromkeys(held_by("Northmoor"))}
APART = {
    **holding("Northmoor"),
    Slot.NON_CRITICAL_NETWORK_OPERATOR: Certificate("Southfell", CertificateUse.KEY_AGREEMENT),
}


@pytest.mark.parametrize(
    ("given", "held", "wanted", "reason"),
    [
        (site(), holding("Northmoor"), EMPTY, "no request makes a slot empty"),
        (site(), EMPTY, holding("Northmoor"), NOBODY),
        (site(), APART, holding("Westbrook"), "which of them counts is open"),
        (site(release=None), holding("Southfell"), holding("Northmoor"), "nobody says which components"),
        (site(release=BASELINE), holding("Southfell"), holding("Northmoor"), "not in force at the DSP"),
        (site(release=Release(dsp=True)), holding("Southfell"), holding("Northmoor"), "not in force at S1SP1"),
        (site(device(s1sp=None)), holding("Southfell"), holding("Northmoor"), "not in force at its S1SP"),
        (site(), holding("Northmoor", "Dunlin"), holding("Northmoor"), "Dunlin holds its slots, but is not registered"),
        (site(), holding("Ashdown"), holding("Northmoor"), "of the other fuel, which is open"),
        (
            site(signs=lambda name: name != "Southfell"),
            holding("Northmoor"),
            holding("Southfell"),
            "its owner's signer",
        ),
        (
            site(signs=lambda name: name != "Northmoor"),
            holding("Northmoor"),
            holding("Southfell"),
            "the signer of North",
        ),
    ],
)
def test_what_may_not_be_sent_is_not(given: Site, held: Slots, wanted: Slots, reason: str) -> None:
    with pytest.raises(NoWay, match=reason):
        way(given, held, wanted, handover=True)


def test_a_ruling_opens_the_way_that_an_open_question_closed() -> None:
    ruled = {"O5.slot": "critical-slot", "O2": "no-fuel-limit"}
    assert way(site(ruled=ruled), APART, holding("Westbrook"), handover=False)[0].sender == "Northmoor"
    assert way(site(ruled=ruled), holding("Ashdown"), holding("Northmoor"), handover=False)[0].sender == "Ashdown"


def test_the_supplier_hands_over_only_where_the_device_takes_it_and_nothing_better_is_to_be_had() -> None:
    takes = device(takes_handover=True)
    with pytest.raises(NoWay, match="not in force at the DSP"):
        way(site(takes, BASELINE), holding("Southfell"), holding("Northmoor"), handover=False)
    (request,) = way(site(takes, BASELINE), holding("Southfell"), holding("Northmoor"), handover=True)
    assert (request.variant, request.sender) == (Variant.REQUEST_HANDOVER, "Curlew")
    (own,) = way(site(takes), holding("Southfell"), holding("Northmoor"), handover=True)
    assert own.variant == Variant.UPDATE_SECURITY_CREDENTIALS_KRP
    with pytest.raises(NoWay, match="the signer of Curlew is not either"):
        way(site(takes, BASELINE, lambda name: name != "Curlew"), EMPTY, holding("Northmoor"), handover=True)


def test_devices_of_the_kind_are_offered_those_in_company_first() -> None:
    alone, esme, gpf = device(1, hub="a"), device(2, hub="b"), device(3, DeviceType.GPF, hub="b")
    suspended, other = device(4, status="Suspended"), device(5, s1sp=Component.S1SP2)
    inventory = [alone, esme, gpf, suspended, other]
    spec = DeviceSpec(DeviceType.ESME, s1sp=Component.S1SP1)
    assert [one.id for one in fitting(spec, inventory)] == [esme.id, alone.id]


def test_the_seed_decides_between_devices_that_are_alike() -> None:
    inventory = [device(number, hub=f"{number}") for number in range(1, 9)]
    orders = {tuple(one.id for one in fitting(DeviceSpec(DeviceType.ESME), inventory, seed)) for seed in range(20)}
    assert len(orders) > 10
    assert {frozenset(order) for order in orders} == {frozenset(one.id for one in inventory)}
    spec = DeviceSpec(DeviceType.ESME)
    assert list(fitting(spec, inventory, 7)) == list(fitting(spec, list(reversed(inventory)), 7))


def test_one_hub_of_the_scenario_is_one_hub_in_the_world() -> None:
    hubs, here, there = Hubs(), device(1, hub="a"), device(2, hub="b")
    spec, elsewhere = DeviceSpec(DeviceType.ESME), DeviceSpec(DeviceType.ESME, hub="other premises")
    assert hubs.admits(spec, here)
    hubs.real["premises"] = "a"
    assert hubs.admits(spec, here)
    assert not hubs.admits(spec, there)
    assert hubs.admits(elsewhere, there)
    assert not hubs.admits(elsewhere, here)


def test_a_slot_that_the_scenario_does_not_mention_may_hold_any_of_its_owners_certificates() -> None:
    renewed = {**holding("Northmoor"), **held_by("Northmoor", 2)}
    assert slots_wanted(DeviceSpec(DeviceType.ESME), renewed) == renewed
    assert slots_wanted(DeviceSpec(DeviceType.ESME, slots=held_by("Northmoor")), renewed) == holding("Northmoor")
