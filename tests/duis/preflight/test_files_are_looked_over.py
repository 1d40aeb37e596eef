"""Keys, certificates, schemas: each fault with its exact mend."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sut_adapters.duis.preflight.certificates import certificates
from sut_adapters.duis.preflight.findings import Check, State
from sut_adapters.duis.preflight.schemas import schemas
from sut_adapters.duis.profile import read_profile
from sut_adapters.trouble import Misconfigured
from tests.duis.estate.devices import WRONG
from tests.duis.estate.lab import Lab
from tests.duis.estate.test_devices_are_leased_with_care import update
from tests.duis.preflight.conftest import Look, edited, faults, only_fault

NORTHMOOR = "parties/northmoor"


def test_a_good_profile_has_no_fault(lab: Lab, look: Look) -> None:
    assert faults(look(lab.profile(control=True))) == []


def test_a_key_that_is_not_the_certificates_is_named_with_the_pair(lab: Lab, look: Look) -> None:
    profile = edited(lab.profile(control=True), f"{NORTHMOOR}/xml-signing.key", "parties/southfell/xml-signing.key")
    check, subject, said, mend = only_fault(look(profile))
    assert (check, subject, mend) == ("keys", "party.Northmoor.signer", "give the pair")
    assert "southfell/xml-signing.key: is not the key of the certificate in" in said


@pytest.mark.parametrize(
    ("content", "said", "mend"),
    [
        (None, "cannot be read (no such file or directory)", "name a file that can be read"),
        (b"no key", "is no private key that can be read", "give one in PEM or DER"),
    ],
)
def test_a_key_that_cannot_be_used_is_named(
    lab: Lab, look: Look, tmp_path: Path, content: bytes | None, said: str, mend: str
) -> None:
    key = tmp_path / "lost.key"
    if content is not None:
        key.write_bytes(content)
    profile = lab.profile(control=True)
    good = next(
        line for line in profile.read_text(encoding="utf-8").splitlines() if f"{NORTHMOOR}/xml-signing.key" in line
    )
    used = good.split('key = "')[1].split('"')[0]
    fault = only_fault(look(edited(profile, used, str(key))))
    assert (fault[1], fault[3]) == ("party.Northmoor.signer", mend)
    assert said in fault[2]


def test_a_signing_command_is_tried(lab: Lab, look: Look) -> None:
    profile = lab.profile(control=True)
    text = profile.read_text(encoding="utf-8")
    used = next(line for line in text.splitlines() if line.startswith("signer") and f"{NORTHMOOR}/xml" in line)
    certificate = used.split("certificate = ")[1].rstrip(" }")
    command = f'signer = {{ command = ["/bin/false"], certificate = {certificate} }}'
    assert only_fault(look(edited(profile, used, command))) == (
        "keys",
        "party.Northmoor.signer",
        "sign: the signing command '/bin/false' ended with 1",
        "run it by hand on a file",
    )


def test_a_party_without_a_signer_is_left_out_and_said_to_be(lab: Lab, look: Look) -> None:
    findings = look(lab.profile(control=True, without=("Westbrook",)))
    (left,) = [one for one in findings if one.state is State.LEFT_OUT and one.check is Check.KEYS]
    assert (left.subject, left.mend) == ("party.Westbrook", "give party.Westbrook.signer, if it is to take part")


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ("replacement-expired", "it has expired"),
        ("replacement-not-yet-valid", "it is not yet valid"),
        ("replacement-revoked", "it is revoked"),
        ("replacement-wrong-usage", "it is for key agreement, not for digital signing"),
    ],
)
def test_a_certificate_that_is_not_to_be_believed_is_named(lab: Lab, look: Look, spoilt: str, said: str) -> None:
    profile = edited(
        lab.profile(control=True),
        f'digital_signing = ["{_place(lab)}/digital-signing-1',
        f'digital_signing = ["{_place(lab)}/spoilt/{spoilt}',
    )
    found = [fault for fault in faults(look(profile)) if fault[1] == "party.Northmoor.digital_signing"]
    assert found[0][0] == "certificates"
    assert f"{spoilt}.pem: {said}" in found[0][2]
    assert found[0][3] == "give another in party.Northmoor.digital_signing"


def test_an_unknown_issuer_is_a_fault_of_safety(lab: Lab, look: Look) -> None:
    first = f'digital_signing = ["{_place(lab)}/'
    profile = edited(lab.profile(control=True), f"{first}digital-signing-1", f"{first}spoilt/replacement-untrusted")
    check, subject, said, mend = faults(look(profile))[0]
    assert (check, subject) == ("safety", "party.Northmoor.digital_signing")
    assert "it does not chain to the trusted root: its issuer is" in said
    assert mend == "give one that trust.issuing issued, or mend [trust]"


def test_a_path_that_is_not_the_trusted_one_is_a_fault_of_safety(lab: Lab, look: Look) -> None:
    other = f'path = ["{_place(lab)}/xml-signing.pem"]\n'
    profile = edited(lab.profile(control=True), '[party."Northmoor"]\n', f'[party."Northmoor"]\n{other}')
    check, subject, _, mend = only_fault(look(profile))
    assert (check, subject, mend) == ("safety", "party.Northmoor.path", "give those two, or leave the key out")


def test_a_certificate_of_somebody_else_is_named(lab: Lab, look: Look) -> None:
    first = f'digital_signing = ["{_place(lab)}/'
    profile = edited(lab.profile(control=True), first, first.replace("northmoor", "curlew"))
    said = [fault[2] for fault in faults(look(profile))]
    assert "Supplier" in said[0]
    profile = edited(lab.profile(control=True), first, first.replace("northmoor", "southfell"))
    said = [fault[2] for fault in faults(look(profile))]
    assert f"it is {lab.pki.user_id['Southfell']}'s, not {lab.pki.user_id['Northmoor']}'s" in said[0]


def test_a_root_that_is_not_the_issuers_is_named(lab: Lab, look: Look) -> None:
    profile = edited(lab.profile(control=True), "smki/root.pem", "tls/authority.pem")
    check, subject, said, mend = only_fault(look(profile))
    assert (check, subject, mend) == ("certificates", "trust", "give the pair")
    assert "the trusted root did not issue" in said


def test_a_revocation_list_runs_out(lab: Lab) -> None:
    later = datetime.now(UTC) + timedelta(days=4000)
    found = list(certificates(read_profile(lab.profile(control=True)), later))
    (fault,) = [one for one in found if one.subject == "trust.crl"]
    assert fault.said.startswith("the revocation list ran out on")
    assert fault.mend == "fetch the present one from the SMKI repository"


def test_without_a_revocation_list_nothing_is_known_of_revocations(lab: Lab) -> None:
    profile = lab.profile(control=True)
    text = [line for line in profile.read_text(encoding="utf-8").splitlines() if not line.startswith("crl = ")]
    profile.write_text("\n".join(text), encoding="utf-8")
    (left,) = [one for one in certificates(read_profile(profile), datetime.now(UTC)) if one.subject == "trust.crl"]
    assert (left.state, left.mend) == (State.LEFT_OUT, "give trust.crl")


def test_schemas_that_are_not_here_are_no_fault_and_the_mend_is_said(lab: Lab, look: Look) -> None:
    (left,) = [one for one in look(lab.profile(control=True)) if one.check is Check.SCHEMAS]
    assert left.state is State.LEFT_OUT
    assert left.mend.startswith("`make schemas`, or name their folder in --duis-schemas, MP107_DUIS_DIR")


def test_a_folder_without_schemas_is_a_fault(lab: Lab, tmp_path: Path) -> None:
    profile = lab.profile(control=True, top=f'schemas = "{tmp_path}"\n')
    (found,) = schemas(read_profile(profile), None)
    assert (found.state, found.mend) == (State.FAULT, "name a folder with the DUIS schemas")


def test_a_user_of_another_duis_version_is_not_checked_against_the_schemas(lab: Lab) -> None:
    class Given:
        version = "5.1"

    found = list(schemas(read_profile(lab.profile(control=True)), Given()))  # type: ignore[arg-type]
    assert {one.mend for one in found if one.state is State.LEFT_OUT} == {"give those of 5.4"}


def _place(lab: Lab) -> str:
    return str(lab.folder / "pki" / NORTHMOOR)


def test_nobody_guesses_how_far_a_shared_counter_has_come(lab: Lab, look: Look) -> None:
    profile = lab.profile(control=True, top='counters = "unknown"\n')
    profile.write_text(profile.read_text(encoding="utf-8").replace("first_counter = 1\n", "", 1), encoding="utf-8")
    check, subject, said, mend = only_fault(look(profile))
    assert (check, subject) == ("originator counters", "party.Northmoor.first_counter")
    assert "Northmoor has none yet" in said
    assert mend == "give the party its first_counter, above the last that the User ID has used anywhere"
    with pytest.raises(Misconfigured, match="holds no counter yet; give the party its first_counter"):
        lab.system(profile).send(update("Northmoor", "Northmoor", lab.place(WRONG)))
