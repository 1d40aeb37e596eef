"""From a Service Request in the words of the features to one in identifiers, counters and octets."""

from datetime import datetime, timedelta

from rulebook.vocabulary import ServiceRequest, Variant
from sut_adapters.duis.devices import Devices
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.routes import NON_DEVICE

LATER = timedelta(days=7)
"""How far ahead a future-dated request is dated: beyond the end of any run."""

REPLACES_CREDENTIALS = frozenset(
    {Variant.UPDATE_SECURITY_CREDENTIALS_KRP, Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE, Variant.REQUEST_HANDOVER}
)


def translated(
    request: ServiceRequest,
    *,
    counter: int,
    command_variant: int,
    identities: Identities,
    devices: Devices,
    now: datetime,
    dsp_id: str | None = None,
) -> RequestToSend:
    """A log that is restored is the target's own unless another device is named.

    NotExercised where the profile lacks the sender, or a certificate to place together with its owner's signer."""
    sender = identities.party(request.sender)
    target, other = devices.eui(request.target), request.other_device and devices.eui(request.other_device)
    if request.variant == Variant.RESTORE_GPF_DEVICE_LOG and other is None:
        other = target
    if dsp_id is not None and request.variant in NON_DEVICE:
        target, other = dsp_id, target
    return RequestToSend(
        originator=sender.user_id,
        target=target,
        counter=counter,
        variant=request.variant,
        command_variant=command_variant,
        role=request.role,
        certificates={certificate.use: identities.to_place(certificate) for certificate in request.certificates},
        path=sender.path if request.variant in REPLACES_CREDENTIALS else (),
        other_device=other,
        execution=(now + LATER).replace(microsecond=0) if request.future_dated else None,
        floor=request.floor,
        version=sender.version,
    )
