"""How feature files are read."""
