"""Which days the offices work, as the General Office of the State Council arranges them for each year."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import structlog
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from audit_service.settings import MalformedSetting
from domain.refusal import Refused
from domain.standards.deadlines import WorkingDays

SATURDAY = 5
AHEAD = timedelta(days=60)
"""How far the days have to be known: the longest time limits of a review, as the sample has them."""

log = structlog.stdlib.get_logger(__name__)


class YearNotArranged(Refused):
    """The arrangement of a year is not known; a guess could make a time limit too short."""

    CODE = "working_days.year_not_arranged"
    SENTENCE = (
        "The working days of %(year)s are not known yet. "
        "Ask those who run the service to enter the arrangement that was published for it."
    )


class Year(BaseModel):
    """The arrangement of one year: what differs from working on Monday to Friday."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    off: frozenset[date]
    worked: frozenset[date] = frozenset()


class Arrangements:
    """The arrangements published up to now, with those of newer years that the operator gives."""

    def __init__(self, newer: Mapping[int, Year]) -> None:
        self._newer = newer

    @classmethod
    def of(cls, file: Path | None) -> "Arrangements":
        """Read newer years from JSON: `{"2027": {"off": ["2027-01-01"], "worked": []}}`.

        Raises MalformedSetting.
        """
        if file is None:
            return cls({})
        try:
            return cls(TypeAdapter(dict[int, Year]).validate_json(file.read_bytes()))
        except (OSError, ValidationError):
            sentence = "%(name)s must lead to a file of years, each with the days that are off or worked."
            raise MalformedSetting(sentence, name="AUDIT_CALENDAR_FILE") from None

    def is_working_day(self, day: date) -> bool:
        """Tell whether the offices work on the day. Raises YearNotArranged."""
        year = self._newer.get(day.year)
        if year is not None:
            return day in year.worked or (day.weekday() < SATURDAY and day not in year.off)
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError:
            raise YearNotArranged(year=str(day.year)) from None


def warn_of_unknown(working_days: WorkingDays, today: date) -> None:
    """Tell whoever runs the service in time that time limits are going to be refused."""
    try:
        working_days.is_working_day(today + AHEAD)
    except YearNotArranged as unknown:
        log.warning("working days are not known", year=unknown.facts["year"], setting="AUDIT_CALENDAR_FILE")
