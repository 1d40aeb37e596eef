"""The `mp107` command: one thin module for each subcommand. Nothing imports it."""

from sut_adapters.ending import interrupted_while_starting

interrupted_while_starting("mp107")
