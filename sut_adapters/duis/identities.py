"""Who is who on the wire: the cast's User IDs, keys and certificates, and whose signatures are believed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import Certificate, CertificateUse, Component
from sut_adapters.dealing import order
from sut_adapters.duis.base64_text import written
from sut_adapters.duis.certificates import BrokenCertificate, organisation_certificate
from sut_adapters.duis.profile import named
from sut_adapters.duis.profile_schema import Environment, PartyTable, Profile, SignerTable
from sut_adapters.duis.signer import CommandSigner, FileSigner, Signer
from sut_adapters.smki import key_files
from sut_adapters.smki.identity import IssuerSerial, of_certificate
from sut_adapters.trouble import Misconfigured, NotExercised


@dataclass(frozen=True, slots=True)
class Party:
    """One User ID of the profile; `certificates` are its Organisation Certificates in DER, by use and issue.

    `critical_signers` are by issue, and empty where Critical requests are signed like all others. `issues` are the
    numbers that the profile has them under, in the order of their issues here; empty where that is the same.
    """

    name: str
    user_id: str
    version: str
    signer: Signer | None
    critical_signers: tuple[Signer, ...]
    certificates: Mapping[tuple[CertificateUse, int], bytes]
    path: tuple[bytes, ...]
    first_counter: int | None
    issues: tuple[int, ...] = ()

    def dealt(self, seed: int) -> "Party":
        """The party with its certificates in an order that the seed decides, each with the signer that goes with it.

        As the profile has them, where it does not give as many of each use and of `critical_signers`.
        """
        offered = len(self.critical_signers)
        if not offered or len(self.certificates) != offered * len(CertificateUse):
            return self
        issues = order(seed, self.name, offered)
        certificates = {
            (use, issue): self.certificates[use, listed]
            for use in CertificateUse
            for issue, listed in enumerate(issues, start=1)
        }
        signers = tuple(self.critical_signers[listed - 1] for listed in issues)
        return replace(self, certificates=certificates, critical_signers=signers, issues=issues)

    def listed(self, issue: int) -> int:
        """The number that the profile has an issue under."""
        return self.issues[issue - 1] if 0 < issue <= len(self.issues) else issue

    def signer_for(self, *, critical: bool, issue: int) -> Signer:
        """Who signs; NotExercised where the profile does not have that signer."""
        if self.signer is None:
            raise NotExercised(f"the profile has no signer for {self.name}: nothing can be sent in its name")
        if not critical or not self.critical_signers:
            return self.signer
        if issue > len(self.critical_signers):
            raise NotExercised(f"the profile has no critical_signer of issue {issue} for {self.name}")
        return self.critical_signers[issue - 1]


@dataclass(frozen=True)
class Identities:
    """Everybody whom the profile names. `signers` says of every certificate that is believed whose it is."""

    parties: dict[str, Party]
    signers: Mapping[IssuerSerial, tuple[Component, x509.Certificate]]
    names: Mapping[str, str] = field(init=False)
    _listed: Mapping[str, Party] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", {party.user_id: party.name for party in self.parties.values()})
        object.__setattr__(self, "_listed", dict(self.parties))

    def deal(self, seed: int) -> None:
        """From now on the seed decides which certificate of a party is which issue of it."""
        self.parties.update({name: party.dealt(seed) for name, party in self._listed.items()})

    def party(self, name: str) -> Party:
        """By its name in the features; NotExercised where the profile does not have it."""
        if name not in self.parties:
            raise NotExercised(f"the profile has no party called {name}")
        return self.parties[name]

    def to_place(self, certificate: Certificate) -> bytes:
        """The DER of a certificate that is to go into a slot.

        NotExercised where the owner's signer is not in the profile too: nobody here could ever take it out again.
        """
        owner = self.party(certificate.owner)
        if owner.signer is None:
            raise NotExercised(f"no certificate of {owner.name} is ever placed: its signer is not in the profile")
        found = owner.certificates.get((certificate.use, certificate.issue))
        if found is None:
            wanted = f"{certificate.use} certificate of issue {certificate.issue}"
            raise NotExercised(f"the profile has no {wanted} for {owner.name}")
        return found


def identities(profile: Profile) -> Identities:
    """Every key and certificate that the profile names, read once; Misconfigured with the file, the key, the mend."""
    return Identities({name: _party(profile, name, table) for name, table in profile.party.items()}, _signers(profile))


def signer_of(table: SignerTable) -> Signer:
    """The Signer that a table describes."""
    if table.key is not None:
        return FileSigner(table.key, table.certificate)
    return CommandSigner(table.command or (), table.certificate, table.timeout_s)


def first_counter(profile: Profile, table: PartyTable) -> int | None:
    """Where a User ID's counter begins; None where only others know, for a simulator has no other Users."""
    return table.first_counter or (1 if profile.environment is Environment.SIMULATOR else None)


def _party(profile: Profile, name: str, table: PartyTable) -> Party:
    return Party(
        name=name,
        user_id=table.user_id,
        version=table.duis_version,
        signer=_signer(profile, f"party.{name}.signer", table.signer) if table.signer else None,
        critical_signers=tuple(_signer(profile, f"party.{name}.critical_signer", one) for one in table.critical_signer),
        certificates={
            (use, issue): _organisation(profile, name, table, use, file)
            for use in CertificateUse
            for issue, file in enumerate(table.certificates(use), start=1)
        },
        path=tuple(_path(profile, name, table)),
        first_counter=first_counter(profile, table),
    )


def _signer(profile: Profile, key: str, table: SignerTable) -> Signer:
    with named(profile, key):
        return signer_of(table)


def _path(profile: Profile, name: str, table: PartyTable) -> Iterator[bytes]:
    with named(profile, "trust.issuing" if table.path is None else f"party.{name}.path"):
        yield from map(_der, [profile.trust.issuing] if table.path is None else table.path)


def _organisation(profile: Profile, name: str, table: PartyTable, use: CertificateUse, file: Path) -> bytes:
    """An Organisation Certificate that is the party's own and for this use."""
    key = f"{profile.file}: party.{name}.{use.replace(' ', '_')}: {file}"
    with named(profile, f"party.{name}.{use.replace(' ', '_')}"):
        der = _der(file)
    try:
        found = organisation_certificate(written(der))
    except BrokenCertificate as broken:
        raise Misconfigured(f"{key}: {broken}; give an Organisation Certificate") from broken
    if found.entity_identifier != table.user_id:
        whose = f"is {found.entity_identifier}'s, not {table.user_id}'s"
        raise Misconfigured(f"{key}: {whose}; give a certificate of the party itself")
    if found.use is not use:
        raise Misconfigured(f"{key}: is for {found.use}; give one for {use}")
    return der


def _signers(profile: Profile) -> dict[IssuerSerial, tuple[Component, x509.Certificate]]:
    files: Iterable[tuple[Component, list[Path]]] = [
        (Component.DSP, profile.dsp.certificates),
        *((s1sp, table.certificates) for s1sp, table in profile.s1sp.items()),
    ]
    known: dict[IssuerSerial, tuple[Component, x509.Certificate]] = {}
    for component, paths in files:
        for file in paths:
            with named(profile, "dsp.certificates" if component is Component.DSP else f"s1sp.{component}.certificates"):
                certificate = key_files.certificate(file)
            whose, _ = known.setdefault(of_certificate(certificate), (component, certificate))
            if whose is not component:
                raise Misconfigured(f"{profile.file}: {file}: signs for {whose} and {component}; give each its own")
    return known


def _der(file: Path) -> bytes:
    return key_files.certificate(file).public_bytes(Encoding.DER)
