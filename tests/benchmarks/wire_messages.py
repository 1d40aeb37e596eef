"""One exchange on the wire: a 6.15.1, its acknowledgement and its response, as the simulator answers it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from rulebook.law import rulings
from rulebook.vocabulary import SECMP0107, Certificate, CertificateUse, Component, DeviceType, RemotePartyRole, Slot
from sut_adapters.duis.identities import Identities, Party
from sut_adapters.duis.reception import Reception
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.schemas import Schemas, schemas_from
from sut_adapters.duis.signing import sign
from sut_adapters.port import DeviceSpec
from sut_adapters.simulator import estate
from sut_adapters.simulator.endpoint import Service, receive, settle
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.state import State
from sut_adapters.smki import places
from sut_adapters.smki.identity import of_certificate
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki

HOLDER, OPERATOR, S1SP = "Southfell", "Northmoor", Component.S1SP1
HELD = {
    Slot.CRITICAL_NETWORK_OPERATOR: Certificate(HOLDER, CertificateUse.DIGITAL_SIGNING),
    Slot.NON_CRITICAL_NETWORK_OPERATOR: Certificate(HOLDER, CertificateUse.KEY_AGREEMENT),
}
NOW = datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What goes out and what comes back, and who judges it."""

    pki: TestPki
    request: RequestToSend
    signed: bytes
    acknowledgement: bytes
    response: bytes
    reception: Reception

    @property
    def user_id(self) -> str:
        """The sender's."""
        return self.pki.user_id[HOLDER]


@cache
def pki() -> TestPki:
    """One for all measures."""
    return mint(107, NOW)


def request(device: str, counter: int, variant: str = "6.15.1", sender: str = HOLDER) -> RequestToSend:
    """Places the registered operator's certificates in the device's Network Operator slots."""
    return RequestToSend(
        originator=pki().user_id[sender],
        target=device,
        counter=counter,
        variant=variant,
        command_variant=1,
        role=RemotePartyRole.NETWORK_OPERATOR,
        certificates={use: pki().certificates[OPERATOR, use, 1] for use in CertificateUse},
        path=(pki().credentials[places.ISSUING].der,),
    )


def exchange() -> Exchange:
    """Played in process."""
    state = State.fresh(Settings.of(pki()), SECMP0107, rulings(), NOW)
    state, device = estate.placed(state, DeviceSpec(DeviceType.ESME, s1sp=S1SP, slots=HELD), NOW)
    asked = request(device, 1)
    signed = sign(encode_request(asked), pki().signer(HOLDER))
    reaction = receive(Service.SEND_COMMAND, signed, state, NOW)
    _, pushes = settle(reaction.state, NOW)
    response = next(push.document for push in pushes if push.user_id == asked.originator)
    return Exchange(pki(), asked, signed, reaction.reply, response, _reception(schemas_from(None)))


def _reception(schemas: Schemas | None) -> Reception:
    party = Party(HOLDER, pki().user_id[HOLDER], "5.4", pki().signer(HOLDER), (), {}, (), None)
    signers = {
        of_certificate(certificate): (component, certificate)
        for component in (Component.DSP, S1SP)
        for certificate in (pki().signer(component).certificate,)
    }
    return Reception(Identities({HOLDER: party}, signers), schemas)
