"""One seed for a run, and from it one for each scenario, so that neither order nor company changes anybody's data."""

import hashlib
import secrets


def new_seed() -> int:
    """A seed for a run that was given none."""
    return secrets.randbelow(2**32)


def nonce_seed(nonce: str) -> int:
    """The seed that the Board's nonce decides; 48 bits, which every reader of JSON can hold."""
    return int.from_bytes(hashlib.sha256(f"nonce:{nonce}".encode()).digest()[:6], "big")


def scenario_seed(run_seed: int, scenario: str) -> int:
    """The seed of the scenario with this id: 64 bits that depend on nothing else."""
    digest = hashlib.sha256(f"{run_seed}:{scenario}".encode()).digest()
    return int.from_bytes(digest[:8], "big")
