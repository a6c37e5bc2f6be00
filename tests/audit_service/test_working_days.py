from datetime import date
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from audit_service.settings import MalformedSetting
from audit_service.working_days import Arrangements, YearNotArranged, warn_of_unknown

PUBLISHED = Arrangements.of(None)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2021, 9, 17), True),
        (date(2021, 9, 18), True),  # a Saturday worked in exchange for the Mid-Autumn Festival
        (date(2021, 9, 19), False),
        (date(2021, 9, 20), False),  # a Monday off
        (date(2021, 9, 26), True),  # a Sunday worked in exchange for the National Day
        (date(2021, 10, 1), False),
    ],
)
def test_the_published_arrangement_holds(day: date, works: bool) -> None:  # noqa: FBT001 - an expected answer
    assert PUBLISHED.is_working_day(day) is works


def test_a_year_that_was_not_arranged_is_not_guessed() -> None:
    with pytest.raises(YearNotArranged, match="The working days of 2199 are not known yet"):
        PUBLISHED.is_working_day(date(2199, 3, 4))


def test_the_operator_can_enter_a_newer_year(tmp_path: Path) -> None:
    file = tmp_path / "years.json"
    file.write_text('{"2199": {"off": ["2199-01-01"], "worked": ["2199-01-05"]}}')
    arranged = Arrangements.of(file)

    days = {day: arranged.is_working_day(date(2199, 1, day)) for day in range(1, 7)}

    assert days == {1: False, 2: True, 3: True, 4: True, 5: True, 6: False}


@pytest.mark.parametrize("content", ["", "[]", '{"2199": {"off": ["2199-13-01"]}}', '{"2199": {"of": []}}'])
def test_a_malformed_arrangement_is_refused_by_the_name_of_its_setting(tmp_path: Path, content: str) -> None:
    file = tmp_path / "years.json"
    file.write_text(content)

    with pytest.raises(MalformedSetting, match=r"^AUDIT_CALENDAR_FILE must lead to a file of years"):
        Arrangements.of(file)


def test_a_missing_arrangement_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedSetting, match=r"^AUDIT_CALENDAR_FILE"):
        Arrangements.of(tmp_path / "none.json")


def test_who_runs_the_service_is_warned_in_time() -> None:
    with capture_logs() as logged:
        warn_of_unknown(PUBLISHED, date(2021, 12, 1))
        warn_of_unknown(PUBLISHED, date(2198, 10, 31))
        warn_of_unknown(PUBLISHED, date(2198, 12, 1))

    assert [(each["log_level"], each["year"]) for each in logged] == [
        ("warning", "2198"),
        ("warning", "2199"),
    ]
