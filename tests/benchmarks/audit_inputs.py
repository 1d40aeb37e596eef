"""Inputs of an audit at any size, made by DuckDB: each device with two slots, one device in thirty-four wrong."""

from pathlib import Path

import duckdb

from data_update.audit.columns import REQUIRED

ONE_IN = 34
"""The share of the FIA's figures among a million."""

STRIDE = 611_953
"""Meter points lie in another order than devices, as they do in registration data: a prime takes them apart."""

TABLES = {
    "slots": """
        select printf('02-4D-50-44-%02X-%02X-%02X-%02X', i >> 24, (i >> 16) & 255, (i >> 8) & 255, i & 255) device_id,
            case i % 2 when 0 then 'ESME' else 'GPF' end device_type,
            case when i % 10 < 7 then 'S1SP1' else 'S1SP2' end s1sp,
            case when i % 10 < 7 then 'IOC' else 'MOC' end cohort,
            (1000000000000 + i * {stride} % {devices})::varchar mpxn, slot,
            printf('02-4D-50-50-00-00-00-%02X', case when i % {one_in} = 0 then (i + 1) % 8 else i % 8 end) owner
        from range({devices}) numbers(i),
            (values ('critical Network Operator'), ('non-critical Network Operator')) s(slot)
    """,
    "registrations": """
        select (1000000000000 + i * {stride} % {devices})::varchar mpxn, 'OPERATOR ' || i % 8 market_participant,
            '2018-01-01' effective_from, null::varchar effective_to
        from range({devices}) numbers(i) order by mpxn
    """,
    "certificates": """
        select printf('02-4D-50-50-00-00-00-%02X', i) eui, use,
            '2020-01-01T00:00:00Z' not_before, '2040-01-01T00:00:00Z' not_after
        from range(8) numbers(i), (values ('digital signing'), ('key agreement')) u(use)
    """,
    "parties": """
        select printf('02-4D-50-50-00-00-00-%02X', i) eui,
            'OPERATOR ' || i market_participant, 'Operator ' || i sec_party
        from range(8) numbers(i)
    """,
}


def written(folder: Path, devices: int) -> None:
    """The inputs as Parquet. Raises ValueError for a number of devices that the stride divides."""
    if devices % STRIDE == 0:
        raise ValueError(f"{devices} devices would share meter points; take another number")
    with duckdb.connect() as connection:
        for name in REQUIRED:
            rows = TABLES[name].format(devices=devices, one_in=ONE_IN, stride=STRIDE)
            connection.execute(f"copy ({rows}) to '{folder}/{name}.parquet' (format parquet)")
