"""What looks like something that the guard refuses, and is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.guard import static_findings
from harness.guard.subject import Suite

QUOTED = "from an Electricity Distributor or Gas Transporter.\n"


def _found(suite: Suite) -> list[str]:
    return [str(finding) for finding in static_findings(suite.corpus, suite.law, suite.words)]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("exemption", QUOTED, QUOTED + "\n    > Service Request with Service Reference Variant\n"),
        ("exemption", QUOTED, QUOTED + "    SRPD 6.2(d), inserted by SECMP0107: the role is: whose User Role it is.\n"),
        ("exemption", QUOTED, QUOTED + "\n    The S1SP compares; then it answers, and nothing else is asked\n"),
        ("exemption", QUOTED, QUOTED + "\n    # Exampel: in a comment, which is no description\n"),
        ("ownership", "Paraphrase: the S1SP", "Paraphrase:\n    the S1SP"),
        ("ownership", "@s1sp @pit", "@s1sp @pit @fat"),
        ("ownership", "refused at registration ", "accepted or refused "),
        ("ownership", "    @positive @from", "    @positive @illustrative @from"),
    ],
    ids=[
        "an excerpt beside the whole quotation",
        "a citation with colons",
        "prose that begins with The",
        "a comment",
        "a paraphrase that begins below its label",
        "FAT beside PIT",
        "a default reading that leaves the direction open",
        "an illustration whose Rule says why",
    ],
)
def test_the_sample_may_say(project: Path, suite: Callable[[], Suite], file: str, old: str, new: str) -> None:
    path = project / "features" / f"{file}.feature"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new).replace("    Paraphrase:", "    Illustrative: why\n\n    Paraphrase:"))
    assert _found(suite()) == []


def test_codes_may_stand_in_their_own_feature(project: Path, suite: Callable[[], Suite]) -> None:
    ownership = project / "features" / "ownership.feature"
    text = ownership.read_text(encoding="utf-8").replace("The holder may\n", "The holder may, without E4 or S1VE64\n")
    (project / "features" / "refusal_codes.feature").write_text(text, encoding="utf-8")
    ownership.unlink()
    assert _found(suite()) == []


def test_a_system_file_that_nobody_took_for_a_feature_is_left_alone(project: Path, suite: Callable[[], Suite]) -> None:
    (project / "features" / ".DS_Store").write_bytes(b"\0")
    assert _found(suite()) == []


def test_files_that_cannot_be_read_are_reported_alone(project: Path, suite: Callable[[], Suite]) -> None:
    (project / "features" / "ownership.feature").write_bytes(b"Feature: caf\xe9\n")
    assert _found(suite()) == ["features/ownership.feature:1: is not UTF-8: byte 0xE9"]
