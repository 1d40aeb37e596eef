"""The console script `mp107-one-off-update`."""

import argparse
import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, assert_never

from data_update.applying import Applying
from data_update.choosing import the_latest
from data_update.decisions import RIGHT, Decisions
from data_update.engine import Engine
from data_update.moments import Moment
from data_update.session import opened
from data_update.telling import complained, told
from sut_adapters.trouble import Misconfigured, Unreachable

DONE, REFUSED, CONFIGURATION, INTERRUPTED = 0, 10, 12, 130
MODES = ("dry-run", "apply", "roll-back")
BATCH = 2000
S1SP = re.compile(r"S1SP[0-9]{1,3}")
READINGS = {
    ("O17", "left-alone"): lambda decisions: decisions,
    ("O17", "latest-published"): lambda decisions: replace(decisions, choice=the_latest),
    ("O19", "as-a-gpf"): lambda decisions: replace(decisions, overlooked=decisions.overlooked | {"gsme"}),
    ("O19", "refused-as-device-type"): lambda decisions: decisions,
    ("O19", "refused-on-own-ground"): lambda decisions: decisions,
}
EXAMPLE = "example: mp107-one-off-update --database sqlite:///s1sp.sqlite --s1sp S1SP1 --mode dry-run"


def main(arguments: Sequence[str] | None = None) -> None:
    """Exits as docs/data-update.md says."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments, os.environ))


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    decisions: Decisions = RIGHT,
    applying: type[Applying] = Applying,
    engine: type[Engine] = Engine,
) -> int:
    """The exit code; writes one JSON object, or one line to standard error."""
    parser = _parser(environment)
    given = parser.parse_args(arguments)
    if given.mode not in MODES:
        parser.error(f"MP107_MODE: {given.mode[:40]!a} is no mode; write one of {', '.join(MODES)}")
    try:
        return _carry_out(given, _ruled(decisions, given.reading), applying, engine)
    except Misconfigured as error:
        complained(str(error))
    except Unreachable as error:
        complained(str(error).removeprefix(f"{error.phase}: "))
    except KeyboardInterrupt:
        complained("interrupted; what has been committed stands, and the same command goes on from there")
        return INTERRUPTED
    return CONFIGURATION


def _carry_out(given: argparse.Namespace, decisions: Decisions, applying: type[Applying], engine: type[Engine]) -> int:
    at = Moment.of(given.at) if given.at else Moment.now()
    if not S1SP.fullmatch(given.s1sp):
        raise Misconfigured(f"--s1sp: {given.s1sp[:40]!a} is no S1SP; write S1SP1")
    with opened(given.database, to_read=given.mode == "dry-run") as session:
        update = engine(session, given.s1sp, at, given.batch, decisions, applying)
        match given.mode:
            case "dry-run":
                counts = update.dry_run()
            case "apply":
                counts = update.apply(given.run)
            case "roll-back":
                counts = update.roll_back(given.run)
            case _:
                assert_never(given.mode)
    if why := told(json.dumps(counts, indent=2) + "\n"):
        again = "" if given.mode == "dry-run" else f" --run {counts['run']}"
        raise Misconfigured(f"standard output: {why}; all is done, and --mode {given.mode}{again} says it again")
    return REFUSED if counts.get("refused", {}).get("slots") else DONE


def _ruled(decisions: Decisions, readings: Sequence[str]) -> Decisions:
    for reading in readings:
        point, _, name = reading.partition("=")
        if (point, name) not in READINGS:
            known = ", ".join("=".join(each) for each in READINGS)
            raise Misconfigured(f"--reading: {reading[:40]!a} is none that an update goes by; known are {known}")
        decisions = READINGS[point, name](decisions)
    return decisions


def _parser(environment: Mapping[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "mp107-one-off-update", description="Corrects the Network Operator certificates of FIA 3.3.2.", epilog=EXAMPLE
    )

    def add(option: str, variable: str, *, required: bool = False, **more: Any) -> None:
        default = environment.get(variable) or None
        parser.add_argument(option, default=default, required=required and not default, **more)

    add("--database", "MP107_DATABASE_URL", required=True, metavar="URL", help="sqlite:///FILE or postgresql://...")
    add("--s1sp", "MP107_S1SP", required=True, help="whose devices, such as S1SP1")
    add("--mode", "MP107_MODE", required=True, choices=MODES)
    add("--run", "MP107_RUN", metavar="ID", help="the run to apply under this name, or to take back")
    add("--batch", "MP107_BATCH", type=_positive, metavar="N", help=f"slots in one transaction ({BATCH})")
    add("--at", "MP107_AT", metavar="MOMENT", help="the moment to judge at, 2026-11-22T09:30:00Z (now)")
    parser.add_argument("--reading", action="append", default=[], metavar="POINT=ID", help="a ruling, O19=as-a-gpf")
    parser.set_defaults(batch=environment.get("MP107_BATCH") or BATCH)
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text[:20]!a} is no number from 1 to 1000000")
    return int(text)
