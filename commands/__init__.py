"""The `mp107` command: one thin module for each subcommand. Nothing imports it."""
