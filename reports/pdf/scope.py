"""Scope and baseline: FIA 4.4's design documents, the build of each component, and what was left out."""

from collections import Counter
from collections.abc import Iterator

from harness.record import RunRecord
from harness.reporting_profile import Document
from harness.verdicts import Verdict
from reports.pdf import answering
from reports.pdf.blocks import Block, Section, Table, Text
from reports.pdf.titles import PHASES
from reports.pdf.wording import NOT_DECLARED, declared, said

DOCUMENTS = {
    "SD2.1.1": "Functional Specification Instant Energy",
    "SD4.1": "DCC User Gateway Interface Design Specification",
    "SD2.2.1.6": "Component Design Spec \u2013 Security",
    "S1SP1": "Design Document for respective S1SP component",
    "S1SP2": "Design Document for respective S1SP component",
    "S1SP3": "Design Document for respective S1SP component",
}
"""By the id that a profile gives them, as FIA 4.4 calls them."""


def section(record: RunRecord) -> Section:
    """The first section of the report."""
    told = declared(record)
    return Section(
        "Scope and baseline",
        [
            Text(f"Phase: {PHASES.get(record.stage, NOT_DECLARED)}."),
            Text(f"Configuration: {said(told.configuration)}."),
        ],
        [
            Section("Design documents", [_documents(record)]),
            Section("Components", [_components(record)]),
            answering.section(record),
            Section("What was not tested", list(_left_out(record))),
        ],
    )


def _documents(record: RunRecord) -> Block:
    found = declared(record).document
    missing = [Document(id=name, version=NOT_DECLARED) for name in DOCUMENTS if name not in {one.id for one in found}]
    order = [*DOCUMENTS, *(one.id for one in found)]
    every = sorted([*found, *missing], key=lambda one: order.index(one.id))
    rows = [(one.id, said(one.title or DOCUMENTS.get(one.id, "")), one.version, said(one.issued)) for one in every]
    return Table(
        "The design documents of FIA 4.4, and others declared", ("Id", "Title", "Version", "Issued"), rows, (1, 3, 1, 1)
    )


def _components(record: RunRecord) -> Block:
    found = declared(record).component
    rows = []
    for name in (*answering.COMPONENTS, "Device"):
        known = [(one.build, one.configuration, one.built_by) for one in found if one.component == name]
        known = known or ([] if name == "Device" else [("", "", "")])
        rows += [(name, *map(said, one)) for one in known]
    heads = ("Component", "Build", "Configuration", "Service Provider")
    return Table("Build and configuration of each component, as declared", heads, rows, (1, 2, 2, 2))


def _left_out(record: RunRecord) -> Iterator[Block]:
    if record.partial:
        yield Text(f"Only a part was selected: {len(record.scenarios)} of {record.total} scenarios.", strong=True)
    reasons = Counter(one.reason for one in record.scenarios if one.verdict is Verdict.NOT_APPLICABLE)
    if reasons:
        rows = [(reason, str(number)) for reason, number in reasons.most_common()]
        yield Table("Not applicable, by reason", ("Reason", "Scenarios"), rows, (5, 1))
    else:
        yield Text("No scenario was declared not applicable.")
    silent = Counter(
        (str(one.verdict), one.reason)
        for one in record.scenarios
        if one.verdict in (Verdict.NOT_EXERCISED, Verdict.INCONCLUSIVE)
    )
    if silent:
        unseen = [(verdict, reason, str(number)) for (verdict, reason), number in silent.most_common()]
        yield Table("Asked for and not shown, by reason", ("Verdict", "Reason", "Scenarios"), unseen, (1, 4, 1))
    if record.waivers:
        waived = [
            (one.id, one.scenario_or_clause, one.reason, one.owner, one.ticket, one.expires, one.state)
            for one in record.waivers
        ]
        heads = ("Waiver", "Of", "Reason", "Owner", "Ticket", "Expires", "State")
        yield Table("Waivers", heads, waived, (1, 2, 3, 1, 1, 1, 1))
    else:
        yield Text("No waiver was given to this run.")
