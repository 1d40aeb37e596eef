"""The conditions of SRPD 6.1(f), 6.2(a) to (d) and S1SR 4.2: each shown to decide by itself (MC/DC).

For each there is a pair of rows that differ in nothing but one axis. In the one the words of the clause are satisfied
and the request is accepted; in the other they are not, and the check that the clause is about refuses it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

DSP, S1SP = "the DSP", "the S1SP"
STEP = "registration step, to "
OWNERSHIP = "ownership check of the S1SP"
FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Condition:
    """A statement or a limb, the axis that it is about, and what a decision of the table says when it is satisfied.

    `without` is the value that does not satisfy it; where it is empty, any of them. `unsatisfied` is what the decision
    says then; anything but a failure does not show in the answer.
    """

    clause: str
    place: str
    axis: str
    decision: str
    satisfied: str
    without: str = ""
    unsatisfied: str = FAILS

    @property
    def shows(self) -> bool:
        """Whether the answer differs, and not only what the clause says."""
        return self.unsatisfied == FAILS


OF_THE_STEP = {
    "srpd-6.1.f.registered-party": ("registered party", "is passed"),
    "srpd-6.1.f.role": ("registered role", "is passed"),
    "srpd-6.1.f.meter-point": ("registered meter point", "is passed"),
    "srpd-6.1.f.effective-date": ("registered days", "is passed"),
    "srpd-6.1.f.device-request": ("variant", "has no object"),
    "srpd-6.2.a.role": ("sender", "is lifted by 6.2(a)"),
    "srpd-6.2.a.responsible-supplier": ("electricity supplier", "is lifted by 6.2(a)"),
    "srpd-6.2.a.shared-hub": ("electricity hub", "is lifted by 6.2(a)"),
    "srpd-6.2.a.join-service": ("variant", "is lifted by 6.2(a)"),
    "srpd-6.2.a.gas-smart-meter": ("device to join", "is lifted by 6.2(a)"),
    "srpd-6.2.a.gas-proxy-function": ("device", "is lifted by 6.2(a)"),
    "srpd-6.2.b.role": ("sender", "is lifted by 6.2(b)"),
    "srpd-6.2.b.responsible-supplier": ("electricity supplier", "is lifted by 6.2(b)"),
    "srpd-6.2.b.shared-hub": ("electricity hub", "is lifted by 6.2(b)"),
    "srpd-6.2.b.restore-device-log": ("variant", "is lifted by 6.2(b)"),
    "srpd-6.2.b.gas-proxy-function": ("device", "is lifted by 6.2(b)"),
    "srpd-6.2.c.role": ("sender", "is lifted by 6.2(c)"),
    "srpd-6.2.d.variant": ("variant", "is lifted by 6.2(d)"),
    "srpd-6.2.d.role": ("sender", "is lifted by 6.2(d)"),
}
"""By limb: the axis, and what the registration step comes to where the limb's clause holds."""

REFUSAL = {
    STEP + DSP: "refused / DSP / registration / E4",
    STEP + S1SP: "refused / S1SP / registration / S1VE4",
    OWNERSHIP: "refused / S1SP / certificate ownership / S1VE64",
}
"""How a request is refused where the check fails, by the decision that says so."""

SWITCHES = {DSP: "SECMP0107 at the DSP", S1SP: "SECMP0107 at the S1SP"}


def conditions() -> Iterator[Condition]:
    """Every condition, at each place at which it is asked.

    The generation is asked at the DSP alone, since a SMETS2 Device has no S1SP. There it cannot show in the answer:
    6.15.1 is Critical, and of a Critical request to a SMETS2 Device no registration check is made.
    """
    for place in (DSP, S1SP):
        for clause, (axis, satisfied) in OF_THE_STEP.items():
            yield Condition(clause, place, axis, STEP + place, satisfied)
        yield Condition("srpd-6.2.d", place, SWITCHES[place], STEP + place, "is lifted by 6.2(d)")
    lifted, not_made = "is lifted by 6.2(d)", "is not made"
    yield Condition("srpd-6.2.d.generation", DSP, "generation", STEP + DSP, lifted, unsatisfied=not_made)
    slot = "critical Network Operator slot"
    yield Condition("s1sr-4.2.business-originator", S1SP, slot, OWNERSHIP, "passes", "another's")
    yield Condition("s1sr-4.2.stored-certificate", S1SP, slot, OWNERSHIP, "passes", "empty")
