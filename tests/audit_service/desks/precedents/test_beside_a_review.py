"""What stands beside a review, and what a determination that deviates from similar ones is asked for."""

from dataclasses import replace

import pytest

from audit_service.desks.tolerance.determining import DetermineOutcome
from domain.identities import tolerance_id
from domain.tolerance.outcome_refusals import DeviationUnexplained
from domain.tolerance.outcomes import CONDITIONS
from domain.tolerance.review import ToleranceReview
from tests.desk_of_questions import QuestionDesk
from tests.error_builders import a_completed_error
from tests.office import an_official, on_sqlite
from tests.tolerance_builders import PANEL, a_determined_review, a_review_heard
from tests.tolerance_lives import a_closed_review


def a_determination(**more: str) -> DetermineOutcome:
    return DetermineOutcome(
        outcome="exempt",
        conditions=tuple(CONDITIONS),
        situations=("T02",),
        text="It was in good faith.",
        because="As the panel voted.",
        **more,
    )


@on_sqlite
def test_an_outcome_that_deviates_asks_for_a_reason(desk: QuestionDesk) -> None:
    organ = replace(an_official(desk.office, "organ", organ=("*",)), official=PANEL[0])
    others = [a_determined_review("lightened", number=f"RC-{place}") for place in (1, 2, 3)]
    desk.keep(a_completed_error(), a_review_heard(number="RC-0"), *others)
    last = desk.office.record.last_position()

    with pytest.raises(DeviationUnexplained):
        desk.ask(a_determination(), organ, review_number="RC-0")

    assert desk.office.record.last_position() == last
    assert desk.office.record.attempts(limit=1)[0].code == DeviationUnexplained.CODE
    desk.ask(a_determination(deviation="Here the family concealed it."), organ, review_number="RC-0")
    [determined] = desk.office.record.events(tolerance_id("RC-0"))[-1:]
    assert isinstance(determined, ToleranceReview.Determined)


def test_similar_matters_and_how_others_decided_stand_beside_a_review(desk: QuestionDesk) -> None:
    organ = an_official(desk.office, "organ", organ=("*",))
    desk.keep(a_completed_error(), a_closed_review(number="RC-0"), a_determined_review(number="RC-1"))

    page = desk.page("/tolerance/RC-0", organ)

    assert "Similar matters" in page
    assert "… and the same rating of each factor" in page
    assert "RC-1" not in page
    assert "Would others have decided the same?" in page
    assert "/lessons/new?review=RC-0" in page
    assert 'value="RC-0"' in desk.page("/lessons/new?review=RC-0", organ)
