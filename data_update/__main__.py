"""`python -m data_update` is the console script `mp107-one-off-update`."""

from data_update.command import main

if __name__ == "__main__":
    main()
