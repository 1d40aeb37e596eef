"""Who is who in a population: operators with their market participants, licence areas and Entity Identifiers, invented.

Northmoor, Southfell and the others are those of the glossary; the rest are there for what is wrong with what they
have published.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from rulebook.vocabulary import UserRole

ED, GT = UserRole.ELECTRICITY_DISTRIBUTOR, UserRole.GAS_TRANSPORTER


class Publication(StrEnum):
    """What the holder of an Entity Identifier has published for its licence area."""

    GOOD = "a signing and an agreement certificate"
    NOTHING = "nothing"
    SIGNING_ONLY = "a signing certificate"
    AGREEMENT_ONLY = "an agreement certificate"
    EXPIRED = "a pair that has expired"
    NOT_YET_VALID = "a pair that is not yet valid"
    REVOKED = "a pair that is revoked"
    RENEWED = "another signing and agreement certificate"
    REVOKED_IN_LIST = "a pair that the list says is revoked, and the revocation list does not name"
    REVOKED_IN_CRL = "a pair that the revocation list names, and the list does not say is revoked"
    EXPIRED_AS_LISTED_GOOD = "a pair that has expired, with the dates of a good one in the list"
    WRONG_ROLE_AS_LISTED_GOOD = "a pair in the Remote Party Role of a Supplier, listed as a Network Operator's"
    WRONG_USAGE = "two agreement certificates, one of them listed as for signing"
    UNTRUSTED = "a pair that somebody else issued under the Issuing Authority's name"
    WRONG_ROLE = "a pair in the Remote Party Role of a Supplier"
    ANOTHERS_AS_LISTED_OWN = "a pair whose octets name somebody else, listed as its own"
    NOT_YET_VALID_AS_LISTED_GOOD = "a pair that is not yet valid, with the dates of a good one in the list"
    REVOKED_LATER = "a good pair that the list says will be revoked next month"
    FOR_ANOTHER_AREA = "a good pair for another licence area, in which it is a party as well"


ELSEWHERE = {ED: "30", GT: "west"}
"""The other licence area; no device is in it."""


@dataclass(frozen=True, slots=True)
class Licence:
    """One Entity Identifier of an operator. `number` makes it, and is nobody else's.

    `reason` is why devices registered to its market participant in its licence area are left alone; empty where they
    are corrected. `beside` is what it has published besides, which has a fault or is for another licence area where
    there is no `reason`. `issue` tells certificates of one Entity Identifier apart that are not the published ones.
    """

    number: int
    operator: str
    market_participant: str
    role: UserRole
    licence_area: str
    publishes: Publication = Publication.GOOD
    reason: str = ""
    is_a_party: bool = True
    beside: tuple[Publication, ...] = ()
    issue: str = ""

    @property
    def eui(self) -> str:
        """Locally administered, so that it is nobody's in earnest."""
        return f"02-4D-50-50-00-00-00-{self.number:02X}"

    @property
    def registrable(self) -> tuple[str, UserRole, str]:
        """What registration data says of it."""
        return self.market_participant, self.role, self.licence_area

    @property
    def elsewhere(self) -> "Licence":
        """The same in the other licence area of its role."""
        return replace(self, licence_area=ELSEWHERE[self.role], beside=())


CORRECTABLE = (
    Licence(1, "Northmoor", "NMOR", ED, "10"),
    Licence(2, "Northmoor", "NMWE", ED, "11", beside=(Publication.EXPIRED, Publication.EXPIRED_AS_LISTED_GOOD)),
    Licence(
        3,
        "Southfell",
        "SOUT",
        ED,
        "12",
        beside=(Publication.ANOTHERS_AS_LISTED_OWN, Publication.NOT_YET_VALID_AS_LISTED_GOOD),
    ),
    Licence(
        4,
        "Westbrook",
        "WEST",
        ED,
        "13",
        beside=(Publication.REVOKED_IN_CRL, Publication.UNTRUSTED, Publication.FOR_ANOTHER_AREA),
    ),
    Licence(5, "Ashdown", "ASHD", GT, "north"),
    Licence(6, "Ashdown", "ASHD", GT, "south", Publication.REVOKED_LATER),
    Licence(
        7,
        "Birchwater",
        "BIRC",
        GT,
        "north",
        beside=(Publication.EXPIRED, Publication.NOT_YET_VALID, Publication.FOR_ANOTHER_AREA),
    ),
    Licence(
        8,
        "Coldharbour",
        "COLD",
        GT,
        "south",
        beside=(Publication.REVOKED_IN_LIST, Publication.WRONG_ROLE_AS_LISTED_GOOD),
    ),
)
NORTHMOORS_SECOND = Licence(9, "Northmoor", "NMOR", ED, "10", Publication.NOTHING)
"""Its second Entity Identifier in one licence area: certificates of it are Northmoor's, and it publishes none."""

HANDED_ON = Licence(10, "Westbrook", "WEST", ED, "13", Publication.NOTHING)
"""Westbrook's second Entity Identifier, which had been Southfell's."""

TROUBLED = (
    Licence(16, "Nethercote", "NETH", ED, "14", Publication.NOTHING, "no-published-certificate"),
    Licence(17, "Twinbridge", "TWIN", ED, "15", Publication.GOOD, "several-certificates"),
    Licence(18, "Twinbridge", "TWIN", ED, "15", Publication.GOOD, "several-certificates"),
    Licence(19, "Oldstead", "OLDS", ED, "16", Publication.EXPIRED, "expired"),
    Licence(20, "Newhaven", "NEWH", ED, "17", Publication.NOT_YET_VALID, "not-yet-valid"),
    Licence(21, "Revelstoke", "REVE", ED, "18", Publication.REVOKED, "revoked"),
    Licence(22, "Uskbridge", "USKB", ED, "19", Publication.WRONG_USAGE, "wrong-usage"),
    Licence(23, "Falsworth", "FALS", ED, "20", Publication.UNTRUSTED, "untrusted"),
    Licence(24, "Rolleston", "ROLL", ED, "21", Publication.WRONG_ROLE, "wrong-role"),
    Licence(25, "Parton", "PART", ED, "22", Publication.SIGNING_ONLY, "not-one-eui"),
    Licence(26, "Parton", "PART", ED, "22", Publication.AGREEMENT_ONLY, "not-one-eui"),
    Licence(27, "Unlisted", "UNLI", ED, "23", Publication.GOOD, "unknown-operator", is_a_party=False),
    Licence(28, "Crowland", "CROW", ED, "24", Publication.REVOKED_IN_CRL, "revoked"),
    Licence(29, "Misnomer", "MISN", ED, "25", Publication.ANOTHERS_AS_LISTED_OWN, "untrusted"),
    Licence(30, "Prematon", "PREM", ED, "26", Publication.NOT_YET_VALID_AS_LISTED_GOOD, "not-yet-valid"),
    Licence(48, "Nineveh", "NINE", GT, "east", Publication.NOTHING, "no-published-certificate"),
    Licence(
        49, "Doublegate", "DOUB", GT, "east", Publication.GOOD, "several-certificates", beside=(Publication.RENEWED,)
    ),
    Licence(51, "Elderbank", "ELDE", GT, "east", Publication.EXPIRED, "expired"),
    Licence(52, "Younghill", "YOUN", GT, "east", Publication.NOT_YET_VALID, "not-yet-valid"),
    Licence(53, "Recallton", "RECA", GT, "east", Publication.REVOKED_IN_LIST, "revoked"),
    Licence(54, "Misuseley", "MISU", GT, "east", Publication.WRONG_USAGE, "wrong-usage"),
    Licence(55, "Imposton", "IMPO", GT, "east", Publication.UNTRUSTED, "untrusted"),
    Licence(56, "Oddrole", "ODDR", GT, "east", Publication.WRONG_ROLE, "wrong-role"),
    Licence(57, "Splitford", "SPLI", GT, "east", Publication.SIGNING_ONLY, "not-one-eui"),
    Licence(58, "Splitford", "SPLI", GT, "east", Publication.AGREEMENT_ONLY, "not-one-eui"),
    Licence(59, "Unnamed", "UNNA", GT, "east", Publication.GOOD, "unknown-operator", is_a_party=False),
)
CURLEW = Licence(32, "Curlew", "CURL", UserRole.IMPORT_SUPPLIER, "", Publication.NOTHING)
HERON = Licence(33, "Heron", "HERO", UserRole.GAS_SUPPLIER, "", Publication.NOTHING)
STRANGER = Licence(40, "Stranger", "STRA", ED, "", Publication.NOTHING, is_a_party=False)
"""Its certificates are in slots, and no table knows it."""

OLDER = tuple(
    Licence(
        each.number,
        each.operator,
        each.market_participant,
        each.role,
        each.licence_area,
        Publication.NOTHING,
        is_a_party=False,
        issue=" of old",
    )
    for each in (CORRECTABLE[2], CORRECTABLE[7])
)
"""Southfell and Coldharbour as they signed before: their own certificates, good to this day, which no list has."""

FORMERLY = (
    (HANDED_ON, ("SOUT", ED, "12"), "Southfell", -1),
    (CORRECTABLE[3], CORRECTABLE[3].registrable, "Eastbrook", -366),
    (CORRECTABLE[6], CORRECTABLE[6].registrable, "Aldwater", -366),
)
"""Whose Entity Identifiers were another SEC Party's, under which market participant, whose, and until which day."""

TO_COME = (
    (CORRECTABLE[2], "Eastbrook"),
    (STRANGER, "Stranger"),
    *((each, each.operator) for each in TROUBLED if not each.is_a_party),
)
"""Whose Entity Identifiers will be a SEC Party's ten days from now, and are nobody's or another's until then."""

UNTIL_TODAY = CORRECTABLE[7]
"""Who is a party today for the last time."""

LICENCES = (*OLDER, *CORRECTABLE, NORTHMOORS_SECOND, HANDED_ON, *TROUBLED, CURLEW, HERON, STRANGER)
"""An older certificate stands before the one that is meant where an Entity Identifier says which."""
