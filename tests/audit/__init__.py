"""The audit, tested."""
