"""What people bring to a report: their own results, what they attach, what they saw, and their signatures."""

from collections.abc import Mapping

from harness.record import RunRecord
from harness.reporting_profile import OwnResults, Signatory
from reports.pdf.blocks import Block, Form, Section, Text
from reports.pdf.wording import NOT_DECLARED, declared, said, table_or_none

DEFAULT_SIGNATORIES = (
    Signatory(role="For the Service Provider"),
    Signatory(role="DCC test assurance"),
    Signatory(role="DCC's Test Assurance Board"),
)
"""Those whom FIA 5.1.1 names."""


def own_results(record: RunRecord) -> Section:
    """The Service Provider's unit tests and builds, as it declares them."""
    rows = [
        (
            one.what,
            said(one.build),
            *_counts(one),
            said(one.at),
            f"attachments/{_name(one.file)}" if one.file else "none",
        )
        for one in declared(record).own_results
    ]
    heads = ("What", "Build", "Passed", "Failed", "Skipped", "At", "File")
    caption = "Unit and build results of the Service Provider"
    return Section(caption, [table_or_none(caption, heads, rows, (2, 2, 1, 1, 1, 1.5, 3))])


def attachments(record: RunRecord, digests: Mapping[str, str]) -> Section:
    """What goes with the evidence. A digest that is not known here is in the manifest of its pack."""
    paths = [(f"attachments/{_name(one.file)}", one) for one in declared(record).attachment]
    rows = [(path, one.title, said(one.source), digests.get(path, "see manifest.json")) for path, one in paths]
    blocks: list[Block] = [table_or_none("Attachments", ("File", "Title", "From", "SHA-256"), rows, (2, 2.4, 1.6, 3))]
    if rows:
        blocks.append(Text("manifest.json has these digests too. Nobody has judged what the files say."))
    return Section("Attachments", blocks)


def witnesses(record: RunRecord) -> Section:
    """FIA 5.1.1: the FAT is witnessed by DCC test assurance."""
    rows = [(one.name, said(one.organisation), said(one.at), said(one.saw)) for one in declared(record).witness]
    heads = ("Name", "Organisation", "At", "What was seen")
    return Section("Witness log", [table_or_none("Witnesses", heads, rows, (2, 2, 2, 3))])


def sign_off(record: RunRecord) -> Section:
    """Room for those who are to sign."""
    names = declared(record).signatory or DEFAULT_SIGNATORIES
    rows = [(one.role, said(one.name), said(one.organisation), "", "") for one in names]
    return Section(
        "Sign-off",
        [
            Text("Nothing in this report is an approval. Who signs here has read it, and answers for what is signed."),
            Form("Signatures", ("Role", "Name", "Organisation", "Signature", "Date"), rows, (2, 2, 2, 3, 1.5)),
        ],
    )


def _counts(one: OwnResults) -> tuple[str, str, str]:
    passed, failed, skipped = (NOT_DECLARED if n is None else str(n) for n in (one.passed, one.failed, one.skipped))
    return passed, failed, skipped


def _name(file: str) -> str:
    return file.rpartition("/")[2]
