"""The decision table: the clauses as data, evaluated by a technique of its own. It knows the vocabulary alone."""
