"""A mistake in a profile is one line that names the file and the key, and never shows a secret."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rulebook.vocabulary import Rulings
from sut_adapters.duis.adapter import assemble
from sut_adapters.duis.identities import identities
from sut_adapters.duis.profile import read_profile
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Misconfigured

WriteProfile = Callable[..., Path]
URL = "https://127.0.0.1:8443"
NOBODY = "00-DB-12-34-00-00-00-09"


def edited(file: Path, old: str, new: str) -> Path:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def test_a_good_profile_says_where_everything_is(profile_file: WriteProfile, pki: TestPki, pki_folder: Path) -> None:
    profile = read_profile(profile_file(URL))
    assert profile.party["Northmoor"].user_id == pki.user_id["Northmoor"]
    assert profile.party["Northmoor"].signer is not None
    assert profile.party["Northmoor"].signer.key == pki_folder / f"{places.xml_signing('Northmoor')}.key"
    assert profile.party["Northmoor"].duis_version == "5.4"
    assert profile.dsp.send_command == "/api/v1/serviceS"


def test_paths_are_relative_to_the_profile(profile_file: WriteProfile, tmp_path: Path) -> None:
    file = profile_file(URL)
    assert read_profile(file).counters == tmp_path / "counters"
    file.write_text('counters = "elsewhere/kept"\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert read_profile(file).counters == tmp_path / "elsewhere" / "kept"


def test_a_live_environment_is_refused(profile_file: WriteProfile) -> None:
    file = edited(profile_file(URL), 'environment = "simulator"', 'environment = "live"')
    with pytest.raises(Misconfigured, match=r'profile.toml: environment: "live" is refused'):
        read_profile(file)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('environment = "simulator"', 'environment = "production"', "environment: "),
        ("[dsp]\n", "[dsp]\nurll = 3\n", "dsp.urll: Extra inputs are not permitted"),
        (f'url = "{URL}"', 'url = "gateway.example"', "dsp.url: no URL"),
        ("[dsp]\n", "[dsp]\nwindow_s = -1\n", "dsp.window_s: "),
        ("[dsp]\n", '[dsp]\nid = "90-B3"\n', "dsp.id: no EUI-64"),
        ("[stranger]", f'[party.Kestrel]\nuser_id = "{NOBODY}"\n[stranger]', "party.Kestrel: nobody of that name"),
        ('[party."Northmoor"]\n', '[party."Northmoor"]\nroles = ["Gas Transporter"]\n', "party.Northmoor.roles: "),
        ("[tls]", "[not_applicable_tls]", "not_applicable_tls: "),
        ("[trust]", "[trust]\nroots = 1", "trust.roots: "),
        ("[s1sp.S1SP1]", "[s1sp.S1SP4]", "s1sp.S1SP4"),
        ('[party."Northmoor"]\n', '[party."Northmoor"]\nfirst_counter = 9223372036854775808\n', "first_counter: "),
        ("[stranger]", '[limits]\nquiet_hours = ["late"]\n[stranger]', "limits.quiet_hours: "),
        ("[stranger]", '[inbox]\ncertificate = "a.pem"\n[stranger]', "inbox: `certificate` and `key` go together"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(old: str, new: str, said: str, profile_file: WriteProfile) -> None:
    file = edited(profile_file(URL), old, new)
    with pytest.raises(Misconfigured, match=re.escape(said)) as raised:
        read_profile(file)
    assert str(raised.value).startswith(f"{file}: ")
    assert "\n" not in str(raised.value)


def test_a_secret_in_the_wrong_place_is_refused_and_not_repeated(profile_file: WriteProfile) -> None:
    secret = "-----BEGIN PRIVATE " + "KEY-----MIGHAgEAMBMGByqGSM49"
    file = profile_file(URL)
    text = re.sub(r"signer = \{ key = \"[^\"]+\"", f'signer = {{ key = "{secret}"', file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Misconfigured, match="write the path of the file") as raised:
        read_profile(file)
    assert "MIGHAgEA" not in str(raised.value)


def test_two_parties_do_not_share_a_user_id(profile_file: WriteProfile, pki: TestPki) -> None:
    file = edited(profile_file(URL), pki.user_id["Southfell"], pki.user_id["Northmoor"])
    with pytest.raises(Misconfigured, match=r"party\.Southfell: has the identifier of"):
        read_profile(file)


def test_an_https_address_wants_tls(profile_file: WriteProfile) -> None:
    file = edited(profile_file("http://127.0.0.1:8079"), "http:", "https:")
    with pytest.raises(Misconfigured, match="tls: the DSP's URL is https"):
        read_profile(file)


def test_no_toml_and_no_file_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="No such file"):
        read_profile(tmp_path / "profile.toml")
    (tmp_path / "profile.toml").write_bytes(b"\xff")
    with pytest.raises(Misconfigured, match="is no TOML"):
        read_profile(tmp_path / "profile.toml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (places.xml_signing("Northmoor") + ".key", places.xml_signing("Southfell") + ".key", "not the key"),
        ("northmoor/key-agreement-1.pem", "southfell/key-agreement-1.pem", "not 02-4D-50-31-30-37-00-01's"),
        ("northmoor/key-agreement-1.pem", "northmoor/digital-signing-1.pem", "is for digital signing"),
        ("s1sp2/xml-signing.pem", "s1sp1/xml-signing.pem", "signs for S1SP1 and S1SP2"),
        ("smki/issuing.pem", "smki/nowhere.pem", "cannot be read"),
    ],
)
def test_keys_and_certificates_go_together(old: str, new: str, said: str, profile_file: WriteProfile) -> None:
    file = profile_file(URL)
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(Misconfigured, match=re.escape(said)):
        identities(read_profile(file))


def test_nothing_is_begun_in_quiet_hours(profile_file: WriteProfile) -> None:
    file = profile_file("http://127.0.0.1:1", more='[limits]\nquiet_hours = ["00:00-12:00", "12:00-23:59:59.999999"]\n')
    with pytest.raises(Misconfigured, match=r"limits.quiet_hours: come back at"):
        assemble(read_profile(file), Rulings())
