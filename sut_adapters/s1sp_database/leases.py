"""A device of the population that is in the state that a scenario asks for, and the names that it goes by there.

The population's operators are those of the glossary, but which of them a device is registered to follows from its
place. A scenario names them itself, so a device is lent under the scenario's names.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from rulebook.vocabulary import (
    NETWORK_OPERATOR_ROLE,
    NETWORK_OPERATOR_SLOTS,
    Certificate,
    CertificateUse,
    Component,
    DeviceStatus,
    DeviceType,
    Generation,
    Slot,
)
from sut_adapters.cast import CAST, REGISTERED
from sut_adapters.port import DeviceSpec, Misunderstood, NotExercised, Phase
from sut_adapters.s1sp_database.certificates import Certificates, certificate_id
from sut_adapters.s1sp_database.population_devices import Planted
from sut_adapters.s1sp_database.population_operators import CORRECTABLE
from sut_adapters.s1sp_database.trial_database import Contents
from sut_adapters.update_terms import Place

RIGHT, OTHER, OTHER_FUEL, SECOND = "right", "another operator's", "another fuel's", "a second User ID's"

STORIES: Mapping[tuple[DeviceType, str], str] = {
    (DeviceType.ESME, RIGHT): "right after another",
    (DeviceType.GPF, RIGHT): "right with a last day",
    (DeviceType.ESME, OTHER): "wrong",
    (DeviceType.GPF, OTHER): "wrong",
    (DeviceType.GPF, OTHER_FUEL): "a distributor's certificates",
    (DeviceType.ESME, SECOND): "the operator's second Entity Identifier",
}


class Unissued(int):
    """Issue 0, of a certificate that nobody here has made: in words, which it is and which its owner has published."""

    words: str

    def __new__(cls, held: Contents, certificates: Certificates) -> "Unissued":
        issue = super().__new__(cls, 0)
        issue.words = f"unknown, {certificate_id(held)}"
        with suppress(KeyError):
            published = certificates.contents(str(held["owner"]), CertificateUse(str(held["use"])))
            issue.words += f", where {certificate_id(published)} is published"
        return issue

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Lease:
    """A device with its names: `names` has the scenario's name for each operator, `euis` the other way round."""

    device: str
    spec: DeviceSpec
    s1sp: Component
    names: Mapping[str, str]
    euis: Mapping[str, str]

    def slots(self, held: Mapping[Place, Contents], certificates: Certificates) -> Mapping[Slot, Certificate | None]:
        """What the slots hold, in the scenario's names."""
        return {slot: self._certificate(held.get((self.device, slot)), certificates) for slot in Slot}

    def _certificate(self, held: Contents | None, certificates: Certificates) -> Certificate | None:
        if held is None or held["owner"] is None:
            return None
        if held["use"] not in set(CertificateUse):
            reason = f"a slot of {self.device} holds a certificate for {str(held['use'])[:20]!a}, which is no use"
            raise Misunderstood(Phase.UNDERSTAND, reason)
        owner = certificates.operator(str(held["owner"]))
        issue = certificates.issue(held) or Unissued(held, certificates)
        return Certificate(self.names.get(owner, owner), CertificateUse(str(held["use"])), issue)


def lease(
    spec: DeviceSpec, planted: Iterable[Planted], held: Mapping[Place, Contents], certificates: Certificates
) -> Lease:
    """Raises NotExercised where the population has no such device. `planted` are slots of the S1SP asked for."""
    relation, holder = _relation(spec, _registrant(spec))
    story = STORIES.get((spec.device_type, relation))
    usual = spec.generation is Generation.SMETS1 and spec.status is DeviceStatus.COMMISSIONED
    if story is None or not usual:
        raise NotExercised(f"the population lends no {spec.generation} {spec.device_type} that holds {relation}")
    return lease_of(spec, story, holder, planted, held, certificates)


def lease_of(
    spec: DeviceSpec,
    story: str,
    holder: str,
    planted: Iterable[Planted],
    held: Mapping[Place, Contents],
    certificates: Certificates,
) -> Lease:
    """A device of one story, in the names of the specification."""
    alike = (one for one in planted if one.story == story and one.device_type == spec.device_type.value)
    found = next(alike, None)
    if found is None:
        raise NotExercised(f"the population has no {spec.device_type} of the story {story!r}")
    registrant = _registrant(spec)
    known = {holder: str(held[found.device_id, Slot.CRITICAL_NETWORK_OPERATOR]["owner"]), registrant: found.owner}
    names = {certificates.operator(eui): name for name, eui in known.items()}
    spare = [eui for eui in _euis(found.owner) if certificates.operator(eui) not in names]
    others = [name for name in CAST if CAST[name] == CAST[registrant] and name not in known]
    return Lease(
        found.device_id, spec, Component(found.s1sp), names, {**dict(zip(others, spare, strict=False)), **known}
    )


def _registrant(spec: DeviceSpec) -> str:
    role = NETWORK_OPERATOR_ROLE[spec.device_type]
    return spec.registered.get(role, REGISTERED[role])


def _relation(spec: DeviceSpec, registrant: str) -> tuple[str, str]:
    """How the holder of both Network Operator slots stands to the registered operator; raises NotExercised."""
    held = {spec.slots[slot] for slot in NETWORK_OPERATOR_SLOTS if slot in spec.slots}
    owners = {certificate.owner if certificate else "" for certificate in held}
    if not owners:
        return RIGHT, registrant
    if len(owners) > 1 or "" in owners:
        raise NotExercised("the population lends no device whose slots are empty, or hold two operators' certificates")
    holder = owners.pop()
    if holder == registrant:
        return RIGHT, registrant
    if holder.startswith(registrant):
        return SECOND, holder
    return (OTHER if CAST[holder] == CAST[registrant] else OTHER_FUEL), holder


def _euis(like: str) -> list[str]:
    """One Entity Identifier of each operator of the same fuel."""
    role = next((licence.role for licence in CORRECTABLE if licence.eui == like), None)
    first: dict[str, str] = {}
    for licence in CORRECTABLE:
        if licence.role is role:
            first.setdefault(licence.operator, licence.eui)
    return list(first.values())
