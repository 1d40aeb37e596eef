"""The packs of a stage: each verified before anything is read out of it, and no run counted twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.x509 import Certificate
from pydantic import ValidationError

from harness.record import RunRecord
from reports.discretion import discreet
from reports.pack.verify import Unreadable, Verified, verified
from reports.pdf.wording import declared

VERDICT = "verdict.json"
FEW = 3
"""How many problems of one pack are named."""


class NotUsable(Exception):
    """Packs that no report can be made of, one line each, with the mend."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One run. `digest` is that of its `verdict.json`; `unsure` why nobody is known to have signed it.

    `also` are further packs of the same run, `attached` the digests of its attachments by path.
    """

    name: str
    record: RunRecord
    digest: str
    signer: str
    unsure: str
    commit: str
    clean: bool
    also: tuple[str, ...] = ()
    attached: Mapping[str, str] = field(default_factory=dict)


def read_packs(paths: Sequence[Path], certificates: Sequence[Certificate] = ()) -> tuple[Pack, ...]:
    """Oldest run first. Each pack has to be signed by one of the certificates, where any is given. Raises NotUsable."""
    found: list[Pack] = []
    objections: list[str] = []
    for path in paths:
        try:
            found.append(_pack(path, certificates))
        except (NotUsable, Unreadable) as error:
            objections.append(str(error))
    objections += _mixed(found)
    if objections:
        raise NotUsable("\n".join(objections))
    return tuple(sorted(_once(found), key=lambda pack: (pack.record.started, pack.digest)))


def _pack(path: Path, certificates: Sequence[Certificate]) -> Pack:
    tried = [verified(path, certificate) for certificate in certificates] or [verified(path, None)]
    best = next((one for one in tried if one.valid), tried[-1])
    if best.record is None or best.manifest is None or not best.intact:
        raise NotUsable(f"{path}: is not as its maker left it: {_problems(best)}; get it again")
    if certificates and not best.valid:
        raise NotUsable(f"{path}: {best.signature}; name its maker's certificate by --certificate, or leave it out")
    try:
        declared(best.record)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        said = f"{VERDICT} declares what no report knows, at declared.{place}"
        raise NotUsable(f"{path}: {said}; make the report with the suite that made the pack") from error
    digests = {file.path: file.sha256 for file in best.manifest.files}
    suite = best.manifest.suite
    return Pack(
        path.name,
        discreet(best.record),
        digests[VERDICT],
        best.signer,
        best.signature,
        suite.commit,
        suite.clean,
        attached={path: digest for path, digest in digests.items() if path.startswith("attachments/")},
    )


def _problems(found: Verified) -> str:
    named = [*found.problems[:FEW], f"and {len(found.problems) - FEW} more"][: len(found.problems)]
    return "; ".join(named) or "nothing of it can be read"


def _mixed(packs: Iterable[Pack]) -> list[str]:
    """A report is of one stage."""
    by_stage: dict[str, list[str]] = {}
    for pack in packs:
        by_stage.setdefault(pack.record.stage or "all stages", []).append(pack.name)
    if len(by_stage) < 2:
        return []
    listed = "; ".join(f"{stage}: {', '.join(names)}" for stage, names in by_stage.items())
    return [f"the packs are of several stages ({listed}); make a report of each"]


def _once(packs: Iterable[Pack]) -> list[Pack]:
    """One for each run, whatever it is called and however often it was named."""
    by_digest: dict[str, list[Pack]] = {}
    for pack in packs:
        by_digest.setdefault(pack.digest, []).append(pack)
    return [_with_others(*same) for same in by_digest.values()]


def _with_others(first: Pack, *others: Pack) -> Pack:
    return replace(first, also=tuple(other.name for other in others))
