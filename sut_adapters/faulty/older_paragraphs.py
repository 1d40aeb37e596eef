"""Builds that damage the older paragraphs of SRPD 6.2 while they insert (d)."""

from dataclasses import replace

from rulebook.model import RIGHT, Build
from rulebook.model.dsp import device_type
from rulebook.readings.registration_check import CLAUSE_6_2_AS_MODIFIED
from rulebook.vocabulary import UserRole, Variant
from sut_adapters.breaches import beyond, short_of
from sut_adapters.faulty import conditions as condition
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import Predicate, all_of, anything, instead, left_out, with_paragraph, without_paragraph

JOINING: dict[str, Predicate] = {
    "join-service": condition.joins,
    "gas-proxy-function": condition.to_a_proxy,
    "gas-smart-meter": condition.of_a_gas_meter,
    "supplier": condition.from_the_responsible_supplier,
}
RESTORING: dict[str, Predicate] = {
    "restore-device-log": condition.restores,
    "gas-proxy-function": condition.to_a_proxy,
    "supplier": condition.from_the_responsible_supplier,
}


def joining(what: str, instead: Predicate = anything) -> Build:
    """A build with another condition in paragraph (a), or with one condition less."""
    return with_paragraph("a", all_of((JOINING | {what: instead}).values()))


def restoring(what: str, instead: Predicate = anything) -> Build:
    """A build with another condition in paragraph (b), or with one condition less."""
    return with_paragraph("b", all_of((RESTORING | {what: instead}).values()))


def whatever_the_device(build: Build) -> Build:
    """The build, with no check of what the device can do either."""
    return replace(build, dsp_order=instead(build.dsp_order, device_type, left_out))


FAULTS = (
    Fault(
        "join-exemption-lost",
        (short_of("srpd-6.2.a"),),
        "The list of paragraphs was typed anew, and (a) was left out.",
        without_paragraph("a"),
    ),
    Fault(
        "join-by-any-supplier-of-the-home",
        (beyond("srpd-6.2.a", "role"),),
        "The join was opened to whoever supplies the home, and an Export Supplier does.",
        joining("supplier", condition.from_a_supplier_of_the_home),
    ),
    Fault(
        "join-in-whichever-role",
        (beyond("srpd-6.2.a", "role"),),
        "The sender is found in the register as Import Supplier of the home, and its own User Role is not looked at.",
        joining("supplier", condition.from_the_responsible_supplier_in_any_role),
    ),
    Fault(
        "join-by-any-import-supplier",
        (beyond("srpd-6.2.a", "responsible-supplier"),),
        "The User Role is looked at and the Registration Data is not.",
        joining("supplier", condition.from_an_import_supplier),
    ),
    Fault(
        "join-from-next-door",
        (beyond("srpd-6.2.a", "shared-hub"),),
        "Any meter point that the Import Supplier has will do, on whichever Communications Hub Function.",
        joining("supplier", condition.from_the_import_supplier_of_any_home),
    ),
    Fault(
        "join-exemption-for-every-request",
        (beyond("srpd-6.2.a", "join-service"),),
        "The Import Supplier of the home was exempted at its proxy, whatever it sends there.",
        joining("join-service"),
    ),
    Fault(
        "join-of-any-device",
        (beyond("srpd-6.2.a", "gas-smart-meter"),),
        "The type of the device that is to be joined is not looked up.",
        joining("gas-smart-meter"),
    ),
    Fault(
        "join-to-any-device",
        (beyond("srpd-6.2.a", "gas-proxy-function"),),
        "The type of the device that is addressed is not looked up.",
        whatever_the_device(joining("gas-proxy-function")),
    ),
    Fault(
        "restore-exemption-lost",
        (short_of("srpd-6.2.b"),),
        "The list of paragraphs was typed anew, and (b) was left out.",
        without_paragraph("b"),
    ),
    Fault(
        "restore-by-any-supplier-of-the-home",
        (beyond("srpd-6.2.b", "role"),),
        "The log was opened to whoever supplies the home, and an Export Supplier does.",
        restoring("supplier", condition.from_a_supplier_of_the_home),
    ),
    Fault(
        "restore-in-whichever-role",
        (beyond("srpd-6.2.b", "role"),),
        "The sender is found in the register as Import Supplier of the home, and its own User Role is not looked at.",
        restoring("supplier", condition.from_the_responsible_supplier_in_any_role),
    ),
    Fault(
        "restore-by-any-import-supplier",
        (beyond("srpd-6.2.b", "responsible-supplier"),),
        "The User Role is looked at and the Registration Data is not.",
        restoring("supplier", condition.from_an_import_supplier),
    ),
    Fault(
        "restore-from-next-door",
        (beyond("srpd-6.2.b", "shared-hub"),),
        "Any meter point that the Import Supplier has will do, on whichever Communications Hub Function.",
        restoring("supplier", condition.from_the_import_supplier_of_any_home),
    ),
    Fault(
        "restore-exemption-for-every-request",
        (beyond("srpd-6.2.b", "restore-device-log"),),
        "The Import Supplier of the home was exempted at its proxy, whatever it sends there.",
        restoring("restore-device-log"),
    ),
    Fault(
        "restore-to-any-device",
        (beyond("srpd-6.2.b", "gas-proxy-function"),),
        "The type of the device that is addressed is not looked up.",
        whatever_the_device(restoring("gas-proxy-function")),
    ),
    Fault(
        "responsible-supplier-by-its-certificate",
        (beyond("srpd-6.2", "responsible-supplier"),),
        "The Responsible Supplier is taken from the ESME's Supplier slot, which is quicker to read than the register.",
        joining("supplier", condition.from_the_supplier_in_the_slot),
    ),
    Fault(
        "responsible-supplier-on-any-day",
        (beyond("srpd-6.2", "responsible-supplier"),),
        "The Responsible Supplier is looked up without a date, and the first entry of the register is taken.",
        joining("supplier", condition.from_an_import_supplier_of_the_home_on_any_day),
    ),
    Fault(
        "other-user-exemption-lost",
        (short_of("srpd-6.2.c"),),
        "(c) ends in a full stop and (d) stands after it, and the parser of the list stopped there for good.",
        without_paragraph("c"),
    ),
    Fault(
        "other-user-exemption-by-the-request",
        (beyond("srpd-6.2.c", "role"),),
        "An Other User was recognised by what it usually sends, a Join Service, and suppliers send that too.",
        with_paragraph(
            "c",
            lambda case: (
                UserRole.OTHER_USER in case.acting_roles or case.request.variant == Variant.JOIN_SERVICE_NON_CRITICAL
            ),
        ),
    ),
    Fault(
        "other-paragraphs-replaced",
        (short_of("srpd-6.2.c"), short_of("srpd-6.2.a"), short_of("srpd-6.2.b")),
        "The switch exchanges the list of paragraphs for the new one, and the new one is (d) alone.",
        replace(RIGHT, clause_6_2_as_modified=CLAUSE_6_2_AS_MODIFIED[-1:]),
    ),
    Fault(
        "older-paragraphs-behind-the-switch",
        (short_of("srpd-6.2.a"), short_of("srpd-6.2.b"), short_of("srpd-6.2.c")),
        "The whole of clause 6.2 was put behind the switch, and off means none of it.",
        replace(RIGHT, clause_6_2=()),
    ),
)
