"""What stands in the forms about a question already: whom it can be given to."""

from collections.abc import Mapping

from audit_service.desks.officials.staff import to_choose, working_in
from audit_service.desks.prepared import Prepared, prepares
from audit_service.desks.questions.about import WHO_ANSWERS
from audit_service.desks.questions.handling import AssignQuestion
from audit_service.desks.questions.looking import readable_question
from audit_service.identity.identity import Identity
from audit_service.office import Office


@prepares(AssignQuestion)
def colleagues(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer who answers questions in the area of this one."""
    question = readable_question(office, identity, parameters["question"])
    return Prepared(choices={"to": to_choose(working_in(office, {question.area}, WHO_ANSWERS).values())})
