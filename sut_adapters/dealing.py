"""Which of somebody's certificates a scenario calls issue 1, issue 2 and so on: its seed decides.

So does the Board's nonce in a certified run, which every seed follows from.
"""

from hashlib import sha256


def order(seed: int, owner: str, offered: int) -> tuple[int, ...]:
    """The issues 1 to `offered`, in the order in which they are taken; where each begins is as likely as any other."""
    first = int.from_bytes(sha256(f"{seed}:{owner}".encode()).digest()[:8]) % offered
    return tuple((first + further) % offered + 1 for further in range(offered))
