"""Requests spoilt on purpose, each in one named way and good in every other."""

from rulebook.vocabulary.tampering import Tampering
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.tampering import documents, requests, signatures
from sut_adapters.duis.tampering.material import Material, Spoil, material_of

__all__ = ["Material", "Tampering", "material_of", "spoil"]

SPOIL: dict[Tampering, Spoil] = {**signatures.SPOIL, **documents.SPOIL, **requests.SPOIL}


def spoil(request: RequestToSend, tampering: Tampering, material: Material) -> bytes:
    """The message as it goes out, signed unless the tampering says otherwise.

    For Tampering.WRONG_SERVICE it is a good one, to be posted elsewhere. Raises NotExercised where `material` lacks
    what the tampering needs.
    """
    return SPOIL[tampering](request, material)
