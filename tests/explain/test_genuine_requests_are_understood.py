"""The twelve genuine request templates, in a world written around the identifiers in them."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.explain.conftest import Ask, AskJson

FOLDER = os.environ.get("MP107_DUIS_DIR", "")
TEMPLATES = sorted(Path(FOLDER, "templates").glob("*.XML")) if FOLDER else []
NEEDS_TEMPLATES = (
    "set MP107_DUIS_DIR to a folder whose folder templates/ holds the request templates: "
    "npm pack @smartdcc/duis-templates, and unpack the twelve"
)
CODES = {"accepted", "refused", "scheduled"}

pytestmark = pytest.mark.skipif(not TEMPLATES, reason=NEEDS_TEMPLATES)


@pytest.fixture
def world_around(tmp_path: Path) -> Callable[[Path, str], Path]:
    """A world in which the template's sender holds the slots of its target, a SMETS1 or SMETS2 ESME."""

    def write(template: Path, generation: str) -> Path:
        found = re.search(r"RequestID>([0-9A-F-]+):([0-9A-F-]+):", template.read_text(encoding="utf-8"))
        assert found
        sender, target = found[1].lower(), found[2].lower()
        operator = "NOByNO_" in template.name
        served = 's1sp = "S1SP2"' if generation == "SMETS1" else ""
        path = tmp_path / "world.toml"
        path.write_text(
            f"""
at = 2026-03-02T09:00:00Z
release = {{ DSP = "on", S1SP2 = "on" }}
registration = []
[[user]]
entity_identifier = "{sender}"
name = "the sender"
roles = [{'"ED"' if operator else '"IS", "GS"'}]
[[device]]
entity_identifier = "{target}"
type = "ESME"
generation = "{generation}"
status = "Commissioned"
import_mpan = "2000000000017"
{served}
slots.critical_network_operator = "{sender if operator else "00-00-00-00-00-00-00-01"}"
slots.critical_supplier = "{"00-00-00-00-00-00-00-02" if operator else sender}"
""",
            encoding="utf-8",
        )
        return path

    return write


def template(part: str) -> Path:
    [found] = [path for path in TEMPLATES if part in path.name]
    return found


def test_there_are_twelve() -> None:
    assert len(TEMPLATES) == 12


@pytest.mark.parametrize("generation", ["SMETS1", "SMETS2"])
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_genuine_request_is_explained(
    ask_json: AskJson, world_around: Callable[[Path, str], Path], path: Path, generation: str
) -> None:
    content = ask_json(path, world_around(path, generation))
    assert content["verdict"]["outcome"] in CODES
    assert content["request"]["request_id"].upper() in path.read_text(encoding="utf-8")
    assert content["request"]["variant"] in path.name
    assert content["signature"]["state"] == "bad"


def test_a_network_operator_is_exempt_for_a_smets1_device_and_the_command_variant_is_said(
    ask_json: AskJson, world_around: Callable[[Path, str], Path]
) -> None:
    path = template("NOByNO_6.15.1")
    content = ask_json(path, world_around(path, "SMETS1"))
    assert content["verdict"]["outcome"] == "accepted"
    assert "srpd-6.2.d" in {row["clause"] for row in content["trail"]}
    assert [entry["owner"]["name"] for entry in content["request"]["certificates"]] == ["the sender", "the sender"]
    assert any("Command Variant 4" in note and "O9" in note for note in content["notes"])


def test_the_command_variant_of_a_smets2_target_is_no_question(
    ask_json: AskJson, world_around: Callable[[Path, str], Path]
) -> None:
    path = template("NOByNO_6.15.1")
    content = ask_json(path, world_around(path, "SMETS2"))
    assert content["verdict"]["outcome"] == "accepted"
    assert not any("O9" in note for note in content["notes"])


def test_a_supplier_that_is_not_registered_is_refused(
    ask_json: AskJson, world_around: Callable[[Path, str], Path]
) -> None:
    path = template("SupplierBySupplier_6.15.1_IMMEDIATE")
    assert ask_json(path, world_around(path, "SMETS1"))["verdict"]["code"] == "E4"


def test_a_role_that_no_clause_here_knows_is_said(ask: Ask, world_around: Callable[[Path, str], Path]) -> None:
    path = template("LoadController")
    assert "know no slots of a LoadController" in ask(path, world_around(path, "SMETS1")).stdout
