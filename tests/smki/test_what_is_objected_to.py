"""A trust store says what is wrong with a certificate, and nothing of a good one."""

from datetime import datetime, timedelta

import pytest
from cryptography import x509

from rulebook.vocabulary import CertificateUse
from sut_adapters.smki import places
from sut_adapters.smki.faults import CertificateFault
from sut_adapters.smki.identity import IssuerSerial, of_certificate, of_text
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from sut_adapters.smki.trust import TrustStore
from sut_adapters.trouble import Misconfigured
from tests.smki.conftest import NOW

SIGNING, AGREEMENT = CertificateUse.DIGITAL_SIGNING, CertificateUse.KEY_AGREEMENT
SAID = {
    CertificateFault.EXPIRED: "it has expired (2030-06-14 00:00 UTC)",
    CertificateFault.NOT_YET_VALID: "it is not yet valid (from 2040-06-14 00:00 UTC)",
    CertificateFault.REVOKED: "it is revoked",
    CertificateFault.WRONG_USAGE: "it is for key agreement, not for digital signing",
    CertificateFault.UNTRUSTED: "it does not chain to the trusted root",
}


def certificate(pki: TestPki, place: str) -> x509.Certificate:
    return pki.credentials[place].certificate


@pytest.mark.parametrize("name", places.PLACEABLE)
def test_a_good_certificate_meets_no_objection(pki: TestPki, name: str) -> None:
    trust = pki.trust()
    assert trust.objection(pki.signer(name).certificate, NOW, SIGNING, "XML signing") == ""
    for use in CertificateUse:
        assert trust.objection(certificate(pki, places.organisation(name, use)), NOW, use) == ""


@pytest.mark.parametrize("fault", CertificateFault)
def test_a_spoilt_replacement_meets_the_objection_that_it_is_made_for(pki: TestPki, fault: CertificateFault) -> None:
    spoilt = certificate(pki, places.spoilt_replacement("Northmoor", fault))
    assert pki.trust().objection(spoilt, NOW, SIGNING, "Network Operator") == SAID[fault]


@pytest.mark.parametrize("fault", places.FAULTS_OF_A_SIGNER)
def test_a_spoilt_signer_meets_the_objection_that_it_is_made_for(pki: TestPki, fault: CertificateFault) -> None:
    spoilt = pki.spoilt_signer("Southfell", fault).certificate
    assert pki.trust().objection(spoilt, NOW, SIGNING, "XML signing") == SAID[fault]


def test_a_certificate_of_another_role_is_objected_to(pki: TestPki) -> None:
    suppliers = certificate(pki, places.organisation("Curlew", AGREEMENT))
    assert pki.trust().objection(suppliers, NOW, AGREEMENT, "Network Operator") == (
        "its role is Supplier, not Network Operator"
    )


def test_a_certificate_for_the_transport_is_no_organisation_certificate(pki: TestPki) -> None:
    assert pki.trust().objection(certificate(pki, places.tls_client("Northmoor")), NOW) == (
        "it does not chain to the trusted root"
    )


def test_a_certificate_of_the_root_itself_is_no_organisation_certificate(pki: TestPki) -> None:
    assert pki.trust().objection(pki.issuing, NOW) == "it does not chain to the trusted root"


@pytest.mark.parametrize(("moment", "fine"), [("not_valid_before_utc", True), ("not_valid_after_utc", True)])
def test_the_first_and_the_last_moment_count(pki: TestPki, moment: str, fine: bool) -> None:
    signer = pki.signer("Northmoor").certificate
    edge: datetime = getattr(signer, moment)
    outside = edge + timedelta(seconds=-1 if moment == "not_valid_before_utc" else 1)
    assert (pki.trust().objection(signer, edge) == "") is fine
    assert pki.trust().objection(signer, outside) != ""


def test_nothing_chains_to_another_root(pki: TestPki) -> None:
    other = mint(seed=2, at=NOW)
    assert other.trust().objection(pki.signer("Northmoor").certificate, NOW) == "it does not chain to the trusted root"


def test_a_signer_is_found_by_what_its_signature_names(pki: TestPki) -> None:
    signer = pki.signer("Northmoor").certificate
    assert pki.trust().certificate_of(of_certificate(signer)) == signer
    assert pki.trust().certificate_of(IssuerSerial("CN=Z1,OU=07", signer.serial_number)) is None


def test_an_issuer_may_be_written_with_spaces_after_its_commas() -> None:
    assert of_text("CN=Z1, OU=07", "12") == of_text("CN=Z1,OU=07", " 12\n") == IssuerSerial("CN=Z1,OU=07", 12)


@pytest.mark.parametrize(("issuer", "serial"), [("", "1"), ("Z1", "1"), ("CN=Z1", "-1"), ("CN=Z1", "9" * 50)])
def test_what_names_no_certificate_is_refused(issuer: str, serial: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        of_text(issuer, serial)


def test_a_list_of_another_authority_is_a_configuration_error(pki: TestPki) -> None:
    with pytest.raises(Misconfigured, match="did not sign the revocation list"):
        TrustStore(pki.root, pki.issuing, mint(seed=2, at=NOW).crl, ())


def test_an_authority_of_another_root_is_a_configuration_error(pki: TestPki) -> None:
    with pytest.raises(Misconfigured, match="did not issue"):
        TrustStore(mint(seed=2, at=NOW).root, pki.issuing, None, ())
