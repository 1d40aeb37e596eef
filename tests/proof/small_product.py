"""A product of axes that is walked in a second: every axis, with the values by which clauses tell cases apart."""

from proof.prove.axes import DEFAULT, RULING, axes
from proof.prove.diagrams import Diagrams
from proof.prove.rulebook_side import RulebookDiagrams
from proof.prove.table_side import ANSWER, TableDiagrams
from proof.prove.way import WAY
from proof.table.decisions import Table
from rulebook.model import RIGHT
from rulebook.model.build import Build

FEWER = {
    RULING: (DEFAULT, "O1.s1sp=network-operator-certificates", "O3.s1sp=ownership-first", "O26=every-operator"),
    "sender": ("Electricity Distributor", "Gas Transporter", "Import Supplier", "Gas Supplier", "Other User"),
    "variant": ("6.15.1", "4.1.1", "4.8.1", "5.1", "6.21", "8.2", "8.7.1", "8.12.2"),
    "device": ("ESME", "GPF", "GSME"),
    "device status": ("Commissioned", "Suspended", "Withdrawn"),
    "Command Variant": ("as usual", "1", "4"),
    "registered meter point": ("Import MPAN or MPRN", "another device's"),
    "Import MPAN": ("yes",),
    "registered days": ("today", "from tomorrow"),
    "registered party": ("the sender", "another"),
    "registered party in the S1SP's copy": ("the sender", "another"),
    "electricity supplier": ("the sender", "another"),
    "device to join": ("GSME", "itself"),
    "certificates placed": ("the registered operator's", "a Supplier's", "none"),
    "served by": ("S1SP1",),
}
SMALL = {axis: FEWER.get(axis, values) for axis, values in axes().items()}


def table_side(table: Table, diagrams: Diagrams) -> TableDiagrams:
    """What the table says, with gaps and overlaps found."""
    side = TableDiagrams(table, diagrams)
    side.of(ANSWER)
    return side


def rulebook_side(diagrams: Diagrams, build: Build = RIGHT) -> RulebookDiagrams:
    """What a build does."""
    side = RulebookDiagrams(build, diagrams)
    side.of(WAY)
    return side
