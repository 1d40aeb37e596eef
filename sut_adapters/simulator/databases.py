"""The databases of a simulator: the DSP's own, and one for each S1SP."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database import schema
from sut_adapters.s1sp_database.connecting import Database
from sut_adapters.simulator import dsp_schema
from sut_adapters.trouble import Misconfigured


@dataclass(frozen=True, slots=True)
class Databases:
    """Open until `close`."""

    dsp: Database
    s1sps: Mapping[Component, Database]

    @classmethod
    def open(cls, dsp: str, s1sps: Mapping[Component, str]) -> "Databases":
        """By URL; raises Misconfigured, naming the option."""
        _each_its_own({"--dsp-db": dsp, **{_option(s1sp): url for s1sp, url in s1sps.items()}})
        with ExitStack() as opened:
            own = Database(dsp, "--dsp-db", schema.metadata, dsp_schema.metadata)
            opened.callback(own.close)
            theirs = {}
            for s1sp, url in s1sps.items():
                theirs[s1sp] = Database(url, _option(s1sp), schema.metadata)
                opened.callback(theirs[s1sp].close)
            opened.pop_all()
        return cls(own, theirs)

    def close(self) -> None:
        """Let them go."""
        for database in (self.dsp, *self.s1sps.values()):
            database.close()


def _option(s1sp: Component) -> str:
    return f"--s1sp-db {s1sp}"


def _each_its_own(options: Mapping[str, str]) -> None:
    seen: dict[str, str] = {}
    for option, url in options.items():
        if url in seen:
            raise Misconfigured(f"{option}: is the database of {seen[url]} as well; give each a database of its own")
        seen[url] = option
