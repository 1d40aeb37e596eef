"""Updates that place the wrong certificate."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Update, and_, case, update

from data_update.applying import Applying, Key, within
from data_update.choosing import NO_CERTIFICATE, the_only_one
from data_update.decisions import RIGHT
from data_update.faulty.fault import Fault
from data_update.judged import Published, fitting
from data_update.schema import certificates, update_journal
from rulebook.vocabulary import Slot
from sut_adapters.breaches import beyond, short_of
from sut_adapters.s1sp_database.schema import anchor_slots

CERTIFICATE = "fia-4.2.2"
SUPPLIER_SLOT = {
    Slot.CRITICAL_NETWORK_OPERATOR: Slot.CRITICAL_SUPPLIER,
    Slot.NON_CRITICAL_NETWORK_OPERATOR: Slot.NON_CRITICAL_SUPPLIER,
}


def the_first_that_fits(listed: Sequence[Published]) -> Published | str:
    """Of several."""
    return next(iter(fitting(listed)), None) or the_only_one(listed)


def unverified(listed: Sequence[Published]) -> Published | str:
    """Whatever its dates, its issuer or its use."""
    return listed[0] if len(listed) == 1 else the_only_one(listed) if listed else NO_CERTIFICATE


def for_any_licence_area(_listed: Published, _area: str) -> bool:
    """Whatever area a certificate is listed for."""
    return True


@dataclass(frozen=True, slots=True)
class FromTheSupplier(Applying):
    """Takes what it places from the device's Supplier slot."""

    def write(self, after: Key, last: Key) -> Update:
        """As the reference writes, of another source."""
        slot, noted, theirs = anchor_slots.c, update_journal.c, anchor_slots.alias("suppliers")
        beside = case(dict(SUPPLIER_SLOT), value=slot.slot)
        contents = ("owner", "use", "issuer", "serial", "certificate")
        return (
            update(anchor_slots)
            .values(**{name: theirs.c[name] for name in contents}, version=slot.version + 1)
            .where(
                *within(update_journal, self.run, after, last),
                *(slot[name] == noted[name] for name in ("device_id", "slot", "version")),
                and_(theirs.c.device_id == noted.device_id, theirs.c.slot == beside),
            )
        )


class WithOctets(Applying):
    """Writes the octets into each slot."""

    def octets(self) -> ColumnElement[bytes | None]:
        """Also where the S1SP keeps Certificate IDs only."""
        return certificates.c.certificate


FAULTS = (
    Fault(
        "suppliers-certificate",
        (short_of(CERTIFICATE, "published"),),
        "It takes the certificate that is beside the wrong one, which is the supplier's.",
        applying=FromTheSupplier,
    ),
    Fault(
        "first-of-several-certificates",
        (beyond(CERTIFICATE, "published"),),
        "An operator has published several certificates that fit, and it picks the first.",
        replace(RIGHT, choice=the_first_that_fits),
    ),
    Fault(
        "any-licence-area",
        (short_of(CERTIFICATE, "published"),),
        "It asks the list for the certificates of an Entity Identifier, and not for which licence area they are.",
        replace(RIGHT, listed_for=for_any_licence_area),
    ),
    Fault(
        "unverified-certificates",
        (beyond(CERTIFICATE, "published"),),
        "It believes the published list, and looks neither at dates nor at revocation, issuer, role or usage.",
        replace(RIGHT, choice=unverified),
    ),
    Fault(
        "octets-where-none-are-kept",
        (short_of("fia-3.3.2"),),
        "It stores the certificate itself in each slot, also where the S1SP keeps Certificate IDs only.",
        applying=WithOctets,
    ),
)
