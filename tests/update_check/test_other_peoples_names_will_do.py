"""A Service Provider whose tables are called otherwise gives a map, and changes nothing."""

import sys
from pathlib import Path

from sut_adapters.s1sp_database.command import Command
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
import os, sqlite3
db = sqlite3.connect(os.environ["MP107_DATABASE_URL"].removeprefix("sqlite:///"))
db.execute("""
    update or ignore ORG_CERT_SLOT set (ORG_EUI, issuer, serial, certificate, REVISION) = (
        select p.eui, p.issuer, p.serial, p.certificate, ORG_CERT_SLOT.REVISION + 1
        from METER m join registrations r on r.mpxn = m.POINT and r.effective_to is null and r.withdrawn_at is null
        join parties a on a.market_participant = r.market_participant and a.licence_area = r.licence_area
        join published_certificates p on p.eui = a.eui and p."use" = ORG_CERT_SLOT."use"
        where m.METER_EUI = ORG_CERT_SLOT.METER_EUI and m.s1sp = ?)
    where SLOT_NAME like '%Network Operator' and METER_EUI in (
        select m.METER_EUI from METER m
        join registrations r on r.mpxn = m.POINT and r.effective_to is null and r.withdrawn_at is null
        join ORG_CERT_SLOT s on s.METER_EUI = m.METER_EUI and s.SLOT_NAME like '%Network Operator'
        join parties holder on holder.eui = s.ORG_EUI
        join parties a on a.market_participant = r.market_participant
        where m.s1sp = ? and m.generation = 'SMETS1' and a.sec_party <> holder.sec_party
        and a.sec_party in ('Northmoor', 'Southfell', 'Westbrook', 'Ashdown', 'Birchwater', 'Coldharbour'))
""", (os.environ["MP107_S1SP"], os.environ["MP107_S1SP"]))
db.commit()
'''


def test_a_script_on_renamed_tables_corrects_what_is_wrong(opened: Opened, play: Played, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP)
    script = tmp_path / "update.py"
    script.write_text(SCRIPT)
    command = Command((sys.executable, str(script)), 60, tmp_path)
    said = play(opened(command, schema_map=tmp_path / "map.toml"), "certificates-give-way-to-operator")
    assert set(said.values()) == {"PASS"}, said
