"""Builds that do what the law has them do, and say it wrongly or not at all."""

from collections.abc import Mapping
from dataclasses import replace

from rulebook.model import RIGHT, Build
from rulebook.vocabulary import Check, Component, Refused, refusal
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty import conducts
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.systems import (
    AcknowledgementForSuccess,
    NoDuplicates,
    SignedByAnother,
    SilentOnRefusal,
    SilentOnSuccess,
)


def coding(codes: Mapping[Check, str], *, by_the_dsp: bool = False) -> Build:
    """A build whose refusals at some checks carry other codes, those of its S1SPs or of its DSP."""

    def refused(by: Component, check: Check) -> Refused:
        theirs = by is Component.DSP if by_the_dsp else by.is_s1sp
        right = refusal(by, check)
        return replace(right, code=codes.get(check, right.code)) if theirs else right

    return replace(RIGHT, refusal=refused)


def blaming(check: Check, instead: Check, *, by_the_dsp: bool = False) -> Build:
    """A build that reports a refusal at one check as one at another, code and all."""

    def refused(by: Component, failed: Check) -> Refused:
        theirs = by is Component.DSP if by_the_dsp else by.is_s1sp
        return refusal(by, instead if theirs and failed is check else failed)

    return replace(RIGHT, refusal=refused)


FAULTS = (
    Fault(
        "s1sp-codes-swapped",
        (
            short_of("fia-4.2.1.former-operator", "code"),
            beyond("fia-4.2.1.codes", "disabled"),
        ),
        "S1VE4 and S1VE64 were entered the wrong way round.",
        coding({Check.REGISTRATION: "S1VE64", Check.CERTIFICATE_OWNERSHIP: "S1VE4"}),
    ),
    Fault(
        "s1sp-code-generic",
        (short_of("fia-4.2.1.former-operator", "code"), beyond("fia-4.2.1.codes", "disabled")),
        "Whatever the reason, the S1SP Alert carries one code for 'validation failed'.",
        coding(dict.fromkeys(Check, "S1VE0")),
    ),
    Fault(
        "s1sp-blames-the-register",
        (beyond("s1sr-4.2", "stored-certificate"), short_of("fia-4.2.1.former-operator")),
        "A sender without the certificate is refused as one without a registration.",
        blaming(Check.CERTIFICATE_OWNERSHIP, Check.REGISTRATION),
    ),
    Fault(
        "s1sp-blames-the-certificate",
        (short_of("srpd-16.1", "s1sp"), beyond("fia-4.2.1.codes", "disabled")),
        "A sender without a registration is refused as one without the certificate.",
        blaming(Check.REGISTRATION, Check.CERTIFICATE_OWNERSHIP),
    ),
    Fault(
        "dsp-code-generic",
        (against("srpd-6.1.f"), short_of("fia-3.2.1", "registration")),
        "Whatever failed in access control, the DSP answers E1.",
        coding(dict.fromkeys(Check, "E1"), by_the_dsp=True),
    ),
    Fault(
        "dsp-answers-e2-for-e4",
        (beyond("srpd-6.1.f", "registered-party"), short_of("fia-4.1.other-users", "supplier")),
        "A party that is not registered is refused for its registration, under the code for its role.",
        coding({Check.REGISTRATION: "E2"}, by_the_dsp=True),
    ),
    Fault(
        "dsp-blames-the-register",
        (beyond("srpd-6.2", "that-step-only"), against("srpd-6.1.f")),
        "Whoever may not send a request at all is refused for want of a registration.",
        blaming(Check.USER_ROLE, Check.REGISTRATION, by_the_dsp=True),
    ),
    Fault(
        "silent-on-success",
        (short_of("fia-4.2.1.disable"), short_of("srpd-6.2.d")),
        "The request is acknowledged and carried out, and the signed response is never sent.",
        system=SilentOnSuccess,
        conduct=conducts.SILENT_ON_SUCCESS,
    ),
    Fault(
        "silent-on-refusal",
        (short_of("fia-4.1.lagging-s1sp", "s1sp-alert"), against("s1sr-4.2")),
        "The request is acknowledged, the S1SP refuses it, and nobody is told.",
        system=SilentOnRefusal,
        conduct=conducts.SILENT_ON_REFUSAL,
    ),
    Fault(
        "signed-by-another-s1sp",
        (against("s1sr-4.2"), short_of("fia-4.1.lagging-s1sp", "rejected-by-s1sp")),
        "The three S1SPs share one signing service, which takes the keys in the wrong order.",
        system=SignedByAnother,
        conduct=conducts.ANOTHERS_KEY,
    ),
    Fault(
        "acknowledgement-for-success",
        (short_of("fia-4.2.1.known-remote-party"), beyond("s1sr-4.2", "stored-certificate")),
        "What the DSP has acknowledged counts as done, and the S1SP never hears of it.",
        system=AcknowledgementForSuccess,
        conduct=conducts.ACKNOWLEDGEMENT_FOR_SUCCESS,
    ),
    Fault(
        "repeated-request-answered-from-memory",
        (beyond("s1sr-4.2", "stored-certificate"),),
        "A request like one that was carried out is taken for a repetition, and gets the old answer.",
        system=NoDuplicates,
    ),
)
