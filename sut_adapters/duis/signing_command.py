"""Signatures from a command that somebody else wrote: an HSM's, another organisation's.

It reads the octets to be signed from standard input, and writes the ECDSA signature in DER to standard output. Its
arguments and what it says are never repeated: either may hold a PIN.
"""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from sut_adapters.smki import key_files
from sut_adapters.trouble import Misconfigured, Phase, Unreachable

BY_HAND = "run it by hand on a file"


class CommandSigner:
    """`command` is an argument vector, run without a shell; each run has `timeout_s` seconds."""

    def __init__(self, command: Sequence[str], certificate: Path, timeout_s: float = 10.0) -> None:
        if not command:
            raise Misconfigured("the signing command is empty; give a program and its arguments")
        self._command = tuple(command)
        self._certificate = key_files.certificate(certificate)
        self._key = key_files.public_key(certificate)
        self._timeout_s = timeout_s

    @property
    def certificate(self) -> x509.Certificate:
        return self._certificate

    def sign(self, octets: bytes) -> bytes:
        """Misconfigured where the command cannot be run or has another key; Unreachable where it fails or hangs."""
        signature = self._answer(octets)
        try:
            self._key.verify(signature, octets, ec.ECDSA(SHA256()))
        except InvalidSignature:
            fault = "answered with no DER signature of the certificate's key over what it was given"
            raise Misconfigured(f"{self._named} {fault}; give the certificate of its key, or {BY_HAND}") from None
        return signature

    @property
    def _named(self) -> str:
        return f"the signing command {self._command[0]!r}"

    def _answer(self, octets: bytes) -> bytes:
        try:
            # The profile's own command: whoever writes the profile may run it.
            process = subprocess.Popen(  # noqa: S603
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or "no such program").lower()
            raise Misconfigured(f"{self._named} cannot be run ({reason}); name a program that can be") from error
        with process:
            try:
                answer, _ = process.communicate(octets, timeout=self._timeout_s)
            except subprocess.TimeoutExpired:
                late = f"gave no signature within {self._timeout_s:g} s"
                raise Unreachable(Phase.SIGN, f"{self._named} {late}; give it longer, or {BY_HAND}") from None
            finally:
                if process.returncode is None:
                    _end(process)
        if process.returncode:
            raise Unreachable(Phase.SIGN, f"{self._named} ended with {process.returncode}; {BY_HAND}")
        return answer


def _end(process: "subprocess.Popen[bytes]") -> None:
    """The command and whatever it started and left running."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
