"""A person in the basic database of the needy."""

from typing import Self
from uuid import UUID

from domain.kernel import Act, Aggregate, Event, Personal, Refused


class SameName(Refused):
    """A correction that corrects nothing."""

    CODE = "person.same_name"
    SENTENCE = "The name on record is already this one. Check the name before you correct it."


class Person(Aggregate):
    """A person, under an identity made from the id number with the office's key.

    Keeps no text about the person: names and id numbers are read from the events by who may.
    """

    TOPIC = "person"

    sex: str = ""
    born_year: int = 0

    class Registered(Event):
        """A person was entered in the basic database of the needy."""

        TOPIC = "person.registered"

        name: Personal
        id_number: Personal
        sex: str
        """`male` or `female`, as the id number says."""
        born_year: int
        name_tokens: tuple[str, ...] = ()
        """Keyed, in hexadecimal: by them the name is found, and cannot be guessed."""

        def apply(self, person: "Person") -> None:
            person.sex, person.born_year = self.sex, self.born_year

    class NameCorrected(Event):
        """The name on record had been wrong and was put right."""

        TOPIC = "person.name_corrected"

        before: Personal
        after: Personal
        name_tokens: tuple[str, ...] = ()
        """Of the name as it is now."""

    @classmethod
    def register(
        cls,
        identity: UUID,
        act: Act,
        *,
        name: str,
        id_number: str,
        sex: str,
        born_year: int,
        name_tokens: tuple[str, ...] = (),
    ) -> Self:
        """Enter a person. The identity and the tokens are the vault's, from the id number and the name."""
        person = cls.blank(identity)
        person.trigger(
            cls.Registered,
            act,
            name=name,
            id_number=id_number,
            sex=sex,
            born_year=born_year,
            name_tokens=name_tokens,
        )
        return person

    def correct_name(self, act: Act, *, before: str, after: str, name_tokens: tuple[str, ...] = ()) -> None:
        """Put the name right. `before` is the name on record, opened by the caller. Raises SameName."""
        if before == after:
            raise SameName
        self.trigger(self.NameCorrected, act, before=before, after=after, name_tokens=name_tokens)
