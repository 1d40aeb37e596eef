"""The conditions of a certified run, and what the Board's nonce decides in one.

The nonce seeds all data of the suite's own and orders the scenarios, and by both it decides which devices and which
certificates are taken. It has no part in originator counters, which only ever rise.
"""

import hashlib
import re
from collections.abc import Iterator

import pytest

from harness.checkout import Checkout
from harness.session import Run

NONCE = re.compile(r"[A-Za-z0-9._:/+=-]{1,128}")
SHOWN = 3
"""How many changed files are named."""


def turn(nonce: str, scenario: str) -> bytes:
    """Where the nonce puts the scenario with this id: sort by it."""
    return hashlib.sha256(f"{nonce}:{scenario}".encode()).digest()


def objections(run: Run, config: pytest.Config) -> Iterator[str]:
    """Every condition of a certified run that this one breaks, with the mend. Empty for a run that is none."""
    wanted = run.options.evidence
    if wanted.nonce and not wanted.certify:
        yield "--nonce: is for a certified run; add --certify, or leave it out"
    if wanted.certify:
        yield from (f"--certify: {said}" for said in _broken(run, config))


def _broken(run: Run, config: pytest.Config) -> Iterator[str]:
    if not NONCE.fullmatch(run.options.evidence.nonce):
        yield "give the Board's nonce, --nonce N: up to 128 letters, digits and . _ : / + = -"
    if config.getoption("seed") is not None:
        yield "the nonce decides the data; leave --seed out"
    yield from _filtered(run, config)
    if run.options.evidence.waivers:
        yield "a waiver counts only if the profile declares it; leave --waivers out"
    yield from _tampered(config)
    yield from _changed(run.checkout)


def _filtered(run: Run, config: pytest.Config) -> Iterator[str]:
    filters = {
        "an address": run.options.addresses,
        "-m": config.getoption("markexpr"),
        "-k": config.getoption("keyword"),
    }
    given = [name for name, value in filters.items() if value]
    if given or run.partial:
        yield f"all scenarios of the stage are asked; leave {' and '.join(given) or 'what left some out'} out"
    if config.getoption("maxfail"):
        yield "a failure does not end the run; leave -x and --maxfail out"


def _tampered(config: pytest.Config) -> Iterator[str]:
    """No retry, no other configuration of pytest, and no plugin that was named for this run."""
    if config.getoption("reruns", 0) or config.pluginmanager.has_plugin("flaky"):
        yield "no scenario is asked twice; leave --reruns and the like out"
    if config.inipath != config.rootpath / "pytest.ini" or config.getoption("override_ini"):
        yield "pytest.ini is part of the suite; leave -c and -o out"
    if named := [name for name in config.getoption("plugins") if not name.startswith("no:")]:
        yield f"the suite runs without further plugins; leave -p {named[0]} out"


def _changed(state: Checkout | None) -> Iterator[str]:
    if state is None or not state.commit:
        yield "the suite has to be a clone of its repository, and git within reach: its commit cannot be told"
    elif not state.clean:
        names = [*_patched(state.patch), *sorted(state.untracked)]
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield f"the suite differs from its commit in {', '.join(names[:SHOWN])}{more}; undo that, or commit it"


def _patched(patch: bytes) -> list[str]:
    found = re.findall(rb"^diff --git \"?a/(.+?)\"? \"?b/", patch, re.MULTILINE)
    return [name.decode("utf-8", "replace") for name in found]
