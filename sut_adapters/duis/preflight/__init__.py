"""What has to be in order before a run, checked without asking for any verdict: each fault with its exact mend."""

from sut_adapters.duis.preflight.findings import Finding, State
from sut_adapters.duis.preflight.inspection import looked_over
from sut_adapters.duis.preflight.needs import Needs

__all__ = ["Finding", "Needs", "State", "looked_over"]
