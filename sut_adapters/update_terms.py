"""The nouns of the one-off update: how a device stands before it, what it said, changed and recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rulebook.vocabulary import Outcome, Slot

Place = tuple[str, Slot]
"""A device and one of its slots."""


class Plight(StrEnum):
    """How a device of the population stands, in the words of the features: a closed list."""

    ANOTHERS = "that hold another operator's certificates"
    ANOTHERS_CRITICAL = "that hold another operator's certificate in the critical slot alone"
    ANOTHERS_NON_CRITICAL = "that hold another operator's certificate in the non-critical slot alone"
    TWO_OTHERS = "that hold the certificates of two other operators"
    HANDED_ON = "that hold certificates of a User ID which was their registered operator's until yesterday"
    OTHER_FUEL = "that hold the certificates of an operator of the other fuel"
    SUPPLIERS = "that hold a Supplier's certificates in the Network Operator slots"
    PASSED_ON = "whose registration passed to another operator last year"
    PASSED_ON_TODAY = "whose registration passed to another operator today"
    CORRECTED_RECORD = "whose registration was put right by a later record"
    WITHDRAWN_LATER = "whose registration is to be withdrawn later"
    SUSPENDED = "that are suspended"
    OWN_EXPORT = "with an Export MPAN of the same distributor"
    OWN = "that hold their registered operator's certificates"
    SECOND_USER_ID = "that hold certificates of another User ID of their registered operator"
    SMETS2 = "of the SMETS2 generation"
    DECOMMISSIONED = "that are decommissioned"
    GAS_METERS = "that are gas meters themselves"
    NO_GAS_METER = "with no gas meter behind them"
    EMPTY = "with an empty Network Operator slot"
    UNREGISTERED = "whose meter point has no registration"
    REGISTERED_TWICE = "whose meter point has two registrations at once"
    ABOUT_TO_CHANGE = "whose registration is about to change"
    MPANS_APART = "whose MPANs have different distributors"
    UNKNOWN_OPERATOR = "whose registered operator is unknown"
    UNKNOWN_OWNER = "that hold certificates of an unknown Entity Identifier"
    OTHER_AREAS_TOO = "whose operator has published certificates for another licence area too"
    UNPUBLISHED = "whose operator has published no certificate"
    SEVERAL = "whose operator has published several that fit"
    EXPIRED = "whose operator's published certificate has expired"
    NOT_YET_VALID = "whose operator's published certificate is not yet valid"
    REVOKED = "whose operator's published certificate is revoked"
    WRONG_USAGE = "whose operator's published certificate is for another use"
    UNTRUSTED = "whose operator's published certificate does not chain to the trusted root"
    WRONG_ROLE = "whose operator's published certificate is a Supplier's"
    NOT_ONE_EUI = "whose operator's published certificates belong to two User IDs"


@dataclass(frozen=True, slots=True)
class PlantedSlot:
    """A Network Operator slot that the suite put into a state.

    `corrigible` is one that the update has to put right, `left_alone` one that it has to leave, for the `reason`;
    `wrong` is whether it shows another operator's certificate, and `counted` whether its device is one that the FIA
    counts. `operator` is the one registered, empty where nobody can say.
    """

    place: Place
    plights: frozenset[Plight]
    cohort: str
    device_type: str
    corrigible: bool
    left_alone: bool
    wrong: bool
    counted: bool
    operator: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """What differs in one S1SP's database between two moments.

    `slots` are the slots of this S1SP's devices whose rows changed, `replaced` those that hold another certificate,
    `put_right` those among them that hold the registered operator's published certificate now, under a higher version
    than before. `elsewhere` names the other rows that the suite had put there and that changed. `amiss` has what is
    wrong with slots that hold the right certificate and have not been put right. `unraised` are the slots whose rows
    changed under no higher version.
    """

    slots: frozenset[Place]
    replaced: frozenset[Place]
    put_right: frozenset[Place]
    elsewhere: tuple[str, ...] = ()
    amiss: Mapping[Place, str] = field(default_factory=dict)
    unraised: frozenset[Place] = frozenset()


class Asked(StrEnum):
    """What an update was started for, as its account calls it (docs/data-update.md)."""

    DRY_RUN = "dry-run"
    APPLY = "apply"
    ROLL_BACK = "roll-back"


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """One run of the command. `counts` is the JSON object that it printed, if it printed one; `said` its last words.

    `doubled` are the names that stand twice in one object, of which `counts` has the last.
    """

    exit_code: int
    said: str = ""
    counts: Mapping[str, object] = field(default_factory=dict)
    doubled: tuple[str, ...] = ()

    @property
    def succeeded(self) -> bool:
        """As the command has it: the judge looks for himself."""
        return self.exit_code == 0

    def __str__(self) -> str:
        last = "" if self.said.startswith(("{", "}")) else self.said
        return f"the update exits with {self.exit_code}: {last}" if last else f"the update exits with {self.exit_code}"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A User's 6.15.1 beside the update. `answers` are those that it would have got before the update and after.

    `placed` are the slots that it changed; none where it was refused.
    """

    device: str
    outcome: Outcome
    answers: tuple[Outcome, ...]
    placed: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Passing:
    """A registration that passed, while the update ran, to the operator in some of the device's slots.

    `unwritten` are those of them that the update had not written by then.
    """

    device: str
    unwritten: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Disturbance:
    """What came of an update that was not alone, and what others did beside it."""

    report: UpdateReport
    replacements: tuple[Replacement, ...] = ()
    passings: tuple[Passing, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What the update recorded of one slot. `complete` is whether it says before, after, why, when and in which run.

    `given_back` is whether it records what a roll-back did. `truthful` is whether the slot held before what is said,
    and holds now what is said.
    """

    place: Place
    complete: bool
    truthful: bool
    given_back: bool = False


@dataclass(frozen=True, slots=True)
class WrongCount:
    """Devices and slots that hold another operator's certificate, by cohort and type, and the query that says so."""

    devices: Mapping[tuple[str, str], int]
    slots: Mapping[tuple[str, str], int]
    query: str

    @property
    def none(self) -> bool:
        """Whether there is nothing to correct: MP107-03."""
        return not any(self.devices.values())
