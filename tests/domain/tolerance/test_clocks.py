"""The clocks of a review, against chinesecalendar and against the arrangements as they were announced."""

import re
from bisect import bisect_right
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar

from domain.tolerance.clocks import CLOCKS, STEPS, STOPS
from tests.builders import day
from tests.error_builders import WORKING_DAYS
from tests.tolerance_builders import TERMS

ANNOUNCED = (Path(__file__).parent / "arranged.txt").read_text()
"""By year: which days the State Council's General Office announced to be off, and which to be worked."""
FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
DATE = re.compile(r"\d{4}-\d\d-\d\d")


def working_days_announced() -> list[date]:
    """Monday to Friday, but for what was announced; counted without any of the service's code."""
    off: set[date] = set()
    worked: set[date] = set()
    for line in ANNOUNCED.splitlines():
        if not line.startswith("off"):
            continue
        begins, ends, *instead = map(date.fromisoformat, DATE.findall(line))
        off |= {begins + timedelta(days=number) for number in range((ends - begins).days + 1)}
        worked |= set(instead)
    assert not off & worked
    return [each for each in EVERY_DAY if each in worked or (each.weekday() < 5 and each not in off)]


class Remembered:
    """The service's calendar, asked once about each day."""

    def __init__(self) -> None:
        self.worked = {each for each in EVERY_DAY if WORKING_DAYS.is_working_day(each)}

    def is_working_day(self, day: date) -> bool:
        return day in self.worked


WORKED = working_days_announced()
SERVICE = Remembered()


def test_both_calendars_agree_on_every_day_from_2019_to_2026() -> None:
    announced = set(WORKED)

    different = {
        each
        for each in EVERY_DAY
        if not (each in announced) == chinese_calendar.is_workday(each) == SERVICE.is_working_day(each)
    }

    assert different == set()


def test_adjusted_working_days_are_counted_and_bridged_days_are_not() -> None:
    saturdays_and_sundays = [each for each in WORKED if each.weekday() >= 5]

    assert len(saturdays_and_sundays) == len(re.findall(DATE, " ".join(re.findall(r"work (.*)", ANNOUNCED))))
    assert {day("2021-09-18"), day("2021-09-26"), day("2026-02-28")} <= set(saturdays_and_sundays)
    assert day("2020-01-31") not in WORKED


def test_every_clock_runs_out_on_the_same_day_by_both_calendars() -> None:
    wrong = []
    lengths = {(clock.days, clock.working): clock for clock in CLOCKS}
    for clock in lengths.values():
        for since in EVERY_DAY[:-80]:
            by_announcement = (
                WORKED[bisect_right(WORKED, since) + clock.days - 1]
                if clock.working
                else since + timedelta(days=clock.days)
            )
            if clock.due(since, SERVICE) != by_announcement:
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
