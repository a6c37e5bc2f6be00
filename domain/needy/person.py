"""A person in the basic database of the needy."""

from typing import NotRequired, Self, TypedDict, Unpack
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.needy.reached import Reached
from domain.refusal import Refused


class SameName(Refused):
    """A correction that corrects nothing."""

    CODE = "person.same_name"
    SENTENCE = "The name on record is already this one. Check the name before you correct it."


class UnknownPurpose(Refused):
    """Personal data is opened for a purpose that the office does not have."""

    CODE = "person.unknown_purpose"
    SENTENCE = "Personal data is not opened for %(purpose)s. Choose one of the purposes."


PURPOSES = {
    "identity": "To make sure who somebody is",
    "contact": "To reach the family",
    "case": "To work on a case",
    "lead": "To settle a lead or an error",
    "inspection": "To inspect",
}
"""What personal data may be opened for; messages to translate."""


class Particulars(TypedDict):
    """What is told of a person when they are entered; what the fields mean is said on the event."""

    name: str
    id_number: str
    sex: str
    born_year: int
    name_tokens: NotRequired[tuple[str, ...]]
    number_tokens: NotRequired[tuple[str, ...]]
    phone: NotRequired[str]
    address: NotRequired[str]
    contact_tokens: NotRequired[tuple[str, ...]]
    without_number: NotRequired[str]
    document: NotRequired[str]
    document_number: NotRequired[str]


class Person(Reached):
    """A person, under an identity made from the id number with the office's key.

    Who has none is entered under an identity that the office gives.

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
        number_tokens: tuple[str, ...] = ()
        """Of the last digits of the id number and of the day of birth."""
        phone: Personal = ""
        address: Personal = ""
        contact_tokens: tuple[str, ...] = ()
        """Of the telephone number and of the parts of the address."""
        without_number: str = ""
        """Why there is no id number; empty where there is one."""
        document: str = ""
        """The kind of document by which who has no id number is known; empty where there is none."""
        document_number: Personal = ""

        def apply(self, person: "Person") -> None:
            person.is_withdrawn = False
            person.sex, person.born_year = self.sex, self.born_year
            person.numbered = not self.without_number

    class NameCorrected(Event):
        """The name on record had been wrong and was put right."""

        TOPIC = "person.name_corrected"

        before: Personal
        after: Personal
        name_tokens: tuple[str, ...] = ()
        """Of the name as it is now."""

    class NamedOtherwise(Event):
        """A register gave another name for the id number than the one on record.

        Which name is right, or whether these are two people, is for an official to settle.
        """

        TOPIC = "person.named_otherwise"

        name: Personal
        name_tokens: tuple[str, ...] = ()
        """Keyed, as those of the name on record."""
        register: str
        """Name of the register."""
        sheet: str = ""
        row: int = 0

    class RegistrationWithdrawn(Event):
        """The entry of the person was taken back, as the import it came with was."""

        TOPIC = "person.registration_withdrawn"

        def apply(self, person: "Person") -> None:
            person.mark_withdrawn()

    class OtherNameWithdrawn(Event):
        """The other name that a register gave was taken back, as the import it came with was."""

        TOPIC = "person.other_name_withdrawn"

        named_at: int
        """Position at which the name was kept."""
        name_tokens: tuple[str, ...]
        """Those of the name."""

    class TokensRenewed(Event):
        """The person can be found in more ways, because people are looked for in more ways by now."""

        TOPIC = "person.tokens_renewed"

        name_tokens: tuple[str, ...]
        number_tokens: tuple[str, ...]
        contact_tokens: tuple[str, ...]

    class Opened(Event):
        """An official opened the whole id number and the contact of the person, for a purpose."""

        TOPIC = "person.opened"

        purpose: str

    @classmethod
    def register(
        cls, identity: UUID, act: Act, *, withdrawn: Self | None = None, **particulars: Unpack[Particulars]
    ) -> Self:
        """Enter a person. The identity and the tokens are the vault's, made from what is told of them.

        An entry that was `withdrawn` goes on with its history.
        """
        person = withdrawn or cls.blank(identity)
        person.trigger(cls.Registered, act, **particulars)
        return person

    def correct_name(self, act: Act, *, before: str, after: str, name_tokens: tuple[str, ...] = ()) -> None:
        """Put the name right. `before` is the name on record, opened by the caller. Raises SameName."""
        if before == after:
            raise SameName
        self.trigger(self.NameCorrected, act, before=before, after=after, name_tokens=name_tokens)

    def name_otherwise(
        self, act: Act, *, name: str, name_tokens: tuple[str, ...], register: str, sheet: str, row: int
    ) -> None:
        """Keep the other name that a row of a register gives. Once for each name: the caller compares."""
        self.trigger(
            self.NamedOtherwise,
            act,
            name=name,
            name_tokens=name_tokens,
            register=register,
            sheet=sheet,
            row=row,
        )

    def withdraw_registration(self, act: Act) -> None:
        """Take the entry back. That nothing was built on it is for the caller to see."""
        self.trigger(self.RegistrationWithdrawn, act)

    def withdraw_other_name(self, named: NamedOtherwise, act: Act) -> None:
        """Take back that a register gave this other name."""
        self.trigger(self.OtherNameWithdrawn, act, named_at=named.position, name_tokens=named.name_tokens)

    def renew_tokens(
        self,
        act: Act,
        *,
        name_tokens: tuple[str, ...],
        number_tokens: tuple[str, ...],
        contact_tokens: tuple[str, ...],
    ) -> None:
        """Keep tokens that were made anew from what is on record. Once: the caller compares."""
        self.trigger(
            self.TokensRenewed,
            act,
            name_tokens=name_tokens,
            number_tokens=number_tokens,
            contact_tokens=contact_tokens,
        )

    def open(self, act: Act, *, purpose: str) -> None:
        """Record that the official opens what is masked. Raises UnknownPurpose."""
        if purpose not in PURPOSES:
            raise UnknownPurpose(purpose=purpose)
        self.trigger(self.Opened, act, purpose=purpose)
