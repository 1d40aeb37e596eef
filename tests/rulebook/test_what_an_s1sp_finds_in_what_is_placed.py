"""What an S1SP finds in the certificates to be placed, and in the slots that they are for: each check by itself."""

from dataclasses import replace

import pytest

from rulebook.model import World, s1sp
from rulebook.model.build import CheckFunction
from rulebook.vocabulary import (
    Certificate,
    CertificateUse,
    Check,
    Component,
    RemotePartyRole,
    ServiceRequest,
    Slot,
    Variant,
)
from tests.rulebook.hearings import found, hearing
from tests.rulebook.worlds import DEVICES, WORLD, pair, update

UPDATE = update("holding ED", "registered ED")
BY_SUPPLIER = update("other IS", "registered ED")
OF_SUPPLIERS = update("registered IS", "other IS", role=RemotePartyRole.SUPPLIER)
OF_GSME = update("holding GT", "registered GT", "GSME")
HANDOVER = ServiceRequest(Variant.REQUEST_HANDOVER, "holding ED", "ESME", RemotePartyRole.NETWORK_OPERATOR, pair("OU"))
EMPTY = WORLD.with_slots("ESME", dict.fromkeys(Slot))
HALF_EMPTY = WORLD.with_slots("ESME", {Slot.NON_CRITICAL_NETWORK_OPERATOR: None})

AN_S1SP = Component.S1SP1
Found = tuple[Component, Check, str, bool, str] | None


def finds(check: CheckFunction, request: ServiceRequest, world: World = WORLD, **ruled: str) -> Found:
    return found(check, hearing(request, AN_S1SP, world=world, **ruled))


def unattested(clause: str, holds: bool, because: str) -> Found:
    return AN_S1SP, Check.UNATTESTED, clause, holds, because


@pytest.mark.parametrize(
    ("request_", "finding"),
    [
        (UPDATE, None),
        (OF_SUPPLIERS, None),
        (HANDOVER, None),
        (replace(HANDOVER, role=RemotePartyRole.SUPPLIER), None),
        (BY_SUPPLIER, unattested("O1.slot", False, "the slots named are not of the sender's kind")),
        (
            replace(UPDATE, role=RemotePartyRole.SUPPLIER),
            unattested("O1.slot", False, "the slots named are not of the sender's kind"),
        ),
    ],
)
def test_one_kind_of_party_does_not_replace_the_others_credentials(request_: ServiceRequest, finding: Found) -> None:
    assert finds(s1sp.own_kind_only, request_) == finding


@pytest.mark.parametrize(
    ("request_", "reading", "finding"),
    [
        (
            OF_GSME,
            "refused-on-own-ground",
            unattested("O19", False, "a GSME is taken to have no Network Operator slot"),
        ),
        (OF_GSME, "as-a-gpf", None),
        (OF_GSME, "refused-as-device-type", None),
        (UPDATE, "refused-on-own-ground", None),
    ],
)
def test_whether_a_gsme_has_an_operators_slot_is_a_question(
    request_: ServiceRequest, reading: str, finding: Found
) -> None:
    assert finds(s1sp.slots_of_a_gsme, request_, O19=reading) == finding


PROVIDED = "a Network Operator certificate has been provided already"


@pytest.mark.parametrize(
    ("request_", "world", "reading", "finding"),
    [
        (HANDOVER, EMPTY, "only-where-none", unattested("fia-3.2.arrival", True, "the slot is empty")),
        (HANDOVER, WORLD, "only-where-none", unattested("fia-3.2.arrival", False, PROVIDED)),
        (HANDOVER, HALF_EMPTY, "only-where-none", unattested("fia-3.2.arrival", False, PROVIDED)),
        (HANDOVER, WORLD, "replaces-any", None),
        (replace(HANDOVER, role=RemotePartyRole.SUPPLIER), WORLD, "only-where-none", None),
        (UPDATE, WORLD, "only-where-none", None),
    ],
)
def test_whether_a_handover_may_overwrite_is_a_question(
    request_: ServiceRequest, world: World, reading: str, finding: Found
) -> None:
    assert finds(s1sp.handover_of_an_empty_slot, request_, world, O13=reading) == finding


ONE = replace(UPDATE, certificates=pair("registered ED")[:1])
TWICE_ONE = replace(UPDATE, certificates=pair("registered ED")[:1] * 2)
NONE = replace(UPDATE, certificates=())


@pytest.mark.parametrize(
    ("request_", "ruled", "finding"),
    [
        (UPDATE, {}, unattested("O6.partial", True, "2 of 2 certificates are placed")),
        (
            UPDATE,
            {"O6_partial": "refused", "O6_empty": "refused"},
            unattested("O6.partial", True, "2 of 2 certificates are placed"),
        ),
        (ONE, {}, unattested("O6.partial", True, "1 of 2 certificates are placed")),
        (ONE, {"O6_empty": "refused"}, unattested("O6.partial", True, "1 of 2 certificates are placed")),
        (ONE, {"O6_partial": "refused"}, unattested("O6.partial", False, "1 of 2 certificates are placed")),
        (TWICE_ONE, {"O6_partial": "refused"}, unattested("O6.partial", False, "1 of 2 certificates are placed")),
        (NONE, {"O6_partial": "refused"}, unattested("O6.partial", True, "0 of 2 certificates are placed")),
        (NONE, {"O6_empty": "refused"}, unattested("O6.partial", False, "0 of 2 certificates are placed")),
        (replace(HANDOVER, certificates=()), {"O6_empty": "refused"}, None),
    ],
)
def test_whether_part_of_a_set_may_be_placed_is_a_question(
    request_: ServiceRequest, ruled: dict[str, str], finding: Found
) -> None:
    assert finds(s1sp.whole_set, request_, **ruled) == finding


ADMITTED = unattested("O7.operator", True, "the new certificates are not looked into")
NOT_ADMITTED = unattested("O7.operator", False, "the new certificates are not admitted")
MIXED = (pair("registered ED")[0], pair("third ED")[1])
OF_ANOTHER_FUEL = replace(UPDATE, certificates=pair("registered GT"))
OF_NOBODY = tuple(Certificate("nobody", use) for use in CertificateUse)


@pytest.mark.parametrize(
    ("request_", "ruled", "finding"),
    [
        (replace(UPDATE, certificates=MIXED), {}, ADMITTED),
        (replace(UPDATE, certificates=MIXED), {"O7_pair": "checked"}, NOT_ADMITTED),
        (replace(UPDATE, certificates=MIXED), {"O7_role": "checked"}, ADMITTED),
        (replace(UPDATE, certificates=MIXED), {"O7_operator": "checked"}, NOT_ADMITTED),
        (UPDATE, {"O7_pair": "checked"}, ADMITTED),
        (UPDATE, {"O7_role": "checked"}, ADMITTED),
        (UPDATE, {"O7_operator": "checked"}, ADMITTED),
        (replace(UPDATE, certificates=pair("other IS")), {"O7_role": "checked"}, NOT_ADMITTED),
        (replace(UPDATE, certificates=pair("third ED")), {"O7_role": "checked"}, ADMITTED),
        (replace(UPDATE, certificates=pair("third ED")), {"O7_operator": "checked"}, NOT_ADMITTED),
        (OF_ANOTHER_FUEL, {"O7_operator": "checked"}, NOT_ADMITTED),
        (replace(OF_GSME, certificates=pair("registered GT")), {"O7_operator": "checked"}, ADMITTED),
        (replace(UPDATE, certificates=OF_NOBODY), {"O7_operator": "checked"}, NOT_ADMITTED),
        (replace(UPDATE, certificates=OF_NOBODY), {"O7_role": "checked"}, NOT_ADMITTED),
        (OF_SUPPLIERS, {"O7_operator": "checked", "O7_role": "checked"}, ADMITTED),
        (replace(UPDATE, target="no device", certificates=OF_NOBODY), {"O7_operator": "checked"}, ADMITTED),
        (replace(HANDOVER, certificates=MIXED), {"O7_pair": "checked"}, None),
    ],
)
def test_whose_certificates_may_be_placed_is_a_question(
    request_: ServiceRequest, ruled: dict[str, str], finding: Found
) -> None:
    assert finds(s1sp.new_certificates, request_, **ruled) == finding


def test_an_operator_with_several_user_ids_is_registered_in_each() -> None:
    second = replace(WORLD.users["third ED"], operator="registered ED")
    request = replace(UPDATE, certificates=pair("third ED"))
    assert finds(s1sp.new_certificates, request, WORLD.with_user(second), O7_operator="checked") == ADMITTED
    assert DEVICES["ESME"].s1sp is AN_S1SP
