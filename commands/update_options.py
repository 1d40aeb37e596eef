"""What the options of `mp107 update-check` come to, and what is to mend in them."""

import math
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from commands.run import ROOT
from rulebook.vocabulary import S1SPS
from sut_adapters.s1sp_database.check_words import FIA, LONGEST_S, TIER_2
from sut_adapters.s1sp_database.connecting import Database, anchored, parsed_url
from sut_adapters.s1sp_database.files import refuse_no_database_file
from sut_adapters.s1sp_database.mapping import read_map
from sut_adapters.s1sp_database.population_layout import sized
from sut_adapters.s1sp_database.starting import refuse_what_cannot_start, words_of
from sut_adapters.trouble import Misconfigured

REFERENCE = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from data_update.command import main; main()"
"""The reference update, wherever it is called from and whether or not it is installed."""

NUMBER = re.compile(r"[0-9]{1,9}")
NAMED = re.compile(r"[^:/=]*=.*", re.DOTALL)
"""`S1SP1=URL`; in a bare URL a colon comes first."""


def urls(given: Sequence[str]) -> dict[str, object]:
    """Either one bare URL or one for each S1SP, with whole paths; nothing where none is given."""
    named = [one.partition("=")[::2] for one in given if NAMED.fullmatch(one)]
    bare = [one for one in given if not NAMED.fullmatch(one)]
    for name, _ in named:
        if name not in set(S1SPS):
            listed = f"{', '.join(S1SPS[:-1])} and {S1SPS[-1]}"
            raise Misconfigured(f"--database: {name[:40]!a} is none of {listed}; write {S1SPS[0]}=URL")
    if len(bare) > 1 or (bare and named):
        raise Misconfigured("--database: give one bare URL for all S1SPs, or S1SP1=URL, S1SP2=URL and S1SP3=URL")
    if len({name for name, _ in named}) < len(named):
        raise Misconfigured("--database: an S1SP stands twice; give each one database")
    if missing := [s1sp for s1sp in S1SPS if named and s1sp not in dict(named)]:
        listed = f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
        mend = " ".join(f"--database {s1sp}=URL" for s1sp in missing)
        raise Misconfigured(f"--database: {listed}; add {mend}, or give one bare URL for all S1SPs")
    each = {name: _url(url, f"--database {name}") for name, url in named}
    if len(set(each.values())) < len(each):
        raise Misconfigured("--database: two S1SPs have the same; give it as one bare URL, for all of them")
    return {"database": _url(bare[0], "--database")} if bare else {"databases": each} if each else {}


def _url(given: str, what: str) -> str:
    """A server has to answer; a file is only looked at, since it may be made for nothing yet."""
    is_file = parsed_url(given, what).get_backend_name() == "sqlite"
    whole = anchored(given, Path.cwd())
    refuse_no_database_file(whole, what)
    if not is_file:
        Database(whole, what).close()
    return whole


def words(command: str | None) -> list[str]:
    """A program beside the caller is meant by its whole path, from wherever the check is run again."""
    if command is None:
        return [sys.executable, "-c", REFERENCE]
    try:
        first, *rest = words_of(command)
    except ValueError as error:
        raise Misconfigured(f"--command: {error}") from error
    here = Path.cwd()
    elsewhere = None if "/" in first else shutil.which(first)
    beside = here / first
    if beside.is_file() and elsewhere is not None:
        raise Misconfigured(f"--command: {first}: is a file here and a program, {elsewhere}; write ./{first} or that")
    if beside.exists() and elsewhere is None:
        first = str(beside)
    refuse_what_cannot_start([first, *rest], here, "--command")
    return [first, *rest]


def schema_map(given: Path | None, command: str | None) -> str | None:
    """Its whole path, if it can be read."""
    if given is None:
        return None
    if command is None:
        mend = "give the update that knows those names by --command"
        raise Misconfigured(f"--schema-map: the reference update knows no names but ours; {mend}")
    try:
        read_map(given)
    except Misconfigured as error:
        raise Misconfigured(f"--schema-map: {error}") from error
    return str(given.absolute())


def population(given: str | None, seed: int) -> str | int | None:
    """`fia`, or how many devices."""
    if given is None or given == FIA:
        return given
    if not NUMBER.fullmatch(given):
        raise Misconfigured(f"--population: {given[:40]!a} is neither fia nor a number of devices")
    try:
        sized(int(given), seed)
    except Misconfigured as error:
        raise Misconfigured(f"--population: {error}") from error
    return int(given)


def claims(given: Sequence[str] | None) -> Sequence[str] | None:
    """Tier 2, or nothing."""
    for one in given or ():
        if one != TIER_2:
            raise Misconfigured(f"--claim: {one[:40]!a} is no claim; {TIER_2} is the only one")
    return given or None


def limit(given: float | None) -> float | None:
    """In seconds."""
    if given is None or (math.isfinite(given) and 0 < given <= LONGEST_S):
        return given
    raise Misconfigured(f"--limit: {given:g} is no time; give seconds above 0 and up to {LONGEST_S}, such as 600")
