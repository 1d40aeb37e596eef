"""Whether every key can be used, and is the certificate's."""

from collections.abc import Iterator

from sut_adapters.duis.identities import signer_of
from sut_adapters.duis.preflight.findings import Check, Finding, fault_of, fine, left_out
from sut_adapters.duis.profile_schema import Profile, SignerTable
from sut_adapters.trouble import Trouble

SAMPLE = b"SECMP0107 pre-flight"


def keys(profile: Profile) -> Iterator[Finding]:
    """Signs a few octets by every signer: no message, and nothing is sent anywhere."""
    for name, party in profile.party.items():
        if party.signer is None:
            said = f"nothing is sent in the name of {name}, and none of its certificates is placed"
            yield left_out(Check.KEYS, f"party.{name}", said, f"give party.{name}.signer, if it is to take part")
    for key, table in signer_tables(profile):
        yield _signer(key, table)


def signer_tables(profile: Profile) -> Iterator[tuple[str, SignerTable]]:
    """Every signer of the profile with its key; those that are spoilt on purpose are left out."""
    for name, party in profile.party.items():
        if party.signer is not None:
            yield f"party.{name}.signer", party.signer
        yield from ((f"party.{name}.critical_signer.{number}", one) for number, one in enumerate(party.critical_signer))
    if profile.played is not None:
        for name in ("DSP", "S1SP1", "S1SP2", "S1SP3"):
            table = getattr(profile.played, name)
            if table is not None:
                yield f"played.{name}", table


def _signer(key: str, table: SignerTable) -> Finding:
    try:
        signer_of(table).sign(SAMPLE)
    except Trouble as trouble:
        return fault_of(Check.KEYS, key, trouble)
    return fine(Check.KEYS, key, f"signs, and is the key of {table.certificate.name}")
