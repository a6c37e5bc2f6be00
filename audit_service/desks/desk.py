"""The desk: what an official has before them while one command is carried out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from random import Random
from secrets import token_bytes
from typing import TypeVar
from uuid import UUID

from audit_service.desks.carrying import Entry
from audit_service.desks.command import Command
from audit_service.desks.office import Office
from audit_service.desks.ongoing import ongoing_cases
from audit_service.documents.documents import Documents
from audit_service.identity.identity import Identity, NotYourArea, NotYourRole
from audit_service.store.errors import NotOnRecord, StaleVersion
from audit_service.store.submission import Submission
from audit_service.store.vault import Vault
from domain.cases.case import Case
from domain.identities import STANDARDS_ID, case_id, household_id
from domain.kernel import Act, Aggregate, Event
from domain.needy.household import Household
from domain.needy.person import Person
from domain.standards.deadlines import WorkingDays
from domain.standards.living_standard import Standards

A = TypeVar("A", bound=Aggregate)
T = TypeVar("T")

PATIENCE = 30.0
"""Seconds that a decision waits for the views to hold everything recorded before it."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A command as it came through one of the doors."""

    entry: Entry
    command: Command
    parameters: Mapping[str, str]
    """Path parameters by name."""
    identity: Identity
    key: str | None = None
    """Idempotency key: the same key and the same request are carried out once."""
    expected: int | None = None
    """Version that the official decided on, from If-Match."""
    seen: int = 0
    """Position of the record that the official had before them; 0 if not known."""

    own_key: bytes | None = field(init=False)
    """The key as the record keeps it: two officials may use the same key."""
    request: bytes = field(init=False)
    """What tells this request from another with the same key."""
    correlation: UUID = field(init=False)
    """What groups the events of this command; the same when it is sent again under its key."""

    def __post_init__(self) -> None:
        """Work out at once what every decision needs."""
        where = self.entry.at.format_map(self.parameters)
        request = sha256(f"{where}\n{self.command.model_dump_json()}".encode()).digest()
        key = None if self.key is None else self.identity.official.bytes + self.key.encode()
        correlation = UUID(bytes=sha256((key or token_bytes()) + request).digest()[:16])
        for name, value in (("own_key", key), ("request", request), ("correlation", correlation)):
            object.__setattr__(self, name, value)


class NotAtHand(Exception):
    """Something has to be read from the database first, and this caller must not wait for that."""

    def __init__(self, aggregate: UUID | None = None) -> None:
        """`aggregate`: the identity of what is missing, if it is one aggregate."""
        self.aggregate = aggregate


class Desk:
    """Loads what a command is about, knows who asks and when, and takes what is to be kept."""

    def __init__(self, office: Office, asked: Asked, *, may_wait: bool = True, turn: int = 0) -> None:
        """A desk that may not wait raises NotAtHand where it would have to read.

        `turn` counts how often the command was decided before.
        """
        self.asked = asked
        self.official: Identity = asked.identity
        self.role = ""
        """The role that the official acts in; empty if they hold none of the command's."""
        self.about: UUID | None = None
        """Identity of what the command looked at first."""
        self.today: date = office.today()
        self.shown_at = ""
        """Where the result is shown, if not where the command is registered with."""
        self._office = office
        self._may_wait = may_wait
        self._turn = turn
        self._areas: set[str] = set()
        self._kept: list[Aggregate] = []
        self._relied_on: list[Aggregate] = []

    def carry_out(self) -> None:
        """Let the command's function decide. Raises what it raises, and NotYourRole."""
        self.enter()
        self.asked.entry.carry_out(self, **self.asked.parameters, command=self.asked.command)

    @property
    def working_days(self) -> WorkingDays:
        """Which days the offices work."""
        return self._office.working_days

    @property
    def vault(self) -> Vault:
        """Where personal data is sealed and opened."""
        if not self._may_wait:
            raise NotAtHand
        return self._office.vault

    @property
    def documents(self) -> Documents:
        """Where the contents of documents are checked and kept: both take their time."""
        if not self._may_wait:
            raise NotAtHand
        return self._office.documents

    @cached_property
    def chance(self) -> Random:
        """Chance that falls alike when the same command is sent again, so that it gets the same numbers."""
        return Random(f"{self.asked.correlation} {self._turn}")  # noqa: S311 - numbers are no secrets

    def enter(self, *areas: str) -> None:
        """Go on only if one of the command's roles is held in all of the areas.

        Raises NotYourRole, NotYourArea.
        """
        self._areas.update(areas)
        roles = self.asked.entry.roles
        role = self.official.role_for(roles, self._areas)
        if role is None:
            raise NotYourArea.but(self._areas) if self.official.holds_any(roles) else NotYourRole.but(roles)
        self.role = role

    def case(self, number: str) -> Case:
        """Return the case the command is about, in an area that is the official's.

        Raises NotOnRecord, NotYourArea, OwnRelative, and StaleVersion if it is not as the official saw it.
        """
        case = self.get(Case, case_id(number))
        self.enter(case.area)
        self.official.keep_apart_from((case.head, *case.people))
        return self.as_seen(case)

    def as_seen(self, aggregate: A) -> A:
        """Return what the command is about. Raises StaleVersion if it is not as the official saw it."""
        expected = self.asked.expected
        if expected is not None and aggregate.version != expected:
            raise StaleVersion(aggregate.id, expected, aggregate.version)
        return aggregate

    def household(self, number: str) -> Household:
        """Return the household with this number, in an area of the official's.

        Raises NotOnRecord, NotYourArea, OwnRelative.
        """
        household = self.get(Household, household_id(number))
        self.enter(household.area)
        self.official.keep_apart_from(household.members)
        return household

    def person(self, identity: UUID) -> Person:
        """Return the person with this identity. Raises NotOnRecord, OwnRelative."""
        self.official.keep_apart_from((identity,))
        return self.get(Person, identity)

    def standards(self) -> Standards:
        """Return the office's catalogue of standards, empty before the first is published."""
        return self.find(Standards, STANDARDS_ID) or Standards.blank(STANDARDS_ID)

    def get(self, kind: type[A], identity: UUID) -> A:
        """Return the aggregate as it stands. Raises NotOnRecord."""
        found = self.find(kind, identity)
        if found is None:
            raise NotOnRecord(identity)
        return found

    def find(self, kind: type[A], identity: UUID) -> A | None:
        """Return the aggregate as it stands, or None if it has no history."""
        self.about = self.about or identity
        if self._may_wait:
            return self._office.record.find(kind, identity)
        at_hand = self._office.record.at_hand(kind, identity)
        if at_hand is None:
            raise NotAtHand(identity)
        return at_hand

    def ask(self, question: Callable[..., T], *about: object) -> T:
        """Return what a view answers, after everything that is recorded by now.

        `question` takes a connection to the views and what it is about.
        """
        if not self._may_wait:
            raise NotAtHand
        office = self._office
        office.follower.wait_for(office.record.last_position(), PATIENCE)
        with office.views.connect() as views:
            return question(views, *about)

    def ongoing_cases(self, programme: str, area: str) -> list[Case]:
        """Return the cases of a programme in an area that have not ended, but for those of own relatives.

        These are left to a colleague. Raises TooMuchHere.
        """
        if not self._may_wait:
            raise NotAtHand
        found = ongoing_cases(self._office, programme, area)
        return [case for case in found if self.official.is_apart_from(case.people)]

    def events_of(self, aggregate: Aggregate) -> Sequence[Event]:
        """Return everything that happened to an aggregate, each event with its position, the first first."""
        if not self._may_wait:
            raise NotAtHand
        return self._office.record.events(aggregate.id)

    def act(self, command: Command, *, basis: str = "") -> Act:
        """Return the act of carrying out the command: who, in which role, why, and since when known."""
        return Act(
            by=self.official.official,
            role=self.role,
            unit=self.official.unit,
            on=self.today,
            because=command.because,
            basis=basis,
            learned_on=command.learned_on,
            seen=self.asked.seen,
            correlation=self.asked.correlation,
        )

    def keep(self, *aggregates: Aggregate) -> None:
        """Have what happened to these recorded, all or nothing, when the command is done."""
        self._kept.extend(aggregates)

    def rests_on(self, *aggregates: Aggregate) -> None:
        """Have the command decided again if one of these changes before it is recorded."""
        self._relied_on.extend(aggregates)

    def show(self, path: str) -> None:
        """Show the result at this address instead of the one that the command is registered with."""
        self.shown_at = path

    def submission(self) -> Submission:
        """Return what is to be recorded."""
        return Submission(
            aggregates=tuple(self._kept),
            rests_on=tuple(self._relied_on),
            key=self.asked.own_key,
            request=self.asked.request,
        )
