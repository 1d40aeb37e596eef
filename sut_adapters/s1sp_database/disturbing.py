"""Updates that do not have the database to themselves: Users write beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from rulebook.vocabulary import (
    NETWORK_OPERATOR_ROLE,
    NETWORK_OPERATOR_SLOTS,
    Certificate,
    CertificateUse,
    Component,
    DeviceType,
    RemotePartyRole,
    ServiceRequest,
    Variant,
)
from sut_adapters.cast import REGISTERED
from sut_adapters.port import DeviceSpec
from sut_adapters.s1sp_database.command import Command, Mode
from sut_adapters.s1sp_database.interleaving import beside
from sut_adapters.s1sp_database.killing import Killing
from sut_adapters.s1sp_database.leases import Lease, lease_of
from sut_adapters.s1sp_database.trial import Trial
from sut_adapters.s1sp_database.trial_database import Contents, TrialDatabase
from sut_adapters.s1sp_database.users import Users, placed_by
from sut_adapters.update_terms import Disturbance, Place, Replacement, UpdateReport

ESME, GPF = DeviceType.ESME, DeviceType.GPF
Kind = tuple[DeviceType, str, str, str]
"""A device by its type and story, who holds it before the update, and who sends."""

HANDED_OVER = (
    (ESME, "wrong", "Southfell", "Southfell"),
    (GPF, "wrong", "Birchwater", "Birchwater"),
    (ESME, "wrong after another", "Southfell", "Southfell"),
    (GPF, "wrong after another", "Birchwater", "Birchwater"),
    (ESME, "wrong since a correction", "Southfell", "Southfell"),
    (GPF, "wrong since a correction", "Birchwater", "Birchwater"),
    (ESME, "wrong with an Export MPAN", "Southfell", "Southfell"),
)
"""The holder places the registered operator's certificates: the correction that the update has in mind itself."""

RENEWED = (
    (ESME, "right after another", "Northmoor", "Northmoor"),
    (GPF, "right with a last day", "Ashdown", "Ashdown"),
)
"""The registered operator, who holds them already, places its next ones. These come first, while the plan is made."""

PUT_RIGHT = ((ESME, "wrong", "Southfell", "Northmoor"), (GPF, "wrong", "Birchwater", "Ashdown"))
"""The registered operator renews what the update has placed."""

PLACED_AGAIN = ((ESME, "wrong since a correction", "Southfell", "Northmoor"),)
"""The registered operator places the very certificates that the update has placed."""
PUBLISHED, NEXT = 1, 2


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What was done beside the update, and what Users have placed."""

    done: Disturbance
    placed: Mapping[Place, Contents]

    def and_then(self, replacement: Replacement, placed: Mapping[Place, Contents]) -> "Meanwhile":
        """With one request more."""
        done = replace(self.done, replacements=(*self.done.replacements, replacement))
        return Meanwhile(done, {**self.placed, **placed})

    def ended(self, report: UpdateReport) -> "Meanwhile":
        """With what the update said."""
        return replace(self, done=replace(self.done, report=report))


@dataclass(frozen=True, slots=True)
class Disturbing:
    """One S1SP's update, disturbed in one of these ways. Each is one deed of the trial."""

    trial: Trial
    command: Command
    users: Users
    s1sp: Component

    @property
    def database(self) -> TrialDatabase:
        """Its own."""
        return self.trial.of(self.s1sp)

    def among_users(self) -> Meanwhile:
        """Start the update, and send Users' requests between two of its steps.

        In a file each comes between two steps of its own. In PostgreSQL the update may go on where one has a device
        that it does not write, and would be at its end: there they come together, when it waits for the first of them.
        """
        wanted = tuple(self._wanted((*RENEWED, *HANDED_OVER)))
        together = [(each,) for each in wanted] if self.database.is_file else [wanted]
        meanwhile = Meanwhile(Disturbance(UpdateReport(0)), {})
        with beside(self.command, self.database, self.s1sp) as between:
            for some in together:
                with between.writing(*(lease.device for lease, _ in some)) as connection:
                    for lease, sender in some:
                        meanwhile = meanwhile.and_then(*self._sent(connection, lease, sender, NEXT))
            return meanwhile.ended(between.started.ended())

    def while_it_lies_killed(self) -> Meanwhile:
        """Users send their requests when it has been killed before it wrote a slot; then it is started again."""
        Killing(self.trial, self.command, self.s1sp).before_it_writes()
        meanwhile = self._replacing(((RENEWED, NEXT), (HANDED_OVER, NEXT)))
        return meanwhile.ended(self.command.run(self.database.url, self.s1sp, Mode.APPLY))

    def since(self) -> Meanwhile:
        """Users replace certificates that an update has placed, when it has ended."""
        return self._replacing(((PUT_RIGHT, NEXT), (PLACED_AGAIN, PUBLISHED)))

    def _replacing(self, wanted: tuple[tuple[tuple[Kind, ...], int], ...]) -> Meanwhile:
        """While no update runs."""
        meanwhile = Meanwhile(Disturbance(UpdateReport(0)), {})
        for kinds, issue in wanted:
            for lease, sender in self._wanted(kinds):
                with self.database.transaction() as connection:
                    meanwhile = meanwhile.and_then(*self._sent(connection, lease, sender, issue))
        return meanwhile

    def _sent(
        self, connection: Connection, lease: Lease, sender: str, issue: int
    ) -> tuple[Replacement, dict[Place, Contents]]:
        """One request, judged and carried out by what the slots hold."""
        held = self.database.slots(connection, {lease.device})
        replacement, written = self._replaced(lease, sender, held, issue)
        for place, contents in written.items():
            self.database.write(connection, place, contents)
        return replacement, written

    def _wanted(self, kinds: tuple[Kind, ...]) -> Iterator[tuple[Lease, str]]:
        planted, held = self.trial.planted(self.s1sp), self.trial.before()
        for device_type, story, holder, sender in kinds:
            spec = DeviceSpec(device_type, s1sp=self.s1sp)
            yield lease_of(spec, story, holder, planted, held, self.trial.planting.certificates), sender

    def _replaced(
        self, lease: Lease, sender: str, held: Mapping[Place, Contents], issue: int
    ) -> tuple[Replacement, dict[Place, Contents]]:
        certificates = self.trial.planting.certificates
        registrant = REGISTERED[NETWORK_OPERATOR_ROLE[lease.spec.device_type]]
        renewed = tuple(Certificate(registrant, use, issue) for use in CertificateUse)
        variant, role = Variant.UPDATE_SECURITY_CREDENTIALS_KRP, RemotePartyRole.NETWORK_OPERATOR
        request = ServiceRequest(variant, sender, lease.device, role=role, certificates=renewed)
        outcome = self.users.answer(lease, lease.slots(held, certificates), request)
        before = lease.slots(self.trial.before(), certificates)
        right = zip(sorted(NETWORK_OPERATOR_SLOTS), CertificateUse, strict=True)
        after = {**before, **{slot: Certificate(registrant, use) for slot, use in right}}
        answers = tuple(self.users.answer(lease, slots, request) for slots in (before, after))
        written = placed_by(lease, request, outcome, held, certificates)
        return Replacement(lease.device, outcome, answers, tuple(written)), written
