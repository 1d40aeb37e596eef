"""The catalogue of faulty builds, in the order of the law."""

from difflib import get_close_matches

from sut_adapters.faulty import (
    alerts,
    answers,
    arrival,
    message_checks,
    message_documents,
    message_signatures,
    older_paragraphs,
    other_checks,
    ownership,
    paragraph_d,
    paragraph_d_requests,
    registration,
    release,
    replacement,
    smets2,
    two_components,
)
from sut_adapters.faulty.fault import Fault
from sut_adapters.trouble import Misconfigured

FAULTS: tuple[Fault, ...] = (
    *registration.FAULTS,
    *older_paragraphs.FAULTS,
    *other_checks.FAULTS,
    *paragraph_d.FAULTS,
    *paragraph_d_requests.FAULTS,
    *two_components.FAULTS,
    *ownership.FAULTS,
    *replacement.FAULTS,
    *answers.FAULTS,
    *alerts.FAULTS,
    *smets2.FAULTS,
    *release.FAULTS,
    *arrival.FAULTS,
    *message_signatures.FAULTS,
    *message_checks.FAULTS,
    *message_documents.FAULTS,
)
BY_NAME = {fault.name: fault for fault in FAULTS}


def find_fault(name: str) -> Fault:
    """The fault of this name; raises Misconfigured, in one line, with the names that are near."""
    if name not in BY_NAME:
        near = get_close_matches(name, BY_NAME, n=3, cutoff=0.4)
        hint = f"near: {', '.join(near)}" if near else "`mp107 faults` lists them"
        raise Misconfigured(f"no faulty build is called {name!r}; {hint}")
    return BY_NAME[name]
