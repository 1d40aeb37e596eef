"""Whether every genuine template is read, and one whose variant the suite does not know is refused as that."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from interop.observation import Observation
from interop.templates import Template, variants
from rulebook.law import eligibility, rulings
from rulebook.vocabulary import SECMP0107, DeviceType, Generation, UserRole
from sut_adapters.cast import REGISTERED
from sut_adapters.duis.responses import decode
from sut_adapters.duis.signing import sign
from sut_adapters.port import DeviceSpec
from sut_adapters.simulator import estate
from sut_adapters.simulator.command_variants import SERVICE_OF
from sut_adapters.simulator.endpoint import receive
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.state import State
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki

UNKNOWN_VARIANT = "E1000"
"""No document at hand fixes a code for it: one of the schema that they leave without a meaning."""

OK = 200
SENDERS = {**REGISTERED, UserRole.OTHER_USER: "Sanderling"}
GAS = frozenset({UserRole.GAS_SUPPLIER, UserRole.GAS_TRANSPORTER})
REQUEST_ID = re.compile(rb"(RequestID>)[^:<]*:[^:<]*(:[0-9]+<)")


@dataclass(frozen=True, slots=True)
class Premises:
    """A DSP that knows the cast, an ESME and a GPF; both SMETS2, where most of the variants are Commands."""

    pki: TestPki
    state: State
    devices: Mapping[DeviceType, str]

    def answer(self, template: Template) -> str:
        """The response code to the template from a User who may send it, to a device of his; else why there is none."""
        if template.request is None:
            return template.fault
        variant = eligibility()[template.request.header.variant]
        role = next((role for role in SENDERS if role in (variant.roles or ())), UserRole.IMPORT_SUPPLIER)
        device = self.devices[DeviceType.GPF if role in GAS else DeviceType.ESME]
        target = self.pki.user_id[places.DSP] if variant.non_device else device
        addressed = readdressed(template.document, self.pki.user_id[SENDERS[role]], target)
        service = SERVICE_OF[template.request.header.command_variant]
        message = sign(addressed, self.pki.signer(SENDERS[role]))
        reaction = receive(service, message, self.state, datetime.now(UTC))
        if reaction.status != OK:
            return f"HTTP {reaction.status}"
        return decode(reaction.reply).message.header.code


def readdressed(document: bytes, sender: str, target: str) -> bytes:
    """The document with another Business Originator and Target; its signature, if it has one, holds no longer."""
    return REQUEST_ID.sub(rb"\g<1>" + f"{sender}:{target}".encode() + rb"\g<2>", document)


def premises(pki: TestPki) -> Premises:
    """Registered as the cast is by convention."""
    now = datetime.now(UTC)
    state, devices = State.fresh(Settings.of(pki), SECMP0107, rulings(), now), {}
    for device_type in (DeviceType.ESME, DeviceType.GPF):
        state, devices[device_type] = estate.placed(state, DeviceSpec(device_type, Generation.SMETS2), now)
    return Premises(pki, state, devices)


def parsed(templates: list[Template], pki: TestPki) -> list[Observation]:
    """In numbers; each exception by itself."""
    there = premises(pki)
    others = [template for template in templates if not template.is_known]
    answers = {template.name: there.answer(template) for template in others}
    refused = sum(answer == UNKNOWN_VARIANT for answer in answers.values())
    read = sum(template.request is not None for template in templates)
    return [
        Observation(f"the templates, of {variants(templates)} variants", f"{len(templates)} read", f"{read} read"),
        Observation(
            f"those of the {variants(others)} variants unknown to the suite, re-addressed and sent to the simulator",
            f"{len(others)} refused with {UNKNOWN_VARIANT}",
            f"{refused} refused with {UNKNOWN_VARIANT}",
        ),
        *(Observation(name, UNKNOWN_VARIANT, answer) for name, answer in answers.items() if answer != UNKNOWN_VARIANT),
    ]
