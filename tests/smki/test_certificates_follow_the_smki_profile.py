"""What is minted looks like the genuine test certificates of the SMKI, field by field."""

from base64 import b64encode

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from rulebook.vocabulary import CertificateUse
from sut_adapters.cast import CAST
from sut_adapters.duis.certificates import organisation_certificate
from sut_adapters.duis.eui import is_eui
from sut_adapters.smki import places
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from tests.smki.conftest import NOW

POLICY = "1.2.826.0.1.8641679.1.2.1.4"
ROLES = {"Northmoor": "Network Operator", "Ashdown": "Network Operator", "Curlew": "Supplier", "Turnstone": "Supplier"}


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("use", CertificateUse)
@pytest.mark.parametrize("issue", places.ISSUES)
def test_every_member_of_the_cast_has_certificates_of_its_own(
    pki: TestPki, name: str, use: CertificateUse, issue: int
) -> None:
    said = organisation_certificate(b64encode(pki.certificates[name, use, issue]).decode())
    assert (said.entity_identifier, said.use) == (pki.user_id[name], use)
    assert said.role == ROLES.get(name, said.role)


def test_no_two_certificates_share_a_serial_number_or_a_key(pki: TestPki) -> None:
    every = [credential.certificate for credential in pki.credentials.values()]
    assert len({certificate.serial_number for certificate in every}) == len(every)
    assert len({credential.key.private_numbers().private_value for credential in pki.credentials.values()}) == len(
        every
    )


@pytest.mark.parametrize(
    ("name", "role"), [("Northmoor", "XML signing"), ("DSP", "DSP XML signing"), ("S1SP2", "XML signing")]
)
def test_messages_are_signed_with_a_certificate_for_that(pki: TestPki, name: str, role: str) -> None:
    said = organisation_certificate(b64encode(pki.credentials[places.xml_signing(name)].der).decode())
    assert (said.role, said.use) == (role, CertificateUse.DIGITAL_SIGNING)


def test_an_organisation_certificate_has_the_fields_of_a_genuine_one(pki: TestPki) -> None:
    certificate = x509.load_der_x509_certificate(pki.certificates["Northmoor", CertificateUse.DIGITAL_SIGNING, 1])
    key = certificate.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert isinstance(key.curve, ec.SECP256R1)
    assert isinstance(certificate.signature_hash_algorithm, SHA256)
    assert certificate.version is x509.Version.v3
    assert (certificate.serial_number.bit_length() + 7) // 8 == 16
    assert certificate.issuer.rfc4514_string().endswith("OU=07")
    assert [attribute.oid.dotted_string for attribute in certificate.subject] == ["2.5.4.11", "2.5.4.45"]


def test_the_extensions_are_those_of_a_genuine_one(pki: TestPki) -> None:
    certificate = x509.load_der_x509_certificate(pki.certificates["Northmoor", CertificateUse.KEY_AGREEMENT, 1])
    critical = {type(extension.value): extension.critical for extension in certificate.extensions}
    assert critical == {
        x509.KeyUsage: True,
        x509.SubjectKeyIdentifier: False,
        x509.CertificatePolicies: True,
        x509.AuthorityKeyIdentifier: False,
    }
    policies = certificate.extensions.get_extension_for_class(x509.CertificatePolicies).value
    assert [policy.policy_identifier.dotted_string for policy in policies] == [POLICY]
    identifier = certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    assert (len(identifier), identifier[0] >> 4) == (8, 0b0100)
    issuing = pki.issuing.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    authority = certificate.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value
    assert authority.key_identifier == issuing


def test_only_the_issuing_authority_may_issue(pki: TestPki) -> None:
    constraints = pki.issuing.extensions.get_extension_for_class(x509.BasicConstraints).value
    usage = pki.issuing.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (constraints.ca, constraints.path_length) == (True, 0)
    assert (usage.key_cert_sign, usage.crl_sign, usage.digital_signature, usage.key_agreement) == (
        True,
        True,
        False,
        False,
    )
    pki.issuing.verify_directly_issued_by(pki.root)


def test_user_ids_are_nobodys(pki: TestPki) -> None:
    assert all(is_eui(user_id) and int(user_id[:2], 16) & 0b10 for user_id in pki.user_id.values())
    assert len(set(pki.user_id.values())) == len(pki.user_id)


def test_a_seed_gives_the_same_pki_again_and_another_seed_another(pki: TestPki) -> None:
    again = mint(seed=1, at=NOW)
    assert {place: one.der for place, one in again.credentials.items()} == {
        place: one.der for place, one in pki.credentials.items()
    }
    assert again.crl == pki.crl
    assert not set(mint(seed=2, at=NOW).certificates.values()) & set(pki.certificates.values())


def test_without_a_seed_no_two_are_alike() -> None:
    assert not set(mint(at=NOW).certificates.values()) & set(mint(at=NOW).certificates.values())
