"""The DCC's schemas are found where they are, and their absence says what to do."""

import shutil
from pathlib import Path

import pytest

from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.schemas import VARIABLE, Schemas, schemas_from
from sut_adapters.trouble import Misconfigured
from tests.duis.codec.examples import FROM_THE_DSP, encoded
from tests.duis.codec.genuine import FOLDER, needs_schemas


def test_without_a_folder_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert schemas_from(None) is None
    monkeypatch.setenv(VARIABLE, "")
    assert schemas_from(None) is None


def test_a_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    with pytest.raises(Misconfigured, match="nowhere: No such file or directory; name a folder with the DUIS schemas"):
        schemas_from(None)


def test_a_folder_without_schemas_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="name a folder with the DUIS schemas"):
        schemas_from(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"no XML", b"<a/>", b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><b/>']
)
def test_a_schema_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "DUIS Schema V5.4.xsd").write_bytes(content)
    with pytest.raises(Misconfigured, match=r"DUIS Schema V5\.4\.xsd: .*; put the DUIS and MMC schemas of one version"):
        Schemas.load(tmp_path)


@needs_schemas
def test_a_missing_import_is_named(tmp_path: Path) -> None:
    assert FOLDER is not None
    [duis] = FOLDER.glob("DUIS Schema V*.xsd")
    shutil.copy(duis, tmp_path)
    with pytest.raises(Misconfigured, match="put the DUIS and MMC schemas of one version there"):
        Schemas.load(tmp_path)


@needs_schemas
def test_the_newest_of_a_folder_with_any_name_is_taken(tmp_path: Path) -> None:
    assert FOLDER is not None
    folder = tmp_path / "with a space, 100 % and an \u00fc"
    folder.mkdir()
    for path in FOLDER.iterdir():
        if path.is_file():
            shutil.copy(path, folder)
    (folder / "DUIS Schema V5.10.xsd").write_bytes(next(folder.glob("DUIS Schema V5.[0-9].xsd")).read_bytes())
    found = schemas_from(folder)
    assert found is not None
    assert found.version == "5.10"
    found.check(encoded(FROM_THE_DSP["a refusal"]))


@needs_schemas
def test_an_invalid_message_is_named_by_its_line_and_its_element() -> None:
    assert FOLDER is not None
    document = (
        encoded(FROM_THE_DSP["a refusal"]).replace(b"><sr:Body>", b">\n\n<sr:Body>").replace(b">6.15<", b">6.16<")
    )
    with pytest.raises(MessageFault) as raised:
        Schemas.load(FOLDER).check(document)
    assert raised.value.place == "line 3"
    assert "Element 'ServiceReference'" in raised.value.fault
    assert "{" not in raised.value.fault
