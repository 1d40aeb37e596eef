"""The official schema of Cucumber Messages, out of the npm package, in the folder of `make interop`."""

from pathlib import Path

from interop.packages import Package, unpacked

PACKAGE = Package(
    "@cucumber/messages",
    "34.2.1",
    "aj2iCAG9ZOpMVcMxcgShifv5fbR96b7SMgdWcPXXh2QbFp7OEcAnQ5MC5YfWUDSDasmw7FU5NJEsOrXdTQOU1A==",
)
FOLDER = Path(__file__).absolute().parents[3] / ".interop"
SCHEMA = FOLDER / Path(PACKAGE.tarball).stem / "messages.schema.json"


def bring() -> Path:
    """The schema's file; raises Unavailable where npm cannot bring the package."""
    return unpacked(PACKAGE, FOLDER) / SCHEMA.name
