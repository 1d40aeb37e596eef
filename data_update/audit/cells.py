"""What a cell of text may hold; every answer is yes or no, also for a cell with nothing in it."""

from ibis.expr.types import BooleanValue, Value

EUI = "^[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){7}$"
IN_CAPITALS = "^[0-9A-F]{2}(-[0-9A-F]{2}){7}$"
LEAP_YEAR = "[0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00"
DAY = (
    "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    f"|({LEAP_YEAR})-02-29)$"
)
"""A moment begins with one."""


def is_day_or_missing(cell: Value) -> BooleanValue:
    """Whether nothing in it is at fault, where a day may be left out."""
    return is_missing(cell) | is_day(cell)


def is_missing(cell: Value) -> BooleanValue:
    """Whether there is nothing in it: no value, or a text of no length."""
    return cell.isnull() | (cell == "").fill_null(True)


def is_eui(cell: Value) -> BooleanValue:
    """Whether it is an EUI-64 in the form of DUIS. The dearest question of all: ask it of as few rows as can be."""
    return cell.re_search(EUI).fill_null(False)


def is_device_id(cell: Value) -> BooleanValue:
    """Whether it is an EUI-64 in capitals: one device in two spellings would be two."""
    return cell.re_search(IN_CAPITALS).fill_null(False)


def is_day(cell: Value) -> BooleanValue:
    """Whether it is a day of a calendar, `2026-11-22`."""
    return cell.re_search(DAY).fill_null(False)
