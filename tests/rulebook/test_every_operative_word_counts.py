"""Change one operative word of a paragraph's facts, and the paragraph no longer lifts the check."""

from dataclasses import replace

import pytest

from rulebook.case import Case
from rulebook.law import statements
from rulebook.readings import registration_check as reading
from rulebook.readings.clause import Clause
from rulebook.vocabulary import SECMP0107, Component, ServiceRequest, Variant
from tests.rulebook.worlds import DEFAULT, WORLD, update

JOIN = ServiceRequest(Variant.JOIN_SERVICE_NON_CRITICAL, "registered IS", "GPF", other_device="GSME")
RESTORE = ServiceRequest(Variant.RESTORE_GPF_DEVICE_LOG, "registered IS", "GPF")
OTHER_USER = ServiceRequest(Variant.JOIN_SERVICE_NON_CRITICAL, "OU", "GPF", other_device="GSME")
UPDATE = update("holding ED", "registered ED")

PARAGRAPHS: dict[str, tuple[Clause, ServiceRequest, dict[str, dict[str, object]]]] = {
    "a": (
        reading.import_supplier_joins_gas_smart_meter,
        JOIN,
        {
            "Import Supplier": {"sender": "registered GS"},
            "Responsible Supplier": {"sender": "other IS"},
            "shares a Communications Hub Function": {"other_device": "far GSME", "target": "far GPF"},
            "Gas Smart Meter": {"other_device": "PPMID"},
            "'Join Service'": {"variant": Variant.RESTORE_GPF_DEVICE_LOG},
            "to a Gas Proxy Function": {"target": "ESME"},
        },
    ),
    "b": (
        reading.import_supplier_restores_gpf_device_log,
        RESTORE,
        {
            "Import Supplier": {"sender": "registered GS"},
            "Responsible Supplier": {"sender": "other IS"},
            "shares a Communications Hub Function": {"target": "far GPF"},
            "Gas Proxy Function": {"target": "GSME"},
            "'Restore GPF Device Log'": {"variant": Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS},
        },
    ),
    "c": (reading.sent_as_other_user, OTHER_USER, {"'Other User'": {"sender": "other IS"}}),
    "d": (
        reading.network_operator_updates_smets1_credentials,
        UPDATE,
        {
            "SMETS1": {"target": "SMETS2 ESME"},
            "6.15.1": {"variant": Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE},
            "Electricity Distributor or Gas Transporter": {"sender": "other IS"},
        },
    ),
}


def case_of(request: ServiceRequest) -> Case:
    return Case(request, Component.DSP, WORLD, SECMP0107, DEFAULT)


@pytest.mark.parametrize("letter", PARAGRAPHS)
def test_a_paragraph_holds_for_its_own_facts(letter: str) -> None:
    paragraph, request, _ = PARAGRAPHS[letter]
    assert paragraph(case_of(request))


@pytest.mark.parametrize(
    ("letter", "word"), [(letter, word) for letter, (_, _, misses) in PARAGRAPHS.items() for word in misses]
)
def test_a_paragraph_needs(letter: str, word: str) -> None:
    paragraph, request, misses = PARAGRAPHS[letter]
    assert word in statements()[paragraph.id].text
    assert not paragraph(case_of(replace(request, **misses[word])))  # type: ignore[arg-type]


@pytest.mark.parametrize("sender", ["holding ED", "holding GT", "third ED", "registered ED"])
def test_either_kind_of_network_operator_will_do_whatever_it_holds(sender: str) -> None:
    assert reading.network_operator_updates_smets1_credentials(case_of(replace(UPDATE, sender=sender)))


def test_the_modification_is_one_element_added_to_the_tuple() -> None:
    assert reading.CLAUSE_6_2_AS_MODIFIED[:-1] == reading.CLAUSE_6_2
    assert reading.CLAUSE_6_2_AS_MODIFIED[-1].id == "srpd-6.2.d"
