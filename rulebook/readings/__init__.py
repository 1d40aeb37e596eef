"""One reading per clause: pure functions whose docstrings are the law."""
