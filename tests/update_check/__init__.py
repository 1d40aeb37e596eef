"""Somebody's one-off update, tried on databases of our own: the check, tested."""
