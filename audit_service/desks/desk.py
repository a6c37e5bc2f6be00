"""The desk: what an official has before them while one command is carried out."""

from functools import cached_property
from random import Random
from typing import TypeVar
from uuid import UUID

from audit_service.desks.asked import Asked
from audit_service.desks.at_hand import AtHand
from audit_service.desks.command import Command
from audit_service.desks.kin import keep_apart
from audit_service.identity.identity import NotYourArea, NotYourRole, OwnRelative
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord, StaleVersion
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.errors.number import GivenNumber
from domain.identities import STANDARDS_ID, case_id, household_id
from domain.kernel import Act, Aggregate
from domain.needy.household import Household
from domain.needy.person import Person
from domain.standards.living_standard import Standards
from projections.kin import near

A = TypeVar("A", bound=Aggregate)


class Desk(AtHand):
    """Loads what a command is about, knows who asks and when, and takes what is to be kept."""

    def __init__(self, office: Office, asked: Asked, *, may_wait: bool = True, turn: int = 0) -> None:
        """A desk that may not wait raises NotAtHand where it would have to read.

        `turn` counts how often the command was decided before.
        """
        super().__init__(office, asked.identity, may_wait=may_wait)
        self.asked = asked
        self.role = ""
        """The role that the official acts in; empty if they hold none of the command's."""
        self.shown_at = ""
        """Where the result is shown, if not where the command is registered with."""
        self._turn = turn
        self._areas: set[str] = set()
        self._kept: list[Aggregate] = []
        self._relied_on: list[Aggregate] = []
        self._numbers: set[UUID] = set()

    def carry_out(self) -> None:
        """Let the command's function decide. Raises what it raises, and NotYourRole."""
        self.enter()
        self.asked.entry.carry_out(self, **self.asked.parameters, command=self.asked.command)

    @cached_property
    def chance(self) -> Random:
        """Chance that falls alike when the same command is sent again, so that it gets the same numbers."""
        return Random(f"{self.asked.correlation} {self._turn}")  # noqa: S311 - numbers are no secrets

    def enter(self, *areas: str) -> None:
        """Go on only if one of the command's roles is held in all of the areas.

        Raises NotYourRole, NotYourArea; NotOnRecord where the command is concealed.
        """
        self._areas.update(areas)
        roles = self.asked.entry.roles
        role = self.official.role_for(roles, self._areas)
        if role is None:
            if self.asked.entry.concealed:
                raise NotOnRecord(self.about or self.official.official)
            raise NotYourArea.but(self._areas) if self.official.holds_any(roles) else NotYourRole.but(roles)
        self.role = role

    def case(self, number: str) -> Case:
        """Return the case the command is about, in an area that is the official's.

        Raises NotOnRecord, NotYourArea, OwnRelative, and StaleVersion if it is not as the official saw it.
        """
        return self.as_seen(self.case_named(number))

    def case_named(self, number: str) -> Case:
        """Return a case beside what the command is about, in an area that is the official's.

        Raises NotOnRecord, NotYourArea, OwnRelative.
        """
        case = self.get(Case, case_id(number))
        self.enter(case.area)
        keep_apart(self.official, case, self.find)
        return case

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
        """Return the person with this identity.

        Raises NotOnRecord, and OwnRelative for a relative and who lives with one or shares a case with one.
        """
        relatives = self.official.relatives
        if relatives and identity in self.ask(near, relatives):
            raise OwnRelative
        return self.get(Person, identity)

    def standards(self) -> Standards:
        """Return the office's catalogue of standards, empty before the first is published."""
        return self.find(Standards, STANDARDS_ID) or Standards.blank(STANDARDS_ID)

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

    def keep(self, aggregate: A, *others: Aggregate) -> A:
        """Have what happens to these recorded, all or nothing, when the command is done.

        Returns the first, so that it can be acted on at once.
        """
        self._kept.extend((aggregate, *others))
        return aggregate

    def office_identity(self) -> UUID:
        """Return a new identity for who has no id number: it is made from nothing that is known of them."""
        return UUID(int=self.chance.getrandbits(128), version=4)

    def give(self, number: GivenNumber) -> None:
        """Have a number given with what is kept. If it is taken, the command is decided again for another."""
        self._numbers.add(number.id)
        self.keep(number)

    def is_number(self, failure: Exception) -> bool:
        """Tell whether nothing went wrong but that a number which was to be given is taken."""
        return isinstance(failure, StaleVersion) and failure.stream in self._numbers

    def rests_on(self, aggregate: A, *others: Aggregate) -> A:
        """Have the command decided again if one of these changes before it is recorded.

        Returns the first, so that it can be asked at once.
        """
        self._relied_on.extend((aggregate, *others))
        return aggregate

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
