"""Whole runs of the small project, with waivers."""

from pathlib import Path

from reports import verdict_json
from tests.harness.conftest import Finished, Runner
from tests.waivers.conftest import File, needs_openssl, signed_by_openssl

TITLE = "The registered operator may not"


def asked(run: Runner, path: Path, certificate: Path | None, *more: str) -> Finished:
    board = [f"--board-certificate={certificate}"] if certificate else []
    return run(
        "--sut=fake:accepts", "--seed=7", "-k", "registered_operator_may_not", f"--waivers={path}", *board, *more
    )


def test_a_signed_waiver_makes_it_waived(run: Runner, waivers: File, certificate: Path) -> None:
    ended = asked(run, waivers(), certificate)
    assert ended.code == 0, ended.said
    assert ended.verdicts[TITLE] == "WAIVED"
    assert ended.reasons[TITLE].endswith("; waived by W-1: mended in build 8")
    assert str(ended.record.verdict) == "conformant-with-waivers"
    (one,) = ended.record.waivers
    assert (one.id, one.state, one.owner, one.ticket, one.expires) == ("W-1", "used", "S1SP1", "D-17", "2099-12-31")
    assert one.used_by == (next(record.id for record in ended.record.scenarios if record.title == TITLE),)
    assert "1 waived by the Board" in ended.record.claim
    assert verdict_json.read(verdict_json.document(ended.record)) == ended.record


def test_a_changed_file_is_unsigned(run: Runner, waivers: File, certificate: Path) -> None:
    path = waivers()
    path.write_text(path.read_text().replace("build 8", "build 9"))
    ended = asked(run, path, certificate)
    assert (ended.code, ended.verdicts[TITLE], ended.record.waivers[0].state) == (10, "FAIL", "unsigned")
    assert "waivers.toml.p7s: it does not fit the content" in ended.said


def test_a_stale_waiver_is_named(run: Runner, waivers: File, certificate: Path) -> None:
    ended = asked(run, waivers({}, {"id": "W-2", "expires": "2020-01-01"}), certificate)
    assert ended.code == 14, ended.said
    assert [one.state for one in ended.record.waivers] == ["used", "expired"]
    assert ended.record.claim == "no claim: waiver W-2 is expired"
    assert ended.record.claim in ended.said


def test_an_unregistered_supplier_is_never_waived(run: Runner, waivers: File, certificate: Path) -> None:
    path = waivers({"scenario": None, "clause": "srpd-6.2.d"})
    ended = run("--sut=fake:accepts", "--address=srpd-6.2.d", f"--waivers={path}", f"--board-certificate={certificate}")
    assert (ended.code, ended.verdicts["Dunlin is not exempt"]) == (10, "FAIL")
    assert ended.reasons["Dunlin is not exempt"].endswith(
        "no waiver covers this (W-1): a supplier was accepted that had to be refused"
    )
    assert ended.record.waivers[0].state == "excluded"


@needs_openssl
def test_the_board_signs_with_openssl(run: Runner, waivers: File, certificate: Path, project: Path) -> None:
    path = waivers(signed=False)
    signed_by_openssl(path, certificate.parent)
    (project / "p.toml").write_text(f'waivers = "{path}"\nboard_certificate = "{certificate}"\n')
    ended = run("--sut=fake:accepts", "-k", "registered_operator_may_not", "--profile=p.toml")
    assert ended.record.waivers[0].state == "used", ended.said
