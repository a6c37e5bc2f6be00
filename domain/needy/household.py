"""A household in the basic database of the needy: who lives together."""

from datetime import date
from typing import Self
from uuid import UUID

from domain.identities import household_id
from domain.kernel import Act, Aggregate, Event
from domain.refusal import Refused


class AlreadyMember(Refused):
    """A person joins a household they are in."""

    CODE = "household.already_member"
    SENTENCE = "This person is already a member of household %(number)s. Choose another person."


class NotMember(Refused):
    """A person leaves a household they are not in."""

    CODE = "household.not_member"
    SENTENCE = "This person is not a member of household %(number)s. Choose one of its members."


class Household(Aggregate):
    """People who live together, under the number that the office gave them."""

    TOPIC = "household"

    number: str = ""
    area: str = ""
    members: tuple[UUID, ...] = ()

    class Formed(Event):
        """A household was entered in the basic database of the needy."""

        TOPIC = "household.formed"

        number: str
        area: str

        def apply(self, household: "Household") -> None:
            household.is_withdrawn = False
            household.number, household.area = self.number, self.area

    class FormationWithdrawn(Event):
        """The entry of the household was taken back, as the import it came with was."""

        TOPIC = "household.formation_withdrawn"

        people: tuple[UUID, ...]
        """Its members."""

        def apply(self, household: "Household") -> None:
            household.mark_withdrawn()

    class MembershipWithdrawn(Event):
        """It was taken back that a person is a member, as the import that said so was."""

        TOPIC = "household.membership_withdrawn"

        person: UUID

        def apply(self, household: "Household") -> None:
            household.members = tuple(person for person in household.members if person != self.person)

    class MemberJoined(Event):
        """A person became a member of the household."""

        TOPIC = "household.member_joined"

        person: UUID
        relation: str
        """Relation to the head of the household, as the register words it."""

        def apply(self, household: "Household") -> None:
            household.members = (*household.members, self.person)

    class MemberLeft(Event):
        """A member left the household."""

        TOPIC = "household.member_left"

        person: UUID

        def apply(self, household: "Household") -> None:
            household.members = tuple(person for person in household.members if person != self.person)

    @classmethod
    def form(cls, number: str, area: str, act: Act, *, withdrawn: Self | None = None) -> Self:
        """Enter a household that has no members yet; one that was `withdrawn` goes on with its history."""
        household = withdrawn or cls.blank(household_id(number))
        household.trigger(cls.Formed, act, number=number, area=area)
        return household

    def join(self, person: UUID, relation: str, act: Act) -> None:
        """Make the person a member. Raises AlreadyMember."""
        if person in self.members:
            raise AlreadyMember(number=self.number)
        self.trigger(self.MemberJoined, act, person=person, relation=relation)

    def withdraw_formation(self, act: Act) -> None:
        """Take the entry back. That nothing was built on it is for the caller to see."""
        self.trigger(self.FormationWithdrawn, act, people=self.members)

    def withdraw_membership(self, person: UUID, act: Act) -> None:
        """Take back that a person is a member. Raises NotMember."""
        self.check_member(person)
        self.trigger(self.MembershipWithdrawn, act, person=person)

    def check_member(self, person: UUID) -> None:
        """Raises NotMember."""
        if person not in self.members:
            raise NotMember(number=self.number)

    def leave(self, person: UUID, act: Act, *, since: date | None = None) -> None:
        """Record that a member left, on the day of the act or since another. Raises NotMember."""
        self.check_member(person)
        self.trigger(self.MemberLeft, act, valid_from=since, person=person)
