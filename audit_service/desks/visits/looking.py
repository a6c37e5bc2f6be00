"""A visit as its page and the API tell it, and as it stands beside the forms about it."""

from collections.abc import Mapping
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.moments import moments_of
from audit_service.desks.names import area_name
from audit_service.desks.reading import ERASED
from audit_service.desks.visits.readings import READINGS
from audit_service.desks.visits.search import VisitRow, rows_of
from audit_service.desks.visits.words import missed_because, observations_named, withdrawn_because
from audit_service.identity.identity import Identity, NotYourArea, OwnRelative
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.addresses import path_to
from audit_service.web.parts import Moment
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, written
from domain.identities import visit_id
from domain.visits.state import MADE, MISSED, WITHDRAWN
from projections import visit_lists
from projections.visit_ledger import visit_with


class VisitAnswer(VisitRow):
    """A visit, with what was seen."""

    visit: UUID
    household: str
    """Number of the household; empty if it is to a person alone."""
    person: UUID | None
    met: str
    found: str
    category: str
    """Kind of family, as an old ledger words it."""
    answer_given: str
    settled: bool | None
    version: int
    position: int
    """That of the last event."""

    @classmethod
    def of(cls, told: VisitRow, row: Row[Any], texts: Mapping[str, str], version: int) -> Self:
        """Tell a row of the ledger, with the texts that were sealed in it."""
        own = {name: getattr(row, name) for name in ("visit", "person", "category", "settled", "position")}
        household = told.whom if row.household else ""
        return cls(**vars(told), **own, **texts, household=household, version=version)


SEALED = ("met", "found", "answer_given")


def readable_visit(office: Office, reader: Identity, number: str) -> VisitAnswer:
    """Return the visit for an official who may read it. Raises NotOnRecord, NotYourArea, OwnRelative."""
    identity = visit_id(number)
    with office.views.connect() as views:
        row = visit_with(views, identity)
        if row is None:
            raise NotOnRecord(identity)
        if not reader.sees(row.area):
            raise NotYourArea(area=area_name(row.area))
        if not visit_lists.is_apart(views, identity, reader.relatives):
            raise OwnRelative
        (told,) = rows_of(office, views, [row])
    opened = office.vault.open_many(getattr(row, name) for name in SEALED)
    texts = {name: _(ERASED) if text is None else text for name, text in zip(SEALED, opened, strict=True)}
    return VisitAnswer.of(told, row, texts, len(office.record.events(identity)))


def happened(office: Office, visit: VisitAnswer) -> list[Moment]:
    """Return what happened to a visit, the latest first."""
    return moments_of(office, office.record.events(visit.visit), READINGS)


def whom_of(visit: VisitAnswer) -> str:
    """Return whom a visit is to, in the reader's language."""
    return _("Household %(number)s", number=visit.household) if visit.household else visit.whom


def facts_of(visit: VisitAnswer) -> list[tuple[str, object]]:
    """Return what is told of a visit; what it does not tell is left out."""
    told: list[tuple[str, object]] = [
        (_("Who is visited"), whom_of(visit)),
        (_("Case"), visit.case),
        (_("Area"), area_name(visit.area)),
        (_("To be made by"), day(visit.due_on) if visit.due_on else ""),
        (_("Day of the visit"), day(visit.day) if visit.state in {MADE, WITHDRAWN} else ""),
        (_("Day of the attempt"), day(visit.day) if visit.state == MISSED else ""),
        (_("Cadres"), written(visit.cadres)),
        (_("Why nobody was met"), missed_because(visit.reason) if visit.state == MISSED else ""),
        (_("Why it does not count"), withdrawn_because(visit.reason) if visit.state == WITHDRAWN else ""),
        (_("Who was met"), visit.met),
        (_("What stood out"), observations_named(visit.observations) if visit.observations else ""),
        (_("What was seen"), visit.found),
        (_("Kind of family"), visit.category),
        (_("Answer given at once"), visit.answer_given),
        (_("Settled at once"), "" if visit.settled is None else written(visit.settled)),
    ]
    return [(label, value) for label, value in told if value]


@stands_beside("/visits/{visit}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the visit that a command is about."""
    found = readable_visit(office, identity, parameters["visit"])
    return Beside(title=found.number, href=path_to("/visits", found.number), facts=facts_of(found))
