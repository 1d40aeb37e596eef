"""The DCC's own tool for DUIS messages: it signs and validates, in Java."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from interop.packages import Unavailable
from sut_adapters.duis.signer import FileSigner

CLASSES = "uk.co.smartdcc.boxed.xmldsig"
JAR = Path("dist", "tool.jar")
WITHIN_S = 120.0
PRIVATE = 0o600

Given = TypeVar("Given")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Said:
    """How a run of the tool ended: its lines of report, without the mark before each, and what it put out."""

    status: int
    report: tuple[str, ...]
    output: bytes

    @property
    def first(self) -> str:
        """What it made of the document against the schemas."""
        return self.report[0]

    @property
    def last(self) -> str:
        """What it came to."""
        return self.report[-1]


@dataclass(frozen=True, slots=True)
class Tool:
    """`java` is the command, `jar` the tool's file, `folder` where what is taken out of the jar goes."""

    java: str
    jar: Path
    folder: Path

    def validate(self, document: bytes, certificate: Path | None = None) -> Said:
        """By the schemas of DUIS 5.1, and by the certificate; without one, by the tool's own of that serial number."""
        return self._run("Validate", document, *([str(certificate)] if certificate else []))

    def sign(self, document: bytes, certificate: Path | None = None, key: Path | None = None) -> Said:
        """As the Business Originator, or with another key; the originator counter stays as it is."""
        pair = [str(certificate), str(key)] if certificate and key else []
        return self._run("Sign", document, "--preserveCounter", *pair)

    def signer(self, name: str) -> FileSigner:
        """One of the published test keys that the tool carries, such as `xml-sign-90B3D51F30020000-ds`."""
        files = self.folder / f"{name}.key", self.folder / f"{name}.pem"
        for file in files:
            if not file.exists():
                file.touch(PRIVATE)
            file.write_bytes(self.content(file.name))
        return FileSigner(*files)

    @property
    def has_a_compiler(self) -> bool:
        """Whether this Java is a development kit, which runs a program from its source."""
        modules = subprocess.run([self.java, "--list-modules"], capture_output=True, text=True, check=False)
        return "jdk.compiler@" in modules.stdout

    def content(self, name: str) -> bytes:
        """A file within the jar."""
        with zipfile.ZipFile(self.jar) as jar:
            return jar.read(name)

    def _run(self, job: str, document: bytes, *arguments: str) -> Said:
        command = [self.java, "-cp", str(self.jar), f"{CLASSES}.{job}", "-", *arguments]
        return run(command, document)


def run(command: list[str], document: bytes) -> Said:
    """A Java program on a document; raises Unavailable where it does not come to an end."""
    try:
        done = subprocess.run(command, input=document, capture_output=True, timeout=WITHIN_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"{command[0]} does not run ({error})") from error
    lines = [line.strip() for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    report = [line.partition("] ")[2] if line.startswith("[") else line for line in lines]
    return Said(done.returncode, tuple(report) or (f"exit {done.returncode}, and nothing said",), done.stdout)


def found(package: Path, folder: Path) -> Tool:
    """The tool in its unpacked package; raises Unavailable where there is no Java to run it."""
    java = shutil.which("java")
    if java is None or run([java, "-version"], b"").status:
        raise Unavailable("Java is missing, which runs the DCC's tool; install a Java runtime, version 11 or later")
    folder.mkdir(parents=True, exist_ok=True)
    return Tool(java, package / JAR, folder)


def side_by_side(job: Callable[[Given], Found], given: Iterable[Given]) -> list[Found]:
    """Each run of Java takes a second or so: as many at once as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(job, given))
