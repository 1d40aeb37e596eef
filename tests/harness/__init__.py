"""The harness: what it makes of exceptions, options and whole runs."""
