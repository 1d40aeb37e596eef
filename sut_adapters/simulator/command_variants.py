"""Which Command Variant goes to which web service, and with which request (DUIS schema, CommandVariant)."""

from rulebook.law import eligibility
from rulebook.vocabulary import Generation
from rulebook.world import Device
from sut_adapters.duis.request import DuisRequest
from sut_adapters.simulator import codes
from sut_adapters.simulator.exchange import Objection, Service
from sut_adapters.simulator.scrutiny import Scrutiny

SERVICE_OF = {
    1: Service.SEND_COMMAND,
    3: Service.SEND_COMMAND,
    4: Service.TRANSFORM,
    5: Service.SEND_COMMAND,
    7: Service.SEND_COMMAND,
    2: Service.NON_DEVICE,
    6: Service.NON_DEVICE,
    8: Service.NON_DEVICE,
}
OVER_THE_WAN = frozenset({1})
TO_BE_TRANSFORMED = frozenset({4})
SIGNED_PRE_COMMAND = frozenset({5})
NON_DEVICE = frozenset({8})
"""Local Command Services (2, 3, 6 and 7) are not simulated."""


def service_for(service: Service, request: DuisRequest, scrutiny: Scrutiny) -> Service:
    """The service that deals with the message: the one that it came to, which has to be the one that its Command
    Variant names.
    """
    number = request.header.command_variant
    dealt_with_by = scrutiny.dealt_with_by(service, SERVICE_OF.get(number, service))
    if dealt_with_by is None:
        raise Objection(codes.WRONG_SERVICE, f"Command Variant {number} does not go to {service}")
    return Service(dealt_with_by)


def check_command_variant(request: DuisRequest, device: Device | None) -> None:
    """The request may have its Command Variant. For a Critical request to a SMETS1 device the law says (O9)."""
    number, expected = request.header.command_variant, _expected(request, device)
    if expected and number not in expected:
        raise Objection(codes.COMMAND_VARIANT, f"Command Variant {number} does not go with this request")


def _expected(request: DuisRequest, device: Device | None) -> frozenset[int]:
    """Empty where nothing is to be said here."""
    variant = eligibility()[request.header.variant]
    if variant.non_device:
        return NON_DEVICE
    if request.pre_command is not None:
        return SIGNED_PRE_COMMAND
    if not variant.critical:
        return OVER_THE_WAN
    if device is None:
        return OVER_THE_WAN | TO_BE_TRANSFORMED
    return TO_BE_TRANSFORMED if device.generation is Generation.SMETS2 else frozenset()
