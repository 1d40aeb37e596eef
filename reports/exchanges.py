"""Every message as it was sent and received, each in a file of its own that the other reports name."""

from pathlib import Path

from harness.mail import octets
from harness.record import RunRecord


def write(record: RunRecord, folder: Path) -> None:
    """The octets that went over the wire; makes the folder only where there is anything to put into it."""
    messages = [
        message for scenario in record.scenarios for exchange in scenario.exchanges for message in exchange.messages
    ]
    if messages:
        folder.mkdir(exist_ok=True)
    for message in messages:
        (folder / message.name).write_bytes(octets(message))
