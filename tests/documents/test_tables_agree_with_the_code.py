"""The tables of the documents say what the code says, in the same order."""

import re

from harness.guard import known_words
from harness.verdicts import EXIT_CODES, Verdict
from reports import plugin
from reports.pack import layout
from sut_adapters import port
from tests.documents.passages import ADAPTERS, CONTRIBUTING, README, ROOT, table

READS_A_VARIABLE = re.compile(r"""environ(?:\.get\(|\[)["'](MP107_\w+)["']""")


TOLD = {"MP107_DATABASE_URL", "MP107_S1SP", "MP107_MODE"}
"""What a one-off update is told by the suite, and no person sets (docs/data-update.md)."""

NOT_OURS = {".venv", "build", "node_modules"}


def test_the_verdicts_stand_worst_first() -> None:
    assert [word for word, _ in table(README, "Verdict", "Means")] == [str(verdict) for verdict in Verdict]


def test_the_exit_codes_stand_in_the_order_in_which_they_take_precedence() -> None:
    rows = table(README, "Exit", "Verdict of the run", "When")
    shown = [(verdict, int(code)) for code, verdict, _ in rows]
    assert shown == [(str(verdict), code) for verdict, code in EXIT_CODES.items()]


def test_every_port_is_listed() -> None:
    protocols = {name for name, value in vars(port).items() if getattr(value, "_is_protocol", False)}
    ports = protocols - {"Protocol", "KeptMessage"}
    assert {name for name, _ in table(ADAPTERS, "Port", "Asks")} == ports


def test_every_file_of_the_evidence_is_listed() -> None:
    listed = {name for names, _ in table(README, "File", "For") for name in names.split(", ")}
    assert listed == {"verdict.json", "allure-results/", "exchanges/", *plugin.WRITERS}


def test_every_file_of_a_pack_is_listed() -> None:
    listed = {name for names, _ in table(README, "File of a pack", "For") for name in names.split(", ")}
    matrices = {f"{name}.{ending}" for name in ("kill-matrix", "update-kill-matrix") for ending in ("csv", "html")}
    tables = {"traceability.csv", "allure-results/", "exchanges/", *matrices}
    parts = {*layout.PARTS, *(f"{folder}/" for folder in layout.FOLDERS), layout.MANIFEST, layout.SIGNATURE}
    assert listed == parts - {"verdict.json", *plugin.WRITERS} - tables


def test_every_environment_variable_is_listed() -> None:
    sources = (path for path in ROOT.rglob("*.py") if NOT_OURS.isdisjoint(path.relative_to(ROOT).parts))
    read = {name for path in sources for name in READS_A_VARIABLE.findall(path.read_text(encoding="utf-8"))}
    assert {name for name, _ in table(README, "Variable", "Names")} == read - TOLD


def test_the_tags_are_words_that_the_guard_knows() -> None:
    words, _ = known_words(ROOT / "pytest.ini")
    tags = [tag for tags, *_ in table(CONTRIBUTING, "Tag", "How many", "Says") for tag in tags.split() if tag[0] == "@"]
    assert {tag[1:] for tag in tags} <= words | {"meets-", "misses-", "open-"}


def test_every_layer_has_its_row() -> None:
    rows = {folder for folder, *_ in table(CONTRIBUTING, "Folder", "Is", "May import")}
    assert rows == {"features/", "legal/"} | {f"{path.parent.name}/" for path in ROOT.glob("*/__init__.py")}
