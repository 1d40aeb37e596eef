"""Detached signatures (CMS): made by a tester over a manifest, checked over that and over the Board's waivers."""

from harness.signatures.checking import objection
from harness.signatures.files import Signer, fingerprint, read_certificate, read_signer, subject
from harness.signatures.making import signature

__all__ = ["Signer", "fingerprint", "objection", "read_certificate", "read_signer", "signature", "subject"]
