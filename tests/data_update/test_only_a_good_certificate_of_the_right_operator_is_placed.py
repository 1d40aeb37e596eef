"""What decides on the operator and on the certificate, one row of the inputs changed at a time."""

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import case, select, update

from sut_adapters.s1sp_database.schema import devices
from sut_adapters.s1sp_database.schema_inputs import published_certificates, registrations
from tests.data_update.trying import EXPECTED, Trial

SOUTHFELL, NORTHMOOR = "02-4D-50-50-00-00-00-03", ("02-4D-50-50-00-00-00-01", "02-4D-50-50-00-00-00-02")


EXPECTED_REASONS = Counter(one.expects for one in EXPECTED.values() if one.s1sp == "S1SP1")
CORRECTED = EXPECTED_REASONS["corrected"]


def by_reason(counts: dict[str, Any]) -> dict[str, int]:
    """Slots that are left alone."""
    return {one["reason"]: one["slots"] for one in counts["left_alone"]}


def left_alone(trial: Trial) -> dict[str, dict[str, int]]:
    """By operator, then by reason, in slots."""
    counts = trial.ask("apply").counts
    return {one["operator"]: one["left_alone"] for one in counts["by_operator"]}


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("revoked_at", "2027-01-01T00:00:00Z", "revoked"),
        ("role", "02", "wrong-role"),
        ("issuer", "somebody else", "untrusted"),
        ("certificate", b"0\x00", "untrusted"),
        ("licence_area", "99", "no-published-certificate"),
    ],
)
def test_a_certificate_with_a_fault_is_not_placed(column: str, value: object, reason: str, trial: Trial) -> None:
    trial.change(
        update(published_certificates).where(published_certificates.c.eui == SOUTHFELL).values({column: value})
    )
    assert reason in left_alone(trial)["Southfell"]
    assert not trial.rows("SELECT 1 FROM update_audit WHERE after_owner = :eui", eui=SOUTHFELL)


def test_a_certificate_is_for_the_use_that_it_says_itself(trial: Trial) -> None:
    uses = {"key agreement": "digital signing", "digital signing": "key agreement"}
    listed = published_certificates.c
    trial.change(update(published_certificates).where(listed.eui == SOUTHFELL).values(use=case(uses, value=listed.use)))
    assert left_alone(trial)["Southfell"]["wrong-usage"]


def test_the_revocation_list_counts_though_the_published_list_says_nothing(trial: Trial) -> None:
    trial.rows("UPDATE published_certificates SET revoked_at = NULL")
    assert left_alone(trial)["Revelstoke"] == {"revoked": 2}


def test_one_good_certificate_beside_an_expired_one_is_no_doubt(trial: Trial) -> None:
    expired = "02-4D-50-50-00-00-00-13"
    trial.rows(
        "INSERT INTO parties SELECT :eui, market_participant, role, licence_area, effective_from, sec_party, NULL"
        " FROM parties WHERE eui = :southfell",
        eui=expired,
        southfell=SOUTHFELL,
    )
    trial.rows("UPDATE published_certificates SET licence_area = '12' WHERE eui = :eui", eui=expired)
    assert trial.ask("apply").code == 0
    assert trial.rows("SELECT 1 FROM update_audit WHERE after_owner = :eui", eui=SOUTHFELL)


def test_whose_an_entity_identifier_is_goes_by_the_day(either: Trial) -> None:
    """Northmoor took Southfell over at the turn of the year: what Southfell's certificates are in is right now."""
    either.rows("UPDATE parties SET effective_to = '2026-12-31' WHERE sec_party = 'Southfell'")
    either.rows(
        "INSERT INTO parties SELECT eui, market_participant, role, licence_area, '2027-01-01', 'Northmoor', NULL"
        " FROM parties WHERE sec_party = 'Southfell'"
    )
    either.ask("apply")
    moved = either.rows("SELECT after_owner FROM update_audit WHERE before_owner = :eui", eui=SOUTHFELL)
    assert not {row.after_owner for row in moved} & set(NORTHMOOR)


def test_a_registration_that_begins_and_ends_on_the_day_counts(trial: Trial) -> None:
    """The first day and the last day are included; one that has a last day is about to change."""
    key = next(key for key, one in EXPECTED.items() if one.story == "wrong" and one.s1sp == "S1SP1")
    mpxn = select(devices.c.mpxn).where(devices.c.device_id == key[0]).scalar_subquery()
    registered = update(registrations).where(registrations.c.mpxn == mpxn)

    trial.change(registered.values(effective_from="2027-01-15"))
    assert trial.ask("dry-run").counts["corrected"]["slots"] == CORRECTED
    trial.change(registered.values(effective_to="2027-01-15"))
    counts = trial.ask("dry-run").counts
    assert counts["corrected"]["slots"] == CORRECTED - 2
    assert by_reason(counts)["about-to-change"] == EXPECTED_REASONS["about-to-change"] + 2
    trial.change(registered.values(effective_to="2027-01-14"))
    assert by_reason(trial.ask("dry-run").counts)["no-registration"] == EXPECTED_REASONS["no-registration"] + 2
