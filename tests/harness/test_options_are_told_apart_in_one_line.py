"""The options of a run."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from harness.evidence_options import EvidenceOptions
from harness.options import Options, parse_options
from harness.seeds import nonce_seed
from rulebook.vocabulary import SECMP0107

NOTHING = {"profile": None, "stage": None, "boundary": None, "release": None, "reading": [], "seed": None, "out": None}
NOTHING |= {"duis_schemas": None}
FILES = ("sign_key", "sign_certificate", "waivers", "board_certificate", "summary", "annotations")
NOTHING |= {"pack": False, "certify": False, "nonce": "", "pseudonymise": False, **dict.fromkeys(FILES)}


def parsed(**given: object) -> Options:
    options = {**NOTHING, "sut": "reference", "address": [], **given}
    return parse_options(SimpleNamespace(getoption=options.__getitem__, rootpath=Path("/project")))


def test_nothing_given_is_the_whole_against_the_reference() -> None:
    options = parsed(seed=7)
    assert options == Options("reference", None, None, None, None, {}, 7, Path("/project/reports/latest"), ())
    assert options.scope == ""


def test_a_seed_is_made_where_none_is_given() -> None:
    assert parsed().seed != parsed().seed
    assert parsed(seed=0).seed == 0


def test_a_certified_run_leaves_a_pack_and_goes_by_the_nonce() -> None:
    options = parsed(certify=True, nonce="N-1")
    assert options.evidence == EvidenceOptions(pack=True, certify=True, nonce="N-1")
    assert options.seed == parsed(certify=True, nonce="N-1").seed == nonce_seed("N-1") != nonce_seed("N-2")
    assert nonce_seed("N-1") < 2**53


def test_files_of_the_evidence_are_paths() -> None:
    evidence = parsed(**{name: f"{name}.x" for name in FILES}).evidence
    assert [getattr(evidence, name) for name in FILES] == [Path(f"{name}.x") for name in FILES]
    assert not evidence.pack


def test_what_is_given_is_understood() -> None:
    options = parsed(sut="mine:x", stage="sit", boundary="dsp", release="on", reading=["O3.s1sp=rdp-first"], out="/e")
    assert options.sut_name == "mine"
    assert options.scope == "sit, boundary dsp"
    assert str(options.release) == str(SECMP0107)
    assert options.readings == {"O3.s1sp": "rdp-first"}
    assert options.out == Path("/e")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"release": "S1SP4=on"}, r"--release: 'S1SP4' is no component that has a release state; known: DSP"),
        ({"release": "DSP=on,DSP=off"}, r"--release: DSP: is named twice; leave one"),
        ({"release": ""}, r"--release: '' is no component"),
        ({"reading": ["O3=x", "O2=x", "O3=y"]}, r"--reading: O3 is ruled both x and y; leave one"),
        ({"reading": ["O3"]}, r"--reading: 'O3' is no ruling; write POINT=READING, such as O3"),
        ({"reading": ["=x"]}, r"--reading: '=x' is no ruling"),
        ({"duis_schemas": "/no/where"}, r"--duis-schemas: /no/where is no folder; name the one with the DUIS schemas"),
        ({"reading": ["O3="]}, r"--reading: 'O3=' is no ruling"),
    ],
)
def test_a_mistake_is_a_usage_error(given: dict[str, object], complaint: str) -> None:
    with pytest.raises(pytest.UsageError, match=complaint):
        parsed(**given)


def test_a_rerun_asks_the_same_system_the_same_thing() -> None:
    options = parsed(
        sut="mine:a b",
        seed=7,
        release="DSP=on",
        reading=["O2=same-fuel"],
        profile="p.toml",
        stage="sit",
        boundary="s1sp",
        duis_schemas=str(Path(__file__).parent),
    )
    assert options.rerun("a.feature::x") == (
        "mp107 run a.feature::x --sut 'mine:a b' --seed 7 --profile p.toml --stage sit --boundary s1sp "
        f"--duis-schemas {Path(__file__).parent} --release DSP=on,S1SP1=off,S1SP2=off,S1SP3=off --reading O2=same-fuel"
    )
