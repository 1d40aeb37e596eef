"""What the documents promise, kept true."""
