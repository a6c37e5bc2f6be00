"""What other desks show of questions: those about a case, each with where it stands."""

from uuid import UUID

from audit_service.desks.questions.words import COLOURS, question_state, topic_name
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import path_to
from audit_service.web.parts import Step, Tag
from projections.question_lists import questions_about


def questions_of_case(office: Office, identity: Identity, case: UUID) -> list[tuple[Step, Tag, str]]:
    """Return the questions about a case that the reader may see, the latest first: where, state, topic."""
    with office.views.connect() as views:
        found = questions_about(views, cases=[case])
    return [
        (
            Step(row.number, path_to("/questions", row.number)),
            Tag(question_state(row.state), COLOURS[row.state]),
            topic_name(row.topic),
        )
        for row in found
        if identity.sees(row.area) and identity.is_apart_from([row.person])
    ]
