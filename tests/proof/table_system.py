"""A system that decides nothing by itself: whatever the DSP, an S1SP or a Device is asked, the decision table answers.

What an accepted request changes, and who is told, is the reference's; nothing of its checks is made.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from proof.table.decisions import Row, Sitting, Table
from rulebook.case import Case
from rulebook.model import RIGHT, Build, Finding
from rulebook.model.build import Hearing
from rulebook.vocabulary import Check, Component, Refused, Rulings
from sut_adapters.reference import ReferenceModel
from tests.proof.table_inputs import Inputs


@dataclass
class ByTheTable:
    """The parts of a build, asked of a table; `fired` is every row by which it decided something, with its decision."""

    table: Table
    fired: set[tuple[str, str]] = field(default_factory=set)
    codes: dict[tuple[Component, Check], str] = field(default_factory=dict)

    def build(self) -> Build:
        """A build with these parts."""
        return replace(
            RIGHT,
            clause_6_2=(),
            clause_6_2_as_modified=(),
            registered=lambda case: self._of(case, "registration step, to the DSP")[0] != "fails",
            dsp_order=dict.fromkeys(RIGHT.dsp_order, (self.step_of_the_dsp, self.dsp)),
            s1sp_order=dict.fromkeys(RIGHT.s1sp_order, (self.s1sp,)),
            device_order=(self.device,),
            refusal=lambda by, check: Refused(by, check, self.codes.get((by, check)) or self._code(by, check)),
        )

    def dsp(self, case: Hearing) -> Finding | None:
        """The answer of the DSP; whom it holds back for their anomaly threshold, the reference holds back."""
        return self._answer(case, "answer of the DSP", "passes")

    def step_of_the_dsp(self, case: Hearing) -> Finding | None:
        """The clause by which the DSP lets a request through, for its audit trail."""
        if self._of(case, "answer of the DSP")[0] != "passes":
            return None
        _, sitting = self._of(case, "registration step, to the DSP")
        return Finding(case.component, Check.REGISTRATION, sitting.fired[-1].row.clause, True, "by the table")

    def s1sp(self, case: Hearing) -> Finding | None:
        """The answer of the S1SP."""
        return self._answer(case, "answer of the S1SP", "accepted", "scheduled")

    def device(self, case: Hearing) -> Finding | None:
        """The answer of a SMETS2 Device."""
        return self._answer(case, "answer of the Device", "accepted", "scheduled")

    def _answer(self, case: Hearing, decision: str, *passing: str) -> Finding:
        answer, sitting = self._of(case, decision)
        clause = sitting.fired[-1].row.clause
        if answer in (*passing, "quarantined"):
            return Finding(case.component, Check.UNATTESTED, clause, True, "by the table")
        _, _, check, code = answer.split(" / ")
        self.codes[case.component, Check(check)] = code
        return Finding(case.component, Check(check), clause, False, "by the table")

    def _code(self, by: Component, check: Check) -> str:
        """Of a refusal that no answer of one component is: a request judged again is refused in the end."""
        (code,) = {row.result.split(" / ")[-1] for row in self._rows() if f"{by} / {check} / " in row.result}
        return code

    def _rows(self) -> Iterator[Row]:
        for decision in self.table.decisions.values():
            yield from decision.rows

    def _of(self, case: Case, decision: str) -> tuple[str, Sitting]:
        sitting = self.table.decide(decision, Inputs(self.table, case).ask)
        self.fired |= {(one.decision, one.row.number) for one in sitting.fired}
        return sitting.value(decision), sitting


def system_by(parts: ByTheTable, rulings: Rulings) -> ReferenceModel:
    """The reference with these parts in place of its own."""
    return ReferenceModel(rulings, build=parts.build())
