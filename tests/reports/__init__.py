"""Reports: what they make of the record of a run."""
