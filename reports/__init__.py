"""From the record of a run to evidence that a stranger can read."""
