"""Composition root of a run: the harness, the sentences and the reports. Nothing else belongs here."""

from steps import MODULES

pytest_plugins = ["harness.plugin", "reports.plugin", *MODULES]
