"""Originator counters in a column: whole numbers from 0 to 2^64-1, which no portable integer type holds."""

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

DIGITS = 20


class Counter(TypeDecorator[int]):
    """Twenty decimal digits, so that they sort as numbers do."""

    impl = String(DIGITS)
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value:0{DIGITS}}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)
