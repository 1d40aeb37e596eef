"""The options of a run, which plain pytest takes as well as `mp107 run`."""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from harness.evidence_options import EvidenceOptions, add_evidence_options, parse_evidence_options
from harness.release_words import parse_release
from harness.seeds import new_seed, nonce_seed
from harness.stages import Boundary, Stage
from rulebook.vocabulary import Release


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for. `readings` are as given, by question or point; `out` is where the evidence goes."""

    sut: str
    profile: Path | None
    stage: str | None
    boundary: str | None
    release: Release | None
    readings: dict[str, str]
    seed: int
    out: Path
    addresses: tuple[str, ...]
    duis_schemas: Path | None = None
    evidence: EvidenceOptions = field(default_factory=EvidenceOptions)

    @property
    def sut_name(self) -> str:
        """The kind of system, without its argument."""
        return self.sut.partition(":")[0]

    @property
    def scope(self) -> str:
        """Stage and boundary for people: `pit, boundary dsp`; empty for the whole."""
        boundary = f"boundary {self.boundary}" if self.boundary else ""
        return ", ".join(filter(None, [self.stage, boundary]))

    def rerun(self, address: str) -> str:
        """The command that asks the same system the same thing about one address."""
        words = ["mp107", "run", address, "--sut", self.sut, "--seed", str(self.seed)]
        named = {"profile": self.profile, "stage": self.stage, "boundary": self.boundary}
        words += [word for name, value in named.items() if value for word in (f"--{name}", str(value))]
        words += ["--duis-schemas", str(self.duis_schemas)] if self.duis_schemas else []
        words += ["--release", str(self.release).replace(" ", "")] if self.release else []
        words += [word for point, reading in self.readings.items() for word in ("--reading", f"{point}={reading}")]
        return shlex.join(words)


def add_options(parser: pytest.Parser) -> None:
    """One group, so that `pytest --help` shows them together."""
    group = parser.getgroup("mp107", "conformance with SECMP0107")
    group.addoption("--sut", default="reference", metavar="NAME[:ARG]", help="the system under test")
    group.addoption("--profile", metavar="FILE", help="a profile: release state, rulings, what is not applicable")
    group.addoption("--stage", choices=list(Stage), help="only the scenarios of one test stage")
    group.addoption("--boundary", choices=list(Boundary), help="which component is under test")
    group.addoption("--release", metavar="STATE", help="the state that the system is in: on, off, DSP=on,S1SP1=off,...")
    group.addoption(
        "--reading",
        action="append",
        default=[],
        metavar="POINT=READING",
        help="rule an open point, such as O3=rdp-first",
    )
    group.addoption("--seed", type=int, help="the seed of all data that no scenario mentions (random, and printed)")
    group.addoption("--out", metavar="DIR", help="where the evidence goes (reports/latest), emptied first")
    group.addoption("--duis-schemas", metavar="DIR", help="the folder with the DUIS schemas (MP107_DUIS_DIR)")
    group.addoption(
        "--address",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="only a clause (srpd-6.2.d), a family of clauses (srpd-6.2) or a scenario (its id), with their controls",
    )
    add_evidence_options(group)


def parse_options(config: pytest.Config) -> Options:
    """Raises pytest.UsageError in one line."""
    profile, out, seed = config.getoption("profile"), config.getoption("out"), config.getoption("seed")
    evidence = parse_evidence_options(config)
    return Options(
        sut=config.getoption("sut"),
        profile=Path(profile) if profile else None,
        stage=config.getoption("stage"),
        boundary=config.getoption("boundary"),
        release=_release(config.getoption("release")),
        readings=_readings(config.getoption("reading")),
        seed=_seed(seed, evidence),
        out=Path(out) if out else config.rootpath / "reports" / "latest",
        addresses=tuple(config.getoption("address")),
        duis_schemas=_folder(config.getoption("duis_schemas")),
        evidence=evidence,
    )


def _seed(given: int | None, evidence: EvidenceOptions) -> int:
    """The one given, else that of the Board's nonce, else a new one."""
    if given is not None:
        return given
    return nonce_seed(evidence.nonce) if evidence.certify else new_seed()


def _folder(name: str | None) -> Path | None:
    if name is None:
        return None
    if not Path(name).is_dir():
        raise pytest.UsageError(f"--duis-schemas: {name} is no folder; name the one with the DUIS schemas")
    return Path(name).absolute()


def _release(text: str | None) -> Release | None:
    try:
        return None if text is None else parse_release(text)
    except ValueError as error:
        raise pytest.UsageError(f"--release: {error}") from error


def _readings(options: Iterable[str]) -> dict[str, str]:
    ruled: dict[str, str] = {}
    for point, reading in map(_reading, options):
        if ruled.setdefault(point, reading) != reading:
            raise pytest.UsageError(f"--reading: {point} is ruled both {ruled[point]} and {reading}; leave one")
    return ruled


def _reading(text: str) -> tuple[str, str]:
    point, _, reading = text.partition("=")
    if not point or not reading:
        raise pytest.UsageError(f"--reading: {text!r} is no ruling; write POINT=READING, such as O3.s1sp=rdp-first")
    return point, reading
