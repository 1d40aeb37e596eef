"""The rulebook, answering through the same ports as a real DSP and three S1SPs."""

from sut_adapters.reference.adapter import ReferenceModel

__all__ = ["ReferenceModel"]
