"""The reference update knows our names only; in PostgreSQL they may be those of views over somebody's own tables."""

import pytest

from tests.data_update.trying import Trial

VIEWS = """
ALTER TABLE devices RENAME TO meters;
ALTER TABLE meters RENAME COLUMN mpxn TO point;
ALTER TABLE meters ADD COLUMN fitted_on date;
CREATE VIEW devices AS SELECT device_id, device_type, point AS mpxn, secondary_mpan, export_mpan, generation, status,
  s1sp, cohort FROM meters;
ALTER TABLE anchor_slots RENAME TO certificates_of_meters;
ALTER TABLE certificates_of_meters RENAME COLUMN owner TO org_eui;
CREATE VIEW anchor_slots AS SELECT device_id, slot, org_eui AS owner, use, issuer, serial, certificate, version
  FROM certificates_of_meters;
"""


TRIGGER = """
CREATE TRIGGER written INSTEAD OF UPDATE ON anchor_slots BEGIN
  UPDATE theirs SET owner = new.owner, serial = new.serial, version = new.version
  WHERE device_id = old.device_id AND slot = old.slot;
END
"""


@pytest.mark.parametrize("either", ["postgresql"], indirect=True)
def test_the_wrong_slots_and_only_they_are_corrected_and_rolled_back(either: Trial) -> None:
    for statement in VIEWS.strip().removesuffix(";").split(";"):
        either.rows(statement)
    assert either.ask("apply").code == 0
    assert either.disagreements() == []
    assert either.ask("roll-back").code == 0
    assert {key: slot[:5] for key, slot in either.slots().items()} == {
        key: slot[:5] for key, slot in either.before.items()
    }


def test_in_sqlite_they_are_refused_and_no_slot_is_written(trial: Trial) -> None:
    trial.rows("ALTER TABLE anchor_slots RENAME TO theirs")
    trial.rows("CREATE VIEW anchor_slots AS SELECT * FROM theirs")
    trial.rows(TRIGGER)
    answer = trial.ask("apply")
    assert answer.code == 12
    assert "slots were noted and 0 written" in answer.complaint
    assert trial.slots() == trial.before
