"""The clocks of a review, against two calendars of China's working days: chinesecalendar and holidays."""

from bisect import bisect_right
from datetime import date, timedelta

import chinese_calendar
from holidays import country_holidays

from domain.tolerance.clocks import CLOCKS, STEPS, STOPS
from tests.builders import day
from tests.error_builders import WORKING_DAYS
from tests.tolerance_builders import TERMS

FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
HOLIDAYS = country_holidays("CN", years=range(FIRST.year, LAST.year + 1), expand=False)


class Remembered:
    """The service's calendar, asked once about each day."""

    def __init__(self) -> None:
        self.worked = {each for each in EVERY_DAY if WORKING_DAYS.is_working_day(each)}

    def is_working_day(self, day: date) -> bool:
        return day in self.worked


WORKED = [each for each in EVERY_DAY if HOLIDAYS.is_working_day(each)]
SERVICE = Remembered()


def test_both_calendars_agree_on_every_day_from_2019_to_2026() -> None:
    second = set(WORKED)

    different = {
        each
        for each in EVERY_DAY
        if not (each in second) == chinese_calendar.is_workday(each) == SERVICE.is_working_day(each)
    }

    assert different == set()


def test_adjusted_working_days_are_counted_and_bridged_days_are_not() -> None:
    adjusted = {each for each in EVERY_DAY if each.weekday() >= 5 and SERVICE.is_working_day(each)}
    bridged = {each for each in EVERY_DAY if each.weekday() < 5 and not SERVICE.is_working_day(each)}

    assert adjusted == {each for each in HOLIDAYS.weekend_workdays if FIRST <= each <= LAST}
    assert {each.year for each in adjusted} == set(range(2019, 2027))
    assert {day("2021-09-18"), day("2021-09-26"), day("2026-02-28")} <= adjusted
    assert {day("2020-01-31"), day("2021-09-20"), day("2026-02-23")} <= bridged


def test_every_clock_runs_out_on_the_same_day_by_both_calendars() -> None:
    wrong = []
    lengths = {(clock.days, clock.working): clock for clock in CLOCKS}
    for clock in lengths.values():
        for since in EVERY_DAY[:-80]:
            by_the_second = (
                WORKED[bisect_right(WORKED, since) + clock.days - 1]
                if clock.working
                else since + timedelta(days=clock.days)
            )
            if clock.due(since, SERVICE) != by_the_second:
                wrong.append((clock.step, since))

    assert wrong == []


def test_what_stood_still_has_as_many_days_left_by_both_calendars() -> None:
    wrong = []
    clock = TERMS.edition.clock("verify")
    for since in EVERY_DAY[:-200:7]:
        due_on = clock.due(since, SERVICE)
        stopped, again = since + timedelta(days=9), since + timedelta(days=100)
        left = bisect_right(WORKED, due_on) - bisect_right(WORKED, stopped)
        if clock.resumed(due_on, stopped, again, SERVICE) != WORKED[bisect_right(WORKED, again) + left - 1]:
            wrong.append(since)

    assert wrong == []


def test_every_step_has_a_clock_which_says_what_it_rests_on_and_what_it_stops() -> None:
    assert [clock.step for clock in CLOCKS] == list(STEPS)
    assert all(clock.basis and clock.after and clock.stops in STOPS and clock.days > 0 for clock in CLOCKS)
    assert {clock.step for clock in CLOCKS if not clock.working} == {
        "request_review",
        "decide_review",
        "request_second_review",
        "decide_second_review",
    }
