"""One completion report of a stage over many packs: several S1SPs, release states, builds and Users."""

from reports.stage.combining import Stage, combined
from reports.stage.packs import NotUsable, Pack, read_packs
from reports.stage.paper import document
from reports.stage.plain import as_json

__all__ = ["NotUsable", "Pack", "Stage", "as_json", "combined", "document", "read_packs"]
