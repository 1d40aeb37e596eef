"""A Service Provider whose tables are called otherwise gives a map, or has views, and changes nothing."""

import sqlite3
import sys
from pathlib import Path

import pytest

from sut_adapters.s1sp_database import population_staging
from sut_adapters.s1sp_database.command import Command
from sut_adapters.s1sp_database.comparing import AUDIT
from sut_adapters.s1sp_database.mapping import OWN, read_map
from sut_adapters.s1sp_database.trial_database import mark
from sut_adapters.trouble import Misconfigured
from tests.update_check.conftest import Opened, Played

MAP = """
[devices]
table = "METER"
device_id = "METER_EUI"
mpxn = "POINT"

[anchor_slots]
table = "ORG_CERT_SLOT"
device_id = "METER_EUI"
slot = "SLOT_NAME"
owner = "ORG_EUI"
version = "REVISION"
"""

SCRIPT = '''
import os, sqlite3, time
db = sqlite3.connect(os.environ["MP107_DATABASE_URL"].removeprefix("sqlite:///"))
now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
db.execute("""
    with standing as (select * from registrations
        where effective_to is null and (withdrawn_at is null or withdrawn_at > :now)),
      party as (select * from parties
        where effective_from <= :today and (effective_to is null or effective_to >= :today))
    update or ignore ORG_CERT_SLOT set (ORG_EUI, issuer, serial, certificate, REVISION) = (
        select p.eui, p.issuer, p.serial, p.certificate, ORG_CERT_SLOT.REVISION + 1
        from METER m join standing r on r.mpxn = m.POINT
        join party a on a.market_participant = r.market_participant and a.licence_area = r.licence_area
          and a.role = r.role
        join published_certificates p on p.eui = a.eui and p."use" = ORG_CERT_SLOT."use"
          and p.serial in (select serial from ORG_CERT_SLOT)
        where m.METER_EUI = ORG_CERT_SLOT.METER_EUI and m.s1sp = :s1sp)
    where SLOT_NAME like '%Network Operator' and METER_EUI in (
        select m.METER_EUI from METER m
        join standing r on r.mpxn = m.POINT
        join ORG_CERT_SLOT s on s.METER_EUI = m.METER_EUI and s.SLOT_NAME like '%Network Operator'
        join party holder on holder.eui = s.ORG_EUI
        join party a on a.market_participant = r.market_participant
        where m.s1sp = :s1sp and m.generation = 'SMETS1' and a.sec_party <> holder.sec_party
        and a.sec_party in ('Northmoor', 'Southfell', 'Westbrook', 'Ashdown', 'Birchwater', 'Coldharbour'))
""", {"s1sp": os.environ["MP107_S1SP"], "now": now, "today": now[:10]})
db.commit()
'''


TABLES = """
create table METER_PART (METER_EUI text primary key, KIND text, POINT text, POINT_2 text, POINT_X text, generation text,
  STATE text, s1sp text, COHORT text);
create table CERTIFICATE_PART (METER_EUI text, SLOT_NAME text, ORG_EUI text, "use" text, issuer text, serial text,
  certificate blob, REVISION integer, LAST_CALLER text default 'nobody', primary key (METER_EUI, SLOT_NAME));
create view devices as select METER_EUI as device_id, KIND as device_type, POINT as mpxn, POINT_2 as secondary_mpan,
  POINT_X as export_mpan, generation, STATE as status, s1sp, COHORT as cohort from METER_PART;
create view anchor_slots as select METER_EUI as device_id, SLOT_NAME as slot, ORG_EUI as owner, "use", issuer, serial,
  certificate, REVISION as version from CERTIFICATE_PART;
create trigger one instead of insert on devices begin insert into METER_PART values (new.device_id, new.device_type,
  new.mpxn, new.secondary_mpan, new.export_mpan, new.generation, new.status, new.s1sp, new.cohort); end;
create trigger two instead of insert on anchor_slots begin insert into CERTIFICATE_PART values (new.device_id, new.slot,
  new.owner, new."use", new.issuer, new.serial, new.certificate, new.version, 'nobody'); end;
create trigger three instead of update on anchor_slots begin update CERTIFICATE_PART set ORG_EUI = new.owner,
  "use" = new."use", issuer = new.issuer, serial = new.serial, certificate = new.certificate, REVISION = new.version
  where METER_EUI = old.device_id and SLOT_NAME = old.slot; end;
create trigger four instead of delete on devices begin delete from METER_PART where METER_EUI = old.device_id; end;
create trigger five instead of delete on anchor_slots begin
  delete from CERTIFICATE_PART where METER_EUI = old.device_id and SLOT_NAME = old.slot; end;
"""


def script(folder: Path, text: str = SCRIPT) -> Command:
    (folder / "update.py").write_text(text)
    return Command((sys.executable, str(folder / "update.py")), 60, folder)


def test_a_script_on_renamed_tables_corrects_what_is_wrong(opened: Opened, play: Played, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP)
    said = play(opened(script(tmp_path), schema_map=tmp_path / "map.toml"), "certificates-give-way-to-operator")
    assert set(said.values()) == {"PASS"}, said


@pytest.mark.parametrize(
    "words",
    ["certificates-give-way-to-operator", "when-the-update-has-ended-the-wrong-holder", "with-nothing-wrong-at-s1sp3"],
)
def test_a_script_on_other_tables_under_views_does(words: str, opened: Opened, play: Played, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "s1sps.sqlite") as database:
        database.executescript(TABLES)
    on_the_tables = SCRIPT.replace("ORG_CERT_SLOT", "CERTIFICATE_PART").replace("METER ", "METER_PART ")
    said = play(opened(script(tmp_path, on_the_tables)), words)
    assert set(said.values()) == {"PASS"}, said


def test_whatever_the_suite_makes_beside_our_tables_is_its_own() -> None:
    made = {mark.name, AUDIT, *(table.name for table in population_staging.metadata.sorted_tables)}
    assert made == OWN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[anchor_slots]\nowner = "Version"\n', "anchor_slots: two columns are called 'version'; give each a name"),
        ('[anchor_slots]\ntable = "devices"\n', "two tables are called 'devices'; give each a name of its own"),
        ('[parties]\ntable = "mp107_trial"\n', "parties: 'mp107_trial' is a table of this suite's own; name the one"),
        ('[parties]\ntable = "Update_Audit"\n', "parties: 'Update_Audit' is a table of this suite's own"),
        ('[parties]\ntable = "population_held"\n', "parties: 'population_held' is a table of this suite's own"),
        ('[parties]\ntable = "sqlite_master"\n', "parties: 'sqlite_master' is the database's own; name the table"),
        ('[parties]\ntable = "dcc.PARTY"\n', "parties: 'dcc.PARTY' has a full stop in it; name a table that is found"),
        (f'[parties]\ntable = "{"x" * 64}"\n', "parties: 'x{63}...' is no name; give one of at most 63 plain octets"),
        ('[parties]\neui = "E\\nUI"\n', "parties: 'E UI' is no name; give one of at most 63 plain octets"),
    ],
)
def test_a_map_that_cannot_be_meant_is_refused(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(text)
    with pytest.raises(Misconfigured, match=f"map.toml: {said}"):
        read_map(tmp_path / "map.toml")
