"""A pytest plugin that notes what each scenario took, without start-up, collection and farewell."""

import json
import time
from collections.abc import Generator
from pathlib import Path

import pytest

TAKEN = pytest.StashKey[list[float]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--scenario-clock", metavar="FILE", help="where the processor's seconds go, as a list in JSON")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TAKEN] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    began = time.process_time()
    result = yield
    item.config.stash[TAKEN].append(time.process_time() - began)
    return result


def pytest_sessionfinish(session: pytest.Session) -> None:
    taken = session.config.stash[TAKEN]
    Path(session.config.getoption("--scenario-clock")).write_text(json.dumps(taken), encoding="utf-8")
