"""What there is about the person of a lead: what may be another's when two people are told apart."""

from collections.abc import Mapping
from uuid import UUID

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.leads.looking import LeadAnswer, facts_of, readable_lead
from audit_service.desks.leads.words import lead_kind
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, written
from domain.leads.finding import NAMED_OTHERWISE
from domain.needy.person import Person
from projections import case_lists
from projections.around import visits_to
from projections.question_lists import questions_about


def theirs(office: Office, lead: LeadAnswer) -> list[tuple[str, object]]:
    """Return the numbers of the cases, visits and questions that stand under a number with two names."""
    if lead.kind != NAMED_OTHERWISE or lead.person is None:
        return []
    people = [lead.person]
    with office.views.connect() as views:
        cases = [row.number for row in case_lists.cases_of(views, people)]
        visits = [f"{row.number} · {day(row.day)}" for row in visits_to(views, people=people)]
        questions = [f"{row.number} · {day(row.raised_on)}" for row in questions_about(views, people=people)]
    told = ((_("Cases"), cases), (_("Visits"), visits), (_("Questions"), questions))
    return [(label, written(list(dict.fromkeys(numbers))) or NOTHING) for label, numbers in told]


def told_apart(office: Office, lead: LeadAnswer) -> UUID | None:
    """Return the entry of the other person, once the two were told apart."""
    if lead.kind != NAMED_OTHERWISE or lead.person is None:
        return None
    events = office.record.events(lead.person)
    distinct = (event for event in events if isinstance(event, Person.ConfirmedDistinct))
    return next((event.other for event in distinct if event.named_at == lead.decision), None)


@stands_beside("/leads/{lead}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the lead that a command is about."""
    found = readable_lead(office, identity, parameters["lead"])
    return Beside(
        title=lead_kind(found.kind),
        href=f"/leads/{found.lead}",
        facts=[*facts_of(found), *theirs(office, found)],
    )
