"""Which web service a Service Request goes to, under which Command Variant (DUIS schema, CommandVariant)."""

from dataclasses import dataclass

from rulebook.vocabulary import Generation, ServiceRequest, Variant
from sut_adapters.duis.client import Service

CRITICAL = frozenset(
    {Variant.UPDATE_SECURITY_CREDENTIALS_KRP, Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE, Variant.JOIN_SERVICE_CRITICAL}
)
"""By the DUIS request matrix, of the variants that the features send."""

NON_DEVICE = frozenset({Variant.READ_INVENTORY})
CHANGES_NOTHING = frozenset(
    {
        Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS,
        Variant.READ_NETWORK_DATA,
        Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS,
        Variant.READ_INVENTORY,
    }
)
"""May be sent again, under another counter, where it is not known whether it was acted on."""

SEND, TRANSFORM, SIGNED_PRE_COMMAND, ASK_THE_DSP = 1, 4, 5, 8


@dataclass(frozen=True, slots=True)
class Route:
    """Where a request goes and how it is labelled."""

    service: Service
    command_variant: int


def route(request: ServiceRequest, generation: Generation | None) -> Route:
    """The way of a request to a device of that generation; None for a device that nobody knows.

    A Critical request to a SMETS2 device is transformed first. One to a SMETS1 device is sent as it is, unless the
    request names another Command Variant (open question O9).
    """
    variant = request.command_variant
    if variant is None:
        variant = _usual(request, generation)
    service = {TRANSFORM: Service.TRANSFORM, ASK_THE_DSP: Service.NON_DEVICE}.get(variant, Service.SEND_COMMAND)
    return Route(service, variant)


def is_critical(request: ServiceRequest) -> bool:
    """Whether the matrix has the variant as Critical."""
    return request.variant in CRITICAL


def _usual(request: ServiceRequest, generation: Generation | None) -> int:
    if request.variant in NON_DEVICE:
        return ASK_THE_DSP
    return TRANSFORM if generation is Generation.SMETS2 and is_critical(request) else SEND
