"""How pytest runs a feature: options, guard, ports, verdicts, the record of a run."""
