"""The console script `mp107-one-off-update`, which `python -m data_update` is as well."""

from sut_adapters.ending import interrupted_while_starting


def main() -> None:
    """Loads what takes long only where Ctrl-C is one line by then."""
    interrupted_while_starting("mp107-one-off-update")
    from data_update.command import main as carry_out

    carry_out()


if __name__ == "__main__":
    main()
