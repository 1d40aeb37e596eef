"""No pack is read that is not as its maker left it, and none is counted twice."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from harness.record import RunRecord
from reports.pack.manifest import File, SuiteState
from reports.pack.verify import Unreadable, Verified
from reports.stage import NotUsable, packs, read_packs


@dataclass(frozen=True)
class Manifest:
    """As much of one as a stage needs."""

    files: tuple[File, ...]
    suite: SuiteState = field(default_factory=lambda: SuiteState("0.1.0", "c0ffee", clean=True))


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> dict[str, Verified]:
    """What verification finds, by path."""
    found: dict[str, Verified] = {}

    def verified(path: Path, certificate: object) -> Verified:
        if str(path) not in found:
            raise Unreadable(f"{path}: No such file or directory; name an evidence pack, a zip or a folder")
        one = found[str(path)]
        if certificate is None:
            return replace(one, signer="", signature="the signature was not checked: no certificate was given")
        return (
            one if certificate == one.signer else replace(one, signer="", signature="manifest.p7s: is by another key")
        )

    monkeypatch.setattr(packs, "verified", verified)
    return found


def good(record: RunRecord, digest: str = "a", signer: str = "CN=Tester") -> Verified:
    manifest = Manifest((File(digest * 64, 1, "verdict.json"),))
    return Verified(Path("x.zip"), manifest, signer, "", (), record)  # type: ignore[arg-type]


def test_a_good_pack_is_taken_with_its_signer(shelf: dict[str, Verified], record: RunRecord) -> None:
    shelf["a.zip"] = good(record)
    (one,) = read_packs([Path("a.zip")], ["CN=Other", "CN=Tester"])  # type: ignore[list-item]
    assert (one.name, one.signer, one.unsure, one.commit) == ("a.zip", "CN=Tester", "", "c0ffee")


def test_without_a_certificate_it_says_that_nothing_was_checked(shelf: dict[str, Verified], record: RunRecord) -> None:
    shelf["a.zip"] = good(record)
    (one,) = read_packs([Path("a.zip")])
    assert one.unsure == "the signature was not checked: no certificate was given"


def test_every_objection_is_named(shelf: dict[str, Verified], record: RunRecord) -> None:
    shelf["damaged.zip"] = replace(good(record), problems=("verdict.json: is not as in the manifest",) * 5, record=None)
    shelf["foreign.zip"] = good(record, signer="CN=Stranger")
    shelf["untrue.zip"] = replace(good(record), problems=("verdict.json: says another verdict than the manifest",))
    with pytest.raises(NotUsable) as caught:
        read_packs([Path("untrue.zip"), Path("damaged.zip"), Path("foreign.zip"), Path("none.zip")], ["CN=Tester"])  # type: ignore[list-item]
    untrue, damaged, foreign, none = str(caught.value).splitlines()
    assert untrue.endswith(
        "not as its maker left it: verdict.json: says another verdict than the manifest; get it again"
    )
    assert damaged.startswith("damaged.zip: is not as its maker left it: verdict.json: is not as in the manifest; ")
    assert damaged.endswith("and 2 more; get it again")
    assert foreign.startswith("foreign.zip: manifest.p7s: is by another key; name its maker's certificate")
    assert none.startswith("none.zip: No such file")


def test_declarations_of_another_version_are_named(shelf: dict[str, Verified], record: RunRecord) -> None:
    shelf["later.zip"] = good(replace(record, declared={"witness": [{"name": "A. Witness", "born": "1970"}]}))
    with pytest.raises(
        NotUsable, match=r"^later.zip: verdict.json declares what no report knows, at declared.witness.0.b"
    ):
        read_packs([Path("later.zip")])


def test_stages_are_not_mixed(shelf: dict[str, Verified], record: RunRecord) -> None:
    shelf |= {"a.zip": good(record), "b.zip": good(replace(record, stage=None), "b")}
    with pytest.raises(NotUsable, match=r"several stages \(sit: a.zip; all stages: b.zip\); make a report of each"):
        read_packs([Path("a.zip"), Path("b.zip")])


def test_a_run_counts_once_whatever_it_is_called(shelf: dict[str, Verified], record: RunRecord) -> None:
    later = good(replace(record, started="2022-11-04T12:00:00+00:00"), "b")
    shelf |= {"later.zip": later, "a.zip": good(record), "copy.zip": good(record)}
    found = read_packs([Path("later.zip"), Path("a.zip"), Path("copy.zip"), Path("later.zip")])
    assert [(one.name, one.also) for one in found] == [("a.zip", ("copy.zip",)), ("later.zip", ("later.zip",))]
