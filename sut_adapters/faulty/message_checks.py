"""Builds that know whose a message is and act where they should refuse, or refuse at others' cost (Messages 4 to 9)."""

from dataclasses import replace

from rulebook.model import RIGHT
from rulebook.model.dsp import command_variant
from rulebook.model.s1sp import originator_counter
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.overlooking import MESSAGES, overlooking
from sut_adapters.faulty.parts import instead, left_out
from sut_adapters.faulty.replacement import nothing_stored
from sut_adapters.faulty.systems import JudgedOnArrival

WITHOUT_COUNTERS = replace(RIGHT, s1sp_order=instead(RIGHT.s1sp_order, originator_counter, left_out))
"""The S1SPs leave the originator counter to the DSP, so that it shows whether the DSP looks at it."""

FAULTS = (
    overlooking(
        "broken-certificate-read-over",
        (beyond("messages-4", "certificates"),),
        "A certificate that cannot be read is left out, and the rest of the request is carried out.",
    ),
    overlooking(
        "untrusted-certificate-placed",
        (beyond("messages-4", "trusted-root"),),
        "The certificates of a request are read for whose they are, and their chain is left to the devices.",
    ),
    overlooking(
        "certificate-for-another-use-placed",
        (beyond("messages-4", "use"),),
        "A certificate goes where the request puts it, whatever its key usage says.",
    ),
    overlooking(
        "expired-certificate-placed",
        (beyond("messages-4", "in-date"),),
        "ApplyTimeBasedCPVChecks is not read, and no last day is compared with the clock.",
    ),
    overlooking(
        "certificate-placed-too-early",
        (beyond("messages-4", "in-date"),),
        "Certificates are issued ahead of time, and so the first day of one that is placed is not looked at.",
    ),
    overlooking(
        "revoked-certificate-placed",
        (beyond("messages-4", "not-revoked"),),
        "The revocation list is consulted for signers alone.",
    ),
    overlooking(
        "lower-counter-taken",
        (beyond("messages-5", "higher-counter"),),
        "Requests are known by their RequestID, and nobody asks whether one is older than the last.",
        WITHOUT_COUNTERS,
    ),
    overlooking(
        "repeated-request-acted-on",
        (beyond("messages-5", "once"), beyond("messages-5", "higher-counter")),
        "The originator counter must not be lower than the last, and the last itself is not lower.",
        WITHOUT_COUNTERS,
    ),
    overlooking(
        "next-counter-refused",
        (short_of("messages-5", "higher-counter"),),
        "The counter that is kept is the next one that may come, and it is compared as if it were the last that came.",
    ),
    overlooking(
        "command-variant-not-read",
        (beyond("messages-6", "command-variant"),),
        "What comes to Send Command is sent to the device, whatever Command Variant it has.",
        replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, command_variant, left_out)),
    ),
    overlooking(
        "any-service-will-do",
        (beyond("messages-6", "web-service"),),
        "Three addresses lead to one service, which sorts requests by their Command Variant.",
    ),
    overlooking(
        "unreadable-message-stops-the-service",
        (short_of("messages-9", "refused"),),
        "The reader of messages fails on one that it cannot read, and nobody starts it again.",
    ),
    overlooking(
        "refused-message-locks-the-device",
        (short_of("messages-9", "refused"),),
        "The device is locked while a message to it is looked at, and a refusal leaves it so.",
    ),
    Fault(
        "accepted-message-leaves-no-mark",
        (beyond("messages-9", "refused"),),
        "The acknowledgement and the response are made when a message is verified, and nothing comes after them.",
        replace(RIGHT, carried_out=nothing_stored),
        features=MESSAGES,
    ),
    Fault(
        "both-of-two-requests-win",
        (against("s1sr-4.2"),),
        "The certificate is compared when a request comes, and replaced when its turn has come.",
        system=JudgedOnArrival,
        features=MESSAGES,
    ),
)
