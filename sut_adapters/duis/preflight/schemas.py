"""Whether the DUIS schemas are there, and of the versions that Users speak."""

from collections.abc import Iterator

from sut_adapters.duis.preflight.findings import Check, Finding, fault_of, fine, left_out
from sut_adapters.duis.profile_schema import Profile
from sut_adapters.duis.schemas import VARIABLE, Schemas, schemas_from
from sut_adapters.trouble import Misconfigured

MEND = f"`make schemas`, or name their folder in --duis-schemas, {VARIABLE} or `schemas` of the profile"


def schemas(profile: Profile, given: Schemas | None) -> Iterator[Finding]:
    """Without them the messages are not checked against them, and the scenarios on schema validity are left out."""
    try:
        found = given or schemas_from(profile.schemas)
    except Misconfigured as error:
        yield fault_of(Check.SCHEMAS, "schemas", error)
        return
    if found is None:
        yield left_out(Check.SCHEMAS, "schemas", "none are here: no message is checked against them", MEND)
        return
    yield fine(Check.SCHEMAS, "schemas", f"of DUIS {found.version}")
    for name, party in profile.party.items():
        if party.duis_version != found.version:
            said = (
                f"speaks DUIS {party.duis_version}: its messages are not checked against the schemas of {found.version}"
            )
            yield left_out(Check.SCHEMAS, f"party.{name}.duis_version", said, f"give those of {party.duis_version}")
