"""`mp107 explain`: what the law makes of one Service Request, and by which clauses."""

from commands.explain.command import explain

__all__ = ["explain"]
