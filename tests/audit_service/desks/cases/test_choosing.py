"""Whom one can choose from in the forms about a case."""

import re

from audit_service.store.submission import Submission
from tests.builders import a_case_taken_over
from tests.journeys.story import Story, in_english
from tests.office import an_official


def test_who_visits_is_chosen_from_those_who_work_in_the_area(story: Story) -> None:
    here = an_official(story.office, "lin", caseworker=("210202",))
    for login, roles in {
        "qian": {"clerk": ("*",)},
        "sun": {"caseworker": ("210203",)},
        "feng": {"inspector": ("*",)},
    }.items():
        an_official(story.office, login, **roles)
    story.office.record.keep(Submission(aggregates=(a_case_taken_over(),)))
    story.settled()

    page = in_english(story, here).get("/cases/DB-0001/visit").text

    offered = set(re.findall(r'name="visitors"[^>]* value="(\w+)"', page))
    assert {"lin", "qian"} <= offered
    assert not {"sun", "feng"} & offered
    assert "Lin Fictional · Civil Affairs" in page
