"""What a report is called, by the stage that it completes."""

from collections.abc import Mapping

PIT_TITLE = "System Test and FAT Completion Report"
TITLES: Mapping[str | None, str] = {
    "pit": PIT_TITLE,
    "fat": PIT_TITLE,
    "sit": "System Integration Testing Report",
    "uit": "User Integration Testing Report",
    "tto": "Transition to Operations Report",
    None: "Conformance Report, all test stages",
}
PHASES: Mapping[str | None, str] = {
    "pit": "Design, Build and PIT Phase: 3 Months (FIA 6.1)",
    "fat": "Design, Build and PIT Phase: 3 Months (FIA 6.1)",
    "sit": "SIT and UIT Phase (functional changes only), aligned with Release Dates: 2 Months (FIA 6.1)",
    "uit": "SIT and UIT Phase (functional changes only), aligned with Release Dates: 2 Months (FIA 6.1)",
    "tto": "Transition to Operations and Go Live: D + 6 Months (FIA 6.1)",
    None: "no one phase of FIA 6.1: the scenarios of every stage were taken",
}
SUBJECT = "SEC Modification SECMP0107 (DCC CR4296), SMETS1 Validation of SRV 6.15.1"


def party(stage: str | None) -> str:
    """Whose report it is."""
    return "User" if stage == "uit" else "Service Provider"


def title(stage: str | None) -> str:
    """FIA 4.4 names the first; the others are called after their stage."""
    return TITLES.get(stage, f"Test Report, stage {stage}")
