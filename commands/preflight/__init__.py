"""`mp107 preflight`: whether a run could begin, and the exact mend for whatever keeps it from that."""

from commands.preflight.command import preflight

__all__ = ["preflight"]
