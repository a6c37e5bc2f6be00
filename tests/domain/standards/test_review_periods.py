"""How long a family may wait for a review is published like any standard."""

from typing import Any

import pytest

from domain.refusal import Refused
from domain.standards.living_standard import Standards
from domain.standards.refusals import NotAPeriod, PeriodTaken, ReviewBeforeApproval
from domain.standards.review_periods import ReviewPeriod
from tests.builders import a_managers_act, day, standards
from tests.history import given, recorded, refused


def a_period(**more: Any) -> ReviewPeriod:
    values: dict[str, Any] = {
        "reference": "fictional review 2021",
        "programme": "dibao",
        "approved_on": day("2021-04-20"),
        "effective_from": day("2021-05-01"),
        "days": 90,
    }
    return ReviewPeriod(**(values | more))


def published() -> Standards:
    catalogue = standards()
    catalogue.publish_review_period(a_period(), a_managers_act("2021-04-20"))
    return catalogue


def test_what_is_published_is_what_was_approved() -> None:
    catalogue = published()

    assert recorded(catalogue)[-1] is Standards.ReviewPeriodPublished
    assert catalogue.reviews == (a_period(),)


def test_another_programme_and_another_day_may_have_another_period() -> None:
    catalogue = published()

    for period in (a_period(programme="tekun"), a_period(effective_from=day("2021-06-01"))):
        catalogue.publish_review_period(period, a_managers_act("2021-04-20"))

    assert len(catalogue.reviews) == 3


@pytest.mark.parametrize(
    ("changed", "refusal", "sentence"),
    [
        ({"days": 0}, NotAPeriod, "one day at least"),
        ({"effective_from": day("2021-04-19")}, ReviewBeforeApproval, "in force from 2021-04-19"),
        ({"reference": "other"}, PeriodTaken, "fictional review 2021, is in force from 2021-05-01"),
    ],
)
def test_what_could_not_be_applied_is_not_published(
    changed: dict[str, Any], refusal: type[Refused], sentence: str
) -> None:
    catalogue = given(published())

    with refused(catalogue, refusal, sentence):
        catalogue.publish_review_period(a_period(**changed), a_managers_act("2021-04-20"))
