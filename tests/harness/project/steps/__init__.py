"""The sentences of a small project."""

MODULES = ("steps.sentences",)
