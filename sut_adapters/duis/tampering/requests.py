"""Well-signed messages that say something wrong, or are signed by somebody wrong."""

from dataclasses import replace

from rulebook.vocabulary import Variant
from rulebook.vocabulary.tampering import Tampering
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.tampering.material import Material, Spoil, placing, signed
from sut_adapters.port import NotExercised
from sut_adapters.smki.faults import CertificateFault

NO_CERTIFICATE = b"no certificate"
OF_A_DEVICE_REQUEST, OF_A_NON_DEVICE_REQUEST = 1, 8
"""Command Variants (DUIS schema): for sending over the WAN, and for what goes to no device."""


def _unknown_user(request: RequestToSend, material: Material) -> bytes:
    if material.stranger is None:
        raise NotExercised("no signer can be had that belongs to no User")
    return signed(replace(request, originator=material.stranger_id), material.stranger)


def _command_variant(request: RequestToSend, material: Material) -> bytes:
    non_device = request.variant == Variant.READ_INVENTORY
    unfit = OF_A_DEVICE_REQUEST if non_device else OF_A_NON_DEVICE_REQUEST
    return signed(replace(request, command_variant=unfit), material.signer)


def _counter(step: int) -> Spoil:
    def spoil(request: RequestToSend, material: Material) -> bytes:
        return signed(replace(request, counter=material.last_counter - step), material.signer)

    return spoil


def _signer(fault: CertificateFault) -> Spoil:
    return lambda request, material: signed(request, material.spoilt_signer(fault))


def _replacement(fault: CertificateFault) -> Spoil:
    return lambda request, material: signed(placing(request, material.spoilt_replacement(fault)), material.signer)


SPOIL: dict[Tampering, Spoil] = {
    Tampering.UNKNOWN_USER: _unknown_user,
    Tampering.ORIGINATOR_NOT_SIGNER: lambda request, material: signed(request, material.other),
    Tampering.REPLAYED_COUNTER: _counter(0),
    Tampering.LOWER_COUNTER: _counter(1),
    Tampering.COMMAND_VARIANT: _command_variant,
    Tampering.WRONG_SERVICE: lambda request, material: signed(request, material.signer),
    Tampering.SIGNER_EXPIRED: _signer(CertificateFault.EXPIRED),
    Tampering.SIGNER_NOT_YET_VALID: _signer(CertificateFault.NOT_YET_VALID),
    Tampering.SIGNER_REVOKED: _signer(CertificateFault.REVOKED),
    Tampering.SIGNER_WRONG_USAGE: _signer(CertificateFault.WRONG_USAGE),
    Tampering.REPLACEMENT_EXPIRED: _replacement(CertificateFault.EXPIRED),
    Tampering.REPLACEMENT_NOT_YET_VALID: _replacement(CertificateFault.NOT_YET_VALID),
    Tampering.REPLACEMENT_REVOKED: _replacement(CertificateFault.REVOKED),
    Tampering.REPLACEMENT_WRONG_USAGE: _replacement(CertificateFault.WRONG_USAGE),
    Tampering.REPLACEMENT_UNTRUSTED: _replacement(CertificateFault.UNTRUSTED),
    Tampering.REPLACEMENT_NO_CERTIFICATE: lambda request, material: signed(
        placing(request, NO_CERTIFICATE), material.signer
    ),
}
