"""Service Requests with everything that a sentence does not mention already filled in."""

from rulebook.vocabulary import (
    Certificate,
    CertificateSet,
    CertificateUse,
    DeviceType,
    RemotePartyRole,
    ServiceRequest,
    Variant,
)
from steps.phrases import BOTH_USES, SlotWords
from steps.scene import Scene
from sut_adapters.port import S1spGateway, UserGateway


def certificates_of(scene: Scene, owner: str, uses: tuple[CertificateUse, ...]) -> CertificateSet:
    """The owner's current certificates for these uses."""
    return tuple(Certificate(owner, use, scene.issue(owner)) for use in uses)


def renewed_certificates_of(scene: Scene, owner: str) -> CertificateSet:
    """The owner's next certificates, which it has not used yet."""
    return tuple(Certificate(owner, use, scene.issue(owner) + 1) for use in BOTH_USES)


def update(
    scene: Scene, sender: str, placed: CertificateSet, device: DeviceType, slots: SlotWords, **said: object
) -> ServiceRequest:
    """A 6.15.1 to a device of the scene, with everything that the sentence does not mention at its default."""
    return ServiceRequest(
        Variant.UPDATE_SECURITY_CREDENTIALS_KRP,
        sender,
        scene.device(device),
        role=slots.role,
        certificates=placed,
        signing_issue=scene.issue(sender),
        **said,  # type: ignore[arg-type]  # a sentence names the fields
    )


def send(scene: Scene, gateway: UserGateway, request: ServiceRequest) -> None:
    """Send a request as the event of the scenario."""
    scene.before_event()
    scene.ended(request, gateway.send(request))


def hand_over(scene: Scene, s1sp_gateway: S1spGateway, request: ServiceRequest) -> None:
    """Put a request into the S1SP's hands as the event of the scenario."""
    scene.before_event()
    scene.ended(request, s1sp_gateway.hand_over(request))


def handover(scene: Scene, sender: str, owner: str, device: DeviceType) -> ServiceRequest:
    """SRV 6.21 that places a Network Operator's certificates."""
    return ServiceRequest(
        Variant.REQUEST_HANDOVER,
        sender,
        scene.device(device),
        role=RemotePartyRole.NETWORK_OPERATOR,
        certificates=certificates_of(scene, owner, BOTH_USES),
    )
