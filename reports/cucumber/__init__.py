"""`messages.ndjson`: the run as Cucumber Messages, which the tools of that family read."""

from reports.cucumber.stream import document

__all__ = ["document"]
