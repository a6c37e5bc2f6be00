import pytest

from domain.errors.deadlines import CORRECTED, REPORTED, SUBSTANTIATED, last_day
from tests.builders import day
from tests.error_builders import WORKING_DAYS


@pytest.mark.parametrize(
    ("step", "since", "last"),
    [
        (REPORTED, "2021-09-17", "2021-10-08"),
        (SUBSTANTIATED, "2021-09-01", "2021-09-08"),
        (CORRECTED, "2021-09-01", "2021-09-23"),
    ],
)
def test_limits_are_counted_in_working_days_as_the_year_was_arranged(
    step: str, since: str, last: str
) -> None:
    assert last_day(step, day(since), WORKING_DAYS) == day(last)


def test_there_was_no_limit_before_there_was_a_policy_nor_for_other_steps() -> None:
    assert last_day(REPORTED, day("2020-06-30"), WORKING_DAYS) is None
    assert last_day("rested", day("2021-09-01"), WORKING_DAYS) is None
