"""What stands in a database beside its tables: views, triggers, indexes, functions, rules and sequences.

Each has a short name that it is known by, and a statement that takes it away. What belongs to an extension, a key or a
column is none of these. Other schemas are not looked at.
"""

from collections.abc import Callable, Mapping
from hashlib import blake2b

from sqlalchemy import Connection, text

SQLITE = """
    select type, name, name from sqlite_master where type in ('trigger', 'view', 'index') and sql is not null
"""
POSTGRESQL = """
    with here as (select oid from pg_namespace where nspname = current_schema()),
    owned as (select classid, objid from pg_depend where deptype in ('e', 'a', 'i', 'P', 'S') and refobjsubid <> 0
              or deptype in ('e', 'i'))
    select 'trigger', t.tgname || ' ' || c.relname, format('%I on %I', t.tgname, c.relname)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace in (select oid from here)
    union all
    select 'rule', r.rulename || ' ' || c.relname, format('%I on %I', r.rulename, c.relname)
      from pg_rewrite r join pg_class c on c.oid = r.ev_class
     where r.rulename <> '_RETURN' and c.relnamespace in (select oid from here)
    union all
    select case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
                          when 'S' then 'sequence' else 'index' end,
           c.relname, format('%I', c.relname)
      from pg_class c
     where c.relkind in ('v', 'm', 'S', 'i') and c.relnamespace in (select oid from here)
       and not exists (select from owned where classid = 'pg_class'::regclass and objid = c.oid
                                           and c.relkind <> 'i')
       and not exists (select from pg_constraint where conindid = c.oid)
    union all
    select 'routine', p.oid::regprocedure::text, p.oid::regprocedure::text
      from pg_proc p
     where p.pronamespace in (select oid from here) and p.prokind in ('f', 'p')
       and not exists (select from owned where classid = 'pg_proc'::regclass and objid = p.oid)
"""
"""Kind, name, and what is dropped. A function goes after the triggers that call it."""

Drop = Callable[[Connection], None]


def standing(connection: Connection) -> Mapping[str, str]:
    """By the names that they are known by, the statements that take them away, in the order to do so."""
    postgresql = connection.dialect.name == "postgresql"
    rows = connection.execute(text(POSTGRESQL if postgresql else SQLITE)).all()
    cascade = " cascade" if postgresql else ""
    quote = connection.dialect.identifier_preparer.quote
    return {
        known_by(kind, name): f"drop {kind} if exists {what if postgresql else quote(what)}{cascade}"
        for kind, name, what in rows
    }


def known_by(kind: str, name: str) -> str:
    """Short, whatever the name."""
    return f"{kind} {blake2b(name.encode(), digest_size=16).hexdigest()}"


def take_away(connection: Connection, stood: frozenset[str]) -> None:
    """All but what stood there."""
    for name, statement in standing(connection).items():
        if name not in stood:
            connection.exec_driver_sql(statement)
