"""The audit as SQL that somebody would write by hand for DuckDB: the bare join, and one that looks for bad rows too."""

JOIN = """
create temp table found as
select s.*, p.sec_party registered, h.sec_party holder
from '{folder}/slots.parquet' s
join '{folder}/registrations.parquet' r on r.mpxn = s.mpxn
    and r.effective_from <= '2026-11-22' and (r.effective_to is null or r.effective_to >= '2026-11-22')
join '{folder}/parties.parquet' h on h.eui = s.owner
join '{folder}/parties.parquet' p on p.market_participant = r.market_participant
where s.slot in ('critical Network Operator', 'non-critical Network Operator') and p.sec_party <> h.sec_party;
"""
"""Which slots are wrong and for whom; what has no match or is at fault is dropped, and nothing is said of it."""

DEVICES = """
create temp table faulty as
select device_id from '{folder}/slots.parquet'
where slot in ('critical Network Operator', 'non-critical Network Operator')
group by device_id
having count(*) filter (slot = 'critical Network Operator') > 1
    or count(*) filter (slot = 'non-critical Network Operator') > 1
    or not regexp_matches(device_id, '^[0-9A-Fa-f]{{2}}(-[0-9A-Fa-f]{{2}}){{7}}$');
"""
"""The devices that are listed twice, and those whose id is none."""

THOROUGH_JOIN = """
create temp table found as
select s.*, p.sec_party registered, h.sec_party holder,
    case when s.slot is null or s.cohort is null or s.cohort not in ('IOC', 'MOC', 'FOC')
            or s.device_type is null or s.device_type not in ('ESME', 'GPF')
            or s.device_id in (select device_id from faulty) then 'bad'
        when registered is null or holder is null then 'unclear' else 'wrong' end finding
from '{folder}/slots.parquet' s
left join '{folder}/registrations.parquet' r on r.mpxn = s.mpxn
    and r.effective_from <= '2026-11-22' and (r.effective_to is null or r.effective_to >= '2026-11-22')
left join '{folder}/parties.parquet' h on h.eui = s.owner
left join '{folder}/parties.parquet' p on p.market_participant = r.market_participant
where s.slot is null or s.slot in ('critical Network Operator', 'non-critical Network Operator')
    and (p.sec_party is null or h.sec_party is null or p.sec_party <> h.sec_party
        or s.cohort is null or s.cohort not in ('IOC', 'MOC', 'FOC')
        or s.device_type is null or s.device_type not in ('ESME', 'GPF')
        or s.device_id in (select device_id from faulty));
select s1sp, cohort, device_type, count(*) from '{folder}/slots.parquet'
    where slot in ('critical Network Operator', 'non-critical Network Operator') group by all;
select mpxn, market_participant from '{folder}/registrations.parquet'
    where mpxn is null or market_participant is null
        or effective_from is null or effective_from not like '____-__-__' or effective_to not like '____-__-__';
"""
"""The same, and what is unclear or at fault is told apart; how many slots there are; registrations at fault."""

COUNTS = """
select s1sp, cohort, device_type, registered, holder, count(*), count(distinct device_id) from found
{where} group by all
"""

BARE = JOIN + COUNTS.format(where="")
THOROUGH = DEVICES + THOROUGH_JOIN + COUNTS.format(where="where finding = 'wrong'")
