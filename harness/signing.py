"""The signer of a pack, by the options of the run."""

from harness.evidence_options import EvidenceOptions
from harness.signatures import Signer, read_signer
from sut_adapters.trouble import Misconfigured


def signer(wanted: EvidenceOptions) -> Signer | None:
    """None where the pack is to be unsigned, or there is none. Raises Misconfigured."""
    if wanted.sign_key is None and wanted.sign_certificate is None:
        return None
    if wanted.sign_key is None or wanted.sign_certificate is None:
        raise Misconfigured("--sign-key and --sign-certificate go together; give both, or neither")
    if not wanted.pack:
        raise Misconfigured("--sign-key: only a pack is signed; add --pack, or leave it out")
    return read_signer(wanted.sign_certificate, wanted.sign_key)
