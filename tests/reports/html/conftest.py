"""The page of a run in which everything happened, as octets and as a tree."""

import json

import pytest
from lxml import html
from lxml.etree import _Element

from harness.record import RunRecord
from reports.html import document
from tests.reports.pages import run

KILLS = {
    "partial": False,
    "survivors": ["never-caught"],
    "clauses": [
        {"id": "srpd-6.2.d", "strength": "weakly forced", "caught_by": {"often-caught": 5, "never-caught": 0}},
        {"id": "srpd-6.1.f", "strength": "unforced", "caught_by": {}},
    ],
    "faults": [
        {"name": "often-caught", "mistake": "It forgets the <role>."},
        {"name": "never-caught", "mistake": "It sleeps."},
    ],
}


@pytest.fixture(scope="module")
def everything() -> RunRecord:
    return run(certified=True, nonce="n-107")


@pytest.fixture(scope="module")
def octets(everything: RunRecord) -> bytes:
    return document(everything, json.dumps(KILLS).encode())


@pytest.fixture(scope="module")
def page(octets: bytes) -> _Element:
    return html.fromstring(octets)
