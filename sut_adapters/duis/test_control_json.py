"""The nouns of asking as test control has them: User IDs for names of the cast (docs/test-control.openapi.yaml)."""

from typing import Any

from rulebook.vocabulary import S1SPS, Certificate, CertificateUse, Component, Release, Slot
from sut_adapters.duis.held_slots import HeldReader, HeldSlots
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.test_control_client import Json
from sut_adapters.port import AuditEntry, DeviceSpec
from sut_adapters.trouble import Misunderstood, Phase

MALFORMED = (KeyError, TypeError, ValueError, AttributeError)
COMPONENTS = (Component.DSP, *S1SPS)


def device_as_json(spec: DeviceSpec, identities: Identities) -> Json:
    """NotExercised for a party that the profile does not have."""
    return {
        "device_type": spec.device_type,
        "generation": spec.generation,
        "s1sp": spec.s1sp,
        "status": spec.status,
        "registered": {role: identities.party(name).user_id for role, name in spec.registered.items()},
        "slots": {slot: one and _certificate_as_json(one, identities) for slot, one in spec.slots.items()},
        "hub": spec.hub,
    }


def slots_of(content: Json, reader: HeldReader) -> HeldSlots:
    """All four slots; Misunderstood where the answer does not say."""
    try:
        found = {slot: content["slots"].get(slot) for slot in Slot}
        return {slot: one and reader.certificate(one["owner"], _use(one), one["hash"]) for slot, one in found.items()}
    except MALFORMED as error:
        raise _misunderstood("what the slots hold", error) from error


def serving(content: Json) -> Component:
    """Who serves a device."""
    try:
        return Component(content["served_by"])
    except MALFORMED as error:
        raise _misunderstood("who serves the device", error) from error


def release_of(content: Json) -> Release:
    """A component that is not mentioned is off."""
    try:
        on = {component: {"on": True, "off": False}[content.get(component, "off")] for component in COMPONENTS}
    except MALFORMED as error:
        raise _misunderstood("which components have SECMP0107 in force", error) from error
    return Release(on[Component.DSP], {s1sp: on[s1sp] for s1sp in S1SPS})


def release_as_json(release: Release, components: tuple[Component, ...] = COMPONENTS) -> Json:
    """`on` or `off` for each of the components."""
    return {component: "on" if release.in_force_at(component) else "off" for component in components}


def decisions_of(content: Json) -> tuple[AuditEntry, ...]:
    """Every clause that was asked, in order."""
    try:
        return tuple(
            AuditEntry(Component(one["component"]), str(one["clause"]), bool(one["holds"]), str(one["because"]))
            for one in content["decisions"]
        )
    except MALFORMED as error:
        raise _misunderstood("what was decided", error) from error


def text_of(content: Json, key: str) -> str:
    """One text of an answer."""
    found = content.get(key)
    if not isinstance(found, str):
        raise _misunderstood(key, TypeError("no text"))
    return found


def _certificate_as_json(certificate: Certificate, identities: Identities) -> dict[str, Any]:
    owner = identities.party(certificate.owner)
    return {"owner": owner.user_id, "use": certificate.use, "issue": owner.listed(certificate.issue)}


def _use(content: Json) -> CertificateUse:
    return CertificateUse(content["use"])


def _misunderstood(what: str, error: Exception) -> Misunderstood:
    fault = f"test control does not say {what} as docs/test-control.openapi.yaml has it"
    return Misunderstood(Phase.UNDERSTAND, f"{fault} ({type(error).__name__}: {error}); mend the environment")
