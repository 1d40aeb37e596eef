"""Each update that is wrong on purpose fails the scenario that is named for it, which the reference update passes."""

from collections.abc import Mapping

import pytest

from data_update.faulty import FAULTS, find_fault
from proof.update_trials import called
from tests.update_check.conftest import Opened, Played

EXACTLY = "when-all-three-have-been-carried-out"
LEFT = "where-the-registration-data-names-no-one-operator"
CAUGHT_BY: Mapping[str, str] = {
    "updates-correct-slots-too": "a-slot-that-holds-no-other-operators-certificate",
    "several-identifiers-several-operators": "another-user-id-of-the-registered-operator",
    "passes-over-certificate-ids": "of-which-the-assessment-has-no-figures",
    "critical-slot-only": "certificates-give-way-to-operator",
    "supplier-slots-too": EXACTLY,
    "ignores-effective-dates": "the-registration-of-the-day-decides",
    "stale-extract": "the-registration-of-the-day-decides",
    "fuel-instead-of-mpxn": "a-wrong-device-of-s1sp-comes-to-hold",
    "electricity-only": "a-wrong-device-of-s1sp-comes-to-hold",
    "another-s1sps-devices-too": "leaves-what-is-wrong-at-other::s1sp1_s1sp2",
    "touches-smets2": "the-records-of-smets2-devices",
    "decommissioned-devices-too": "a-device-that-is-none-to-correct",
    "gas-meters-too": "a-device-that-is-none-to-correct",
    "takes-one-of-two-registrations": LEFT,
    "does-not-look-ahead": LEFT,
    "import-mpan-decides-alone": LEFT,
    "fills-empty-slots": "a-slot-that-holds-no-other-operators-certificate",
    "suppliers-certificate": "a-wrong-device-of-s1sp-comes-to-hold",
    "first-of-several-certificates": "where-the-list-names-no-one-good-certificate",
    "any-licence-area": "an-entity-identifier-may-have-certificates-for-several-licence-areas",
    "unverified-certificates": "where-the-list-names-no-one-good-certificate",
    "believes-the-listed-identifier": "where-the-list-names-no-one-good-certificate",
    "believes-the-issuers-name": "where-the-list-names-no-one-good-certificate",
    "believes-the-issuing-authority": "an-issuing-authority-that-the-trusted-root-of-s1sp-has-not-certified",
    "believes-the-listed-dates": "where-the-list-names-no-one-good-certificate",
    "replaces-older-certificates": "a-slot-that-holds-no-other-operators-certificate",
    "withdrawn-before-its-moment": "the-registration-of-the-day-decides",
    "parties-of-yesterday": "the-registration-of-the-day-decides",
    "parties-to-come": EXACTLY,
    "octets-where-none-are-kept": EXACTLY,
    "leaves-s1sp3-out": "of-which-the-assessment-has-no-figures",
    "nothing-wrong-means-everything": "carried-out-at-s1sp3-all-the-same",
    "nothing-wrong-is-a-failure": "carried-out-at-s1sp3-all-the-same",
    "waits-for-another-s1sp": "the-script-of-s1sp-corrects-what-is-wrong::s1sp2",
    "tells-the-gateway": "the-script-of-s1sp-corrects-what-is-wrong::s1sp1",
    "loses-concurrent-writes": "keeps-what-users-place-before-it-is-started-again",
    "registration-not-rechecked": "leaves-what-is-right-before-it-is-started-again",
    "empties-what-it-leaves": "where-the-list-names-no-one-good-certificate",
    "same-version": EXACTLY,
    "versions-ahead": EXACTLY,
    "commits-half": EXACTLY,
    "stray-statement": EXACTLY,
    "forgets-what-it-lost": "corrects-exactly-the-wrong-slots::s1sp1",
    "octets-later": "killed-when-it-has-written-a-slot-and-not-started-again",
    "audit-records-later": "killed-at-many-points-and-started-again-each-time",
    "before-images-later": "killed-at-many-points-started-again-each-time-and-rolled-back",
    "not-idempotent": "the-second-run-at-s1sp-leaves-every-row-as-it-is",
    "roll-back-by-certificate": "what-users-have-placed-since",
    "roll-back-of-the-last-run": "carried-out-twice-at-s1sp-with-other-registrations",
    "no-before-image": "every-slot-holds-again-what-it-held-before",
    "roll-back-unrecorded": "leaves-a-record-of-each-slot-that-it-gave-back",
    "no-audit-record": "name-each-changed-slot",
    "audit-without-reason": "name-each-changed-slot",
    "ages-in-whole-days": "names-the-moment-of-each-of-its-inputs",
    "dry-run-writes": "the-dry-run-at-s1sp-leaves-every-row",
    "no-roll-back": "every-slot-holds-again-what-it-held-before",
    "roll-back-over-everything": "what-users-have-placed-since",
    "roll-back-for-everybody": "rolled-back-at-s1sp-the-update-of-other-stands",
    "roll-back-of-the-version": "every-slot-holds-again-what-it-held-before",
    "roll-back-in-silence": "what-users-have-placed-since",
    "roll-back-in-full": "what-users-have-placed-since",
    "says-nothing-of-what-it-left": "accounts-for-the-slots-that-it-corrected",
    "books-on-another-operator": "accounts-for-the-slots-that-it-corrected",
    "never-looks-back": "counted-again-s1sp-has-what-was-left-alone-and-no-more::s1sp1",
    "always-up-to-date": "names-the-moment-of-each-of-its-inputs::s1sp1",
}
"""By words of the scenario's address."""


def test_every_faulty_update_has_a_scenario_named_for_it() -> None:
    assert set(CAUGHT_BY) == {fault.name for fault in FAULTS}


@pytest.mark.parametrize("name", CAUGHT_BY)
def test_the_scenario_fails_the_update(name: str, opened: Opened, play: Played) -> None:
    said = play(opened(called(find_fault(name))), CAUGHT_BY[name])
    assert [one for one in said.values() if one.startswith("FAIL")], said
