"""Every faulty way to look at messages, by the name of its build; imported only where messages are looked at."""

from sut_adapters.faulty.lax_checks import CHECKS
from sut_adapters.faulty.lax_documents import DOCUMENTS
from sut_adapters.faulty.lax_signatures import SIGNATURES
from sut_adapters.simulator.scrutiny import Scrutiny

SCRUTINIES: dict[str, Scrutiny] = {**SIGNATURES, **DOCUMENTS, **CHECKS}
