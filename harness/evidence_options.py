"""The options of a run that concern its evidence: the pack, its signature, certification, waivers, summaries."""

from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class EvidenceOptions:
    """What was asked for. A certified run always leaves a pack."""

    pack: bool = False
    sign_key: Path | None = None
    sign_certificate: Path | None = None
    certify: bool = False
    nonce: str = ""
    waivers: Path | None = None
    board_certificate: Path | None = None
    summary: Path | None = None
    annotations: Path | None = None
    pseudonymise: bool = False


def add_evidence_options(group: pytest.OptionGroup) -> None:
    """Beside the others of the suite in `pytest --help`."""
    group.addoption("--pack", action="store_true", help="write every report, a manifest and one zip with all of it")
    group.addoption("--sign-key", metavar="FILE", help="the key to sign the pack's manifest with")
    group.addoption("--sign-certificate", metavar="FILE", help="the certificate of that key")
    group.addoption(
        "--certify", action="store_true", help="a certified run: everything, unchanged, by the Board's nonce"
    )
    group.addoption("--nonce", metavar="N", default="", help="the Board's nonce of a certified run")
    group.addoption("--waivers", metavar="FILE", help="the Board's waivers, with their signature in FILE.p7s")
    group.addoption("--board-certificate", metavar="FILE", help="the certificate that the waivers are signed with")
    group.addoption("--summary", metavar="FILE", help="write a summary in Markdown, for a pull request")
    group.addoption("--annotations", metavar="FILE", help="write each failure as a workflow command of GitHub")
    group.addoption("--pseudonymise", action="store_true", help="device ids and meter points as tokens in all evidence")


def parse_evidence_options(config: pytest.Config) -> EvidenceOptions:
    """Whether they go together is said when the run begins, as a wrong configuration."""
    certify = bool(config.getoption("certify"))
    return EvidenceOptions(
        pack=certify or bool(config.getoption("pack")),
        sign_key=_path(config, "sign_key"),
        sign_certificate=_path(config, "sign_certificate"),
        certify=certify,
        nonce=str(config.getoption("nonce")),
        waivers=_path(config, "waivers"),
        board_certificate=_path(config, "board_certificate"),
        summary=_path(config, "summary"),
        annotations=_path(config, "annotations"),
        pseudonymise=bool(config.getoption("pseudonymise")),
    )


def _path(config: pytest.Config, name: str) -> Path | None:
    given = config.getoption(name)
    return Path(given) if given else None
