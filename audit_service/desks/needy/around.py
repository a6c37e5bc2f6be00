"""What other desks have about a family: the visits to it and the questions it raised."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Row

from audit_service.desks.needy.cards import Card
from audit_service.desks.needy.dossier import HouseholdDossier
from audit_service.office import Office
from domain.identities import household_id
from projections import one_person
from projections.around import visits_to
from projections.question_lists import questions_about


@dataclass(frozen=True)
class Around:
    """Rows of the views of other desks, the latest first."""

    visits: Sequence[Row[Any]]
    questions: Sequence[Row[Any]]

    @classmethod
    def of_person(cls, office: Office, card: Card) -> Self:
        """Return what there is about somebody, and about the household that they live in as a whole."""
        return cls._of(office, card.entries, map(household_id, card.place.households))

    @classmethod
    def of_household(cls, office: Office, found: HouseholdDossier) -> Self:
        """Return what there is about a household, and about whoever belongs or ever belonged to it."""
        return cls._of(office, found.everyone, [found.household])

    @classmethod
    def _of(cls, office: Office, people: Collection[UUID], households: Iterable[UUID]) -> Self:
        homes = list(households)
        with office.views.connect() as views:
            entries = one_person.entries_of(views, people)
            return cls(
                visits_to(views, people=entries, households=homes),
                questions_about(views, people=entries, households=homes),
            )
