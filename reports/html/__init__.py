"""`index.html`: the whole evidence of a run as one file, without scripts, for a reader without tools."""

from reports.html.page import document

__all__ = ["document"]
