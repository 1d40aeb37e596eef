"""The DCC's npm packages, packed by npm into a folder of their own. GPL-3.0: nothing of them enters this project."""

import hashlib
import shutil
import subprocess
import tarfile
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

WITHIN_S = 300.0
TOP = "package"


class Unavailable(Exception):
    """What is missing, in one line, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Package:
    """One version of one package, with the digest that npm publishes for it (SHA-512 in base64)."""

    name: str
    version: str
    sha512: str

    @property
    def tarball(self) -> str:
        """The file that `npm pack` writes."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


SIGN_WRAP = Package(
    "@smartdcc/duis-sign-wrap",
    "0.1.2",
    "75KX971ymBkNyL2e761c4HYQ4OinTCFfqW+SoCRtFC9cWm4CirKQ5CfSUp0zCFH8LcSyHhDwRL0cVtOj5NeIHg==",
)
"""The tool that signs and validates DUIS messages, in Java, with test keys and the schemas of DUIS 5.1."""

TEMPLATES = Package(
    "@smartdcc/duis-templates",
    "0.7.0",
    "ASkoKAuIW/Io0jTFmsRVnaPzm6Z5IIefipJq3aD6fknxqSdSxTrWQ6BxktvuVDPYO2SWbJATzg6oDEKxwNWb2Q==",
)
"""Request templates for DUIS 5.4, one or more for each Service Reference Variant."""


def unpacked(package: Package, folder: Path) -> Path:
    """The folder with the package's files; raises Unavailable where npm cannot bring it."""
    tarball = folder / package.tarball
    if not _is_whole(tarball, package):
        _pack(package, folder)
        if not _is_whole(tarball, package):
            raise Unavailable(f"{tarball}: is not what npm publishes as {package.name} {package.version}; remove it")
    target = folder / tarball.stem
    shutil.rmtree(target, ignore_errors=True)
    unpack(tarball, target)
    return target


def unpack(tarball: Path, target: Path) -> None:
    """The plain files of an npm package, without the folder that holds them all; whatever else is in it is left out."""
    with tarfile.open(tarball) as archive:
        for member in archive:
            top, *within = PurePosixPath(member.name).parts
            content = archive.extractfile(member) if member.isfile() and top == TOP and within else None
            if content is None or ".." in within:
                continue
            file = target.joinpath(*within)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.read())


def _is_whole(tarball: Path, package: Package) -> bool:
    if not tarball.is_file():
        return False
    digest = hashlib.sha512(tarball.read_bytes()).digest()
    return b64encode(digest).decode("ascii") == package.sha512


def _pack(package: Package, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable("npm is missing, which brings the DCC's packages; install Node.js 16 or later")
    folder.mkdir(parents=True, exist_ok=True)
    wanted = f"{package.name}@{package.version}"
    arguments = [npm, "pack", "--silent", "--ignore-scripts", "--pack-destination", str(folder), wanted]
    try:
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=WITHIN_S, check=False, cwd=folder)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"npm cannot bring {wanted} ({error}); try again where it can reach its registry") from error
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())[-200:] or f"exit {done.returncode}"
        raise Unavailable(f"npm cannot bring {wanted} ({said}); try again where it can reach its registry")
