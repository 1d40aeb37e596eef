"""The update as one statement, for SQLite and PostgreSQL."""

from sqlalchemy import text

from data_update.decisions import RIGHT
from data_update.knowledge import learn
from data_update.moments import Moment
from data_update.session import Session

BARE = """
UPDATE anchor_slots SET owner = n.owner, use = n.use, issuer = n.issuer, serial = n.serial,
  version = anchor_slots.version + 1
FROM devices AS d
JOIN registrations AS r ON r.mpxn = d.mpxn AND r.effective_from <= :day AND r.effective_to IS NULL
  AND (r.withdrawn_at IS NULL OR r.withdrawn_at > :at) AND r.role IN ('Electricity Distributor', 'Gas Transporter')
JOIN update_choices AS c ON c.market_participant = r.market_participant AND c.role = r.role
  AND c.licence_area = r.licence_area
JOIN update_certificates AS n ON n.issuer = c.issuer AND n.serial = c.serial
WHERE anchor_slots.device_id = d.device_id AND anchor_slots.slot = c.slot
  AND c.slot IN ('critical Network Operator', 'non-critical Network Operator')
  AND d.s1sp = :s1sp AND d.generation = 'SMETS1' AND d.device_type <> 'GSME'
  AND d.status NOT IN ('Decommissioned', 'Withdrawn')
  AND NOT EXISTS (SELECT 1 FROM update_holders AS h WHERE h.eui = anchor_slots.owner
    AND h.market_participant = r.market_participant AND h.role = r.role)
  AND EXISTS (SELECT 1 FROM update_owners AS o WHERE o.eui = anchor_slots.owner)
  AND NOT EXISTS (SELECT 1 FROM anchor_slots AS b WHERE b.device_id = d.device_id AND b.owner IS NULL)
  AND NOT EXISTS (SELECT 1 FROM registrations AS x WHERE x.mpxn IN (d.mpxn, d.secondary_mpan, d.export_mpan)
    AND x.market_participant <> r.market_participant AND (x.withdrawn_at IS NULL OR x.withdrawn_at > :at)
    AND x.role IN ('Electricity Distributor', 'Gas Transporter')
    AND (x.effective_to IS NULL OR x.effective_to >= :day)
    AND (x.mpxn = d.mpxn OR NOT EXISTS (SELECT 1 FROM update_participants AS p JOIN update_participants AS q
      ON q.operator = p.operator AND q.market_participant = r.market_participant AND q.role = r.role
      WHERE p.market_participant = x.market_participant AND p.role = x.role)))
"""
"""As somebody would write it by hand who knows every reason to leave a slot alone."""


def bare(session: Session, s1sp: str, at: Moment) -> int:
    """One statement that finds the slots and writes them, and keeps nothing; how many it wrote."""
    with session.transaction() as connection:
        learn(connection, at, RIGHT)
        return connection.execute(text(BARE), {"at": at.text, "day": at.day, "s1sp": s1sp}).rowcount
