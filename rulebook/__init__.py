"""The law as pure functions: vocabulary, readings of the clauses, and the model that walks a request past them."""
