"""Which component is under test, and what the suite plays in place of the others."""

from enum import StrEnum

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.identities import signer_of
from sut_adapters.duis.profile_schema import PlayedTable, Profile
from sut_adapters.duis.signer import Signer
from sut_adapters.trouble import Misconfigured


class Boundary(StrEnum):
    """`dsp`: the suite plays the three S1SPs; `s1sp`: it plays the DSP."""

    DSP = "dsp"
    S1SP = "s1sp"
    END_TO_END = "end-to-end"


DOCUMENT = "docs/countersigned-service-request.md"


def boundary_of(name: str | None) -> Boundary:
    """The boundary by its name; the whole where none is given. Raises Misconfigured."""
    try:
        return Boundary(name or Boundary.END_TO_END)
    except ValueError:
        raise Misconfigured(f"--boundary: {name!r} is none; give one of {', '.join(Boundary)}") from None


def played_table(profile: Profile, boundary: Boundary) -> PlayedTable:
    """The profile's `[played]`; raises Misconfigured where the boundary needs it and there is none."""
    if profile.played is None:
        raise Misconfigured(f"{profile.file}: played: --boundary {boundary} needs that table; see {DOCUMENT}")
    return profile.played


def signer_of_the_dsp(profile: Profile) -> Signer | None:
    """Who signs in the DSP's name where the suite plays it; None where the profile does not say."""
    table = profile.played.DSP if profile.played else None
    return None if table is None else signer_of(table)


def signers_of_the_s1sps(table: PlayedTable) -> dict[Component, Signer]:
    """Who signs in the name of each S1SP that the suite plays."""
    tables = dict(zip(S1SPS, (table.S1SP1, table.S1SP2, table.S1SP3), strict=True))
    return {s1sp: signer_of(one) for s1sp, one in tables.items() if one is not None}
