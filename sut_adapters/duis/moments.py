"""Dates and times as the schemas have them (xs:dateTime)."""

import re
from datetime import UTC, datetime

from lxml import etree

from sut_adapters.duis.elements import place, value
from sut_adapters.duis.fault import MessageFault, quoted

DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,20})?(Z|[+-]\d\d:\d\d)?", re.ASCII)


def read_moment(element: etree._Element) -> datetime:
    """In UTC, to the microsecond; without a zone it is taken as UTC."""
    text = value(element)
    try:
        moment = datetime.fromisoformat(text) if DATE_TIME.fullmatch(text) else None
        if moment is not None:
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        pass
    mend = "write it as 2030-01-15T00:00:00Z"
    raise MessageFault(place(element), f"{quoted(text)} is no date and time", mend)
