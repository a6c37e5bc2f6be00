"""What may be done with a review: where it stands, who is concerned, by which rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.kernel import Act
from domain.refusal import Message
from domain.tolerance.duties import ASSIGNED, DRAFTED, LED, REPLACED, Duties
from domain.tolerance.process_refusals import NamedTwice
from domain.tolerance.refusals import (
    MustKeepAway,
    NotConcerned,
    NotNow,
    NotOfTheOrgan,
    OtherRules,
    UnknownCode,
    WordsMissing,
)
from domain.tolerance.rules import Terms
from domain.tolerance.state import STATES, State


@dataclass(frozen=True)
class Named:
    """Officials who are called to a part, with what the record says of them."""

    logins: Mapping[UUID, str]
    """What each is called, in the order they are named."""
    relatives: frozenset[UUID] = frozenset()
    """Those of them who are near relatives of the family or of an official concerned."""
    outsiders: frozenset[UUID] = frozenset()
    """Those of them who do not act for the organ in the area, and could not take the part."""

    @property
    def persons(self) -> tuple[UUID, ...]:
        """Return the officials, in order."""
        return tuple(self.logins)


class Procedure(Duties):
    """The part of a review that knows what comes next."""

    def check_state(self, *states: State) -> None:
        """Raises NotNow."""
        if self.state not in states:
            raise NotNow(number=self.number, state=Message(STATES[self.state])).resting_on(self.moved)

    def check_led(self, act: Act, *states: State) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_state(*states)
        self.check_part(LED, act)

    def check_concerned(self, act: Act) -> None:
        """Raises NotConcerned."""
        if act.by not in self.officials:
            raise NotConcerned(number=self.number).resting_on(self.last(DRAFTED))

    def check_terms(self, terms: Terms) -> None:
        """Raises OtherRules."""
        if terms.edition.reference != self.rules:
            other = OtherRules(number=self.number, reference=self.rules)
            raise other.resting_on(self.last(DRAFTED))

    def check_called(self, part: str, named: Named, beside: Iterable[UUID] = ()) -> None:
        """Check who is called to a part. Raises NamedTwice, NotOfTheOrgan, MustKeepAway, CannotBeNamed."""
        for person, login in named.logins.items():
            if person in beside:
                raise NamedTwice(login=login).resting_on(self.last(ASSIGNED, REPLACED))
            if person in named.outsiders:
                raise NotOfTheOrgan(login=login)
            if person in named.relatives:
                raise MustKeepAway(login=login)
            self.check_named(part, person, login)


def check_words(text: str) -> None:
    """Raises WordsMissing."""
    if not text.strip():
        raise WordsMissing


def check_code(code: str, titles: Mapping[str, object]) -> None:
    """Raises UnknownCode. A title that is a text is a message to translate."""
    if code not in titles:
        known = (Message(title) if isinstance(title, str) else title for title in titles.values())
        raise UnknownCode(code=code, titles=tuple(known))
