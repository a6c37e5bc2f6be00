"""What counts as an act of an official, and what is told as one act though it does much."""

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.imports.imported import Import
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import OPEN_TO_ALL_ROLES

EVERYTHING = (
    *Case.EVENTS,
    *Discovery.EVENTS,
    *Document.EVENTS,
    *ErrorCatalogue.EVENTS,
    *ErrorRecord.EVENTS,
    *Household.EVENTS,
    *Import.EVENTS,
    *Lead.EVENTS,
    *Visit.EVENTS,
    *Official.EVENTS,
    *Person.EVENTS,
    *Question.EVENTS,
    *Standards.EVENTS,
    *(event for kind in OPEN_TO_ALL_ROLES for event in kind.EVENTS),
)
WITHDRAWALS = (
    Case.TakeoverWithdrawn,
    Household.FormationWithdrawn,
    Household.MembershipWithdrawn,
    Person.OtherNameWithdrawn,
    Person.RegistrationWithdrawn,
    Question.TakeoverWithdrawn,
    Visit.TakeoverWithdrawn,
)
BY_THE_LOT = (Case.StandardRaised, Lead.Found, Lead.Noticed, *WITHDRAWALS)
"""What one act does to thousands of cases is shown as that act, the adjustment of an area or an import that
is taken back; what the service notices is no act of anybody."""

ACTS = tuple(event for event in EVERYTHING if event not in BY_THE_LOT)
"""Events that an official is answerable for, each for itself."""
