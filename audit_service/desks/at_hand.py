"""What is at hand while a command is decided: the record, its views, the vault and the folders."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from audit_service.desks.ongoing import left_to, ongoing_cases
from audit_service.documents.documents import Documents
from audit_service.identity.identity import Identity
from audit_service.imports.folder import Imports
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.store.vault import Vault
from domain.cases.case import Case
from domain.kernel import Aggregate, Event
from domain.standards.deadlines import WorkingDays

A = TypeVar("A", bound=Aggregate)
T = TypeVar("T")

PATIENCE = 30.0
"""Seconds that a decision waits for the views to hold everything recorded before it."""


class NotAtHand(Exception):
    """Something has to be read from the database first, and this caller must not wait for that."""

    def __init__(self, aggregate: UUID | None = None) -> None:
        """`aggregate`: the identity of what is missing, if it is one aggregate."""
        self.aggregate = aggregate


class AtHand:
    """Loads what is asked for, as it stands. One that may not wait raises NotAtHand where it had to read."""

    def __init__(self, office: Office, official: Identity, *, may_wait: bool) -> None:
        self.official = official
        self.about: UUID | None = None
        """Identity of what was looked at first."""
        self.today: date = office.today()
        self._office = office
        self._may_wait = may_wait

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

    @property
    def imports(self) -> Imports:
        """What was sent in to be imported."""
        if not self._may_wait:
            raise NotAtHand
        return self._office.imports

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

    def withdrawn(self, kind: type[A], identity: UUID) -> A | None:
        """Return the aggregate whose coming on record was taken back: it goes on with its history."""
        if not self._may_wait:
            raise NotAtHand
        return self._office.record.withdrawn(kind, identity)

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

    def look_through(self, look: Callable[..., T], *about: object) -> T:
        """Return what looking through the record comes to. `look` takes the office and what it is about.

        Raises what that raises, and TooMuchHere if it is left to the back room.
        """
        if not self._may_wait:
            raise NotAtHand
        return look(self._office, *about)

    def ongoing_cases(self, programme: str, area: str) -> list[Case]:
        """Return the cases of a programme in an area that have not ended, but for those of own relatives.

        These are left to a colleague. Raises TooMuchHere.
        """
        if not self._may_wait:
            raise NotAtHand
        found = ongoing_cases(self._office, programme, area)
        return left_to(self.official, self._office, found)

    def events_of(self, aggregate: Aggregate) -> Sequence[Event]:
        """Return everything that happened to an aggregate, each event with its position, the first first."""
        if not self._may_wait:
            raise NotAtHand
        return self._office.record.events(aggregate.id)
