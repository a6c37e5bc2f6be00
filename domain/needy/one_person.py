"""Who somebody is: the part of a person that tells one entry from another, and joins two that are one."""

from datetime import date
from uuid import UUID

from domain.kernel import Act, Aggregate, Event, Personal
from domain.refusal import Refused


class SamePerson(Refused):
    """An entry is merged with itself."""

    CODE = "person.same_entry"
    SENTENCE = "This is the same entry. Name the other one."


class MergedAlready(Refused):
    """An entry that stands under another one takes part in no further merge."""

    CODE = "person.merged_already"
    SENTENCE = (
        "One of the entries is merged already. Reverse that merge first, or choose the entry that stays."
    )


class NotMerged(Refused):
    """A merge is reversed that there is not."""

    CODE = "person.not_merged"
    SENTENCE = "This entry is not merged into another one. There is nothing to reverse."


class HasNumber(Refused):
    """Somebody whose id number is on record is given one."""

    CODE = "person.has_number"
    SENTENCE = "An id number is on record for this person. If it is another person's, settle that as a lead."


class DeathRecorded(Refused):
    """A death is recorded once."""

    CODE = "person.death_recorded"
    SENTENCE = "The death of this person is on record already. Read the day and the source of it."


class FutureDeath(Refused):
    """A death is recorded after it happened."""

    CODE = "person.future_death"
    SENTENCE = "The day of death is after today. Check the day."


class Identified(Aggregate):
    """A person as one entry among others."""

    numbered: bool = True
    """Whether an id number is on record."""
    merged_into: UUID | None = None
    """The entry that this one stands under while both are taken for one person."""
    absorbed: tuple[UUID, ...] = ()
    """The entries that stand under this one."""
    died_on: date | None = None

    class NumberGiven(Event):
        """Somebody who had been entered without an id number has one now."""

        TOPIC = "person.number_given"

        id_number: Personal
        number_tokens: tuple[str, ...] = ()
        """Keyed, of the last digits and of the day of birth."""
        holder: UUID
        """The identity that this number makes, under which somebody else may be on record."""

        def apply(self, person: "Identified") -> None:
            person.numbered = True

    class Merged(Event):
        """Two entries were found to be one person. It is recorded with both of them."""

        TOPIC = "person.merged"

        entry: UUID
        """The entry that stands under the other one from now on."""
        into: UUID

        def apply(self, person: "Identified") -> None:
            if person.id == self.entry:
                person.merged_into = self.into
            else:
                person.absorbed = (*person.absorbed, self.entry)

    class MergeReversed(Event):
        """Two entries had been taken for one person, and are two again. It is recorded with both of them."""

        TOPIC = "person.merge_reversed"

        entry: UUID
        into: UUID

        def apply(self, person: "Identified") -> None:
            if person.id == self.entry:
                person.merged_into = None
            else:
                person.absorbed = tuple(entry for entry in person.absorbed if entry != self.entry)

    class ConfirmedDistinct(Event):
        """What was recorded under one id number is about two people: the other has an entry of their own."""

        TOPIC = "person.confirmed_distinct"

        other: UUID
        """The other person's entry."""
        named_at: int
        """Position of the event that gave the other person's name."""

    class Died(Event):
        """The person died on the day from which this is valid."""

        TOPIC = "person.died"

        source: str
        """Where the office knows it from."""

        def apply(self, person: "Identified") -> None:
            person.died_on = self.valid_from

    def give_number(self, act: Act, *, id_number: str, number_tokens: tuple[str, ...], holder: UUID) -> None:
        """Give an id number to who had none; `holder` is the vault's identity of it. Raises HasNumber."""
        if self.numbered:
            raise HasNumber
        self.trigger(self.NumberGiven, act, id_number=id_number, number_tokens=number_tokens, holder=holder)

    def merge_into(self, other: "Identified", act: Act) -> None:
        """Have this entry stand under the other one; keep both. Raises SamePerson, MergedAlready."""
        if self.id == other.id:
            raise SamePerson
        if self.merged_into or self.absorbed or other.merged_into:
            raise MergedAlready
        for entry in (self, other):
            entry.trigger(self.Merged, act, entry=self.id, into=other.id)

    def reverse_merge(self, other: "Identified", act: Act) -> None:
        """Have this entry stand for itself again; `other` is what it was merged into. Raises NotMerged."""
        if self.merged_into is None or self.merged_into != other.id:
            raise NotMerged
        for entry in (self, other):
            entry.trigger(self.MergeReversed, act, entry=self.id, into=other.id)

    def confirm_distinct(self, other: UUID, act: Act, *, named_at: int) -> None:
        """Say that the name given at a position of the record is another person's, who has an entry now."""
        self.trigger(self.ConfirmedDistinct, act, other=other, named_at=named_at)

    def die(self, act: Act, *, on: date, source: str) -> None:
        """Record the death, known from one of SOURCES_OF_DEATH. Raises DeathRecorded, FutureDeath."""
        if self.died_on:
            raise DeathRecorded
        if on > act.on:
            raise FutureDeath
        self.trigger(self.Died, act, valid_from=on, source=source)


SOURCES_OF_DEATH = {
    "police": "Household registration (police)",
    "funeral": "Funeral and cremation records",
    "hospital": "Hospital or death certificate",
    "family": "The family, with papers",
    "visit": "A visit or neighbours",
}
"""Where a death is known from; messages to translate."""

DOCUMENTS = {
    "passport": "Passport",
    "residence": "Residence permit of a foreigner",
    "birth": "Birth certificate",
    "other": "Another document",
}
"""By what somebody without an id number is known; messages to translate."""

NO_NUMBER = {
    "foreigner": "Foreigner",
    "infant": "Infant, not registered yet",
    "unregistered": "Not registered in any household",
    "unknown": "The number is not known or is another person's",
}
"""Why somebody has no id number; messages to translate."""
