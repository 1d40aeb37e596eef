"""A Service Request from values to the XML that a User signs and sends."""

from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.header import COMMAND_VARIANTS
from sut_adapters.duis.markup import Markup, element, leaf, octets, root
from sut_adapters.duis.references import identification, service_reference
from sut_adapters.duis.request_bodies import body, signed_pre_command
from sut_adapters.duis.request_to_send import RequestToSend

__all__ = ["RequestToSend", "encode_request"]


def encode_request(request: RequestToSend) -> bytes:
    """Unsigned, without white space; raises MessageFault for what the DUIS schema has no place for."""
    content = signed_pre_command(request) if request.signed_pre_command is not None else body(request)
    return octets(root("sr:Request", request.version, _header(request), element("sr:Body", content)))


def _header(request: RequestToSend) -> Markup:
    if str(request.command_variant) not in COMMAND_VARIANTS:
        raise MessageFault("element sr:CommandVariant", f"{request.command_variant} is none", "give 1 to 9")
    return element(
        "sr:Header",
        identification("sr:RequestID", request.request_id),
        leaf("sr:CommandVariant", request.command_variant),
        service_reference("sr", request.variant),
    )
