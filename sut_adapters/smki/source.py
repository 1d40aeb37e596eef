"""Where keys and serial numbers come from: a seed for tests, otherwise the operating system's randomness."""

import secrets
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
SERIAL_OCTETS = 16


@dataclass(frozen=True, slots=True)
class Source:
    """With a `seed`, whatever is asked for follows from it and the name that it is for."""

    seed: int | None
    _keys: dict[str, ec.EllipticCurvePrivateKey] = field(default_factory=dict, repr=False)

    def key(self, name: str) -> ec.EllipticCurvePrivateKey:
        """On P-256; the same for the same name."""
        if name not in self._keys:
            self._keys[name] = self._new_key(name)
        return self._keys[name]

    def _new_key(self, name: str) -> ec.EllipticCurvePrivateKey:
        if self.seed is None:
            return ec.generate_private_key(ec.SECP256R1())
        return ec.derive_private_key(1 + int.from_bytes(self._octets(f"key {name}")) % (P256_ORDER - 1), ec.SECP256R1())

    def serial(self, name: str) -> int:
        """Positive, of exactly sixteen octets."""
        octets = secrets.token_bytes(SERIAL_OCTETS) if self.seed is None else self._octets(f"serial {name}")
        return int.from_bytes(bytes([0x40 | octets[0] & 0x3F]) + octets[1:SERIAL_OCTETS])

    def _octets(self, what: str) -> bytes:
        return sha256(f"{self.seed} {what}".encode()).digest()
