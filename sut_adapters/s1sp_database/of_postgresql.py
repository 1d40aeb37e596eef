"""What PostgreSQL alone lets a table be: not logged, under rules, with triggers switched off, closed to somebody."""

from sqlalchemy import Connection, Table, text

ASKED_OF_POSTGRESQL = {
    "persistence": "select relpersistence from pg_class where oid = to_regclass(quote_ident(:name))",
    "rules": """
        select pg_get_ruledef(oid) from pg_rewrite
         where ev_class = to_regclass(quote_ident(:name)) and rulename <> '_RETURN' order by 1
    """,
    "triggers that are switched off": """
        select case when tgisinternal then tgfoid::regproc::text else tgname::text end, tgenabled from pg_trigger
         where tgrelid = to_regclass(quote_ident(:name)) and tgenabled not in ('O', 'A') order by 1, 2
    """,
    "row security": """
        select relrowsecurity, relforcerowsecurity, (select count(*) from pg_policy where polrelid = c.oid)
          from pg_class c where oid = to_regclass(quote_ident(:name))
    """,
    "grants": "select relacl::text from pg_class where oid = to_regclass(quote_ident(:name))",
}
"""An audit trigger more is none of these, nor is an index or a statistic."""


def asked_of(connection: Connection, table: Table, query: str) -> object:
    """The answer, in words."""
    return [tuple(map(str, row)) for row in connection.execute(text(query), {"name": table.name})]
