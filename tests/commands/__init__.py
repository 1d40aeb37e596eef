"""The `mp107` command."""
