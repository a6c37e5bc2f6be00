"""What questions are about, how they come in, and how soon each kind is to be answered."""

from datetime import date
from typing import Final

from domain.standards.deadlines import WorkingDays, working_days_after

SATURDAY: Final = 5

UNSORTED: Final = "unsorted"

TOPICS = {
    "assistance": "Social assistance",
    "child_welfare": "Child welfare",
    "old_age": "Old-age services",
    "medical": "Medical care",
    "housing": "Housing",
    "education": "Education",
    "employment": "Work",
    "disability": "Disability",
    "procedure": "How something is applied for",
    "other": "Something else",
    UNSORTED: "Not sorted yet",
}
"""Titles by topic; messages to translate."""

VISIT: Final = "visit"

CHANNELS = {
    VISIT: "On a visit",
    "phone": "By phone",
    "window": "At a window",
    "open_day": "On an open day",
}
"""How a question came in; messages to translate."""

USUALLY: Final = 5
SOONER_OR_LATER: Final = {"procedure": 3, "medical": 3, "housing": 10, "employment": 10}
LONGEST: Final = 60
"""Working days that an answer may be promised in at most."""

WORDS: Final = {
    "assistance": ("低保", "救助", "特困", "取暖", "收入", "家庭人口"),
    "child_welfare": ("孤儿", "无人抚养", "监护", "留守儿童"),
    "old_age": ("养老", "老人", "高龄"),
    "medical": ("医保", "医疗", "医药", "药费", "看病", "住院", "慢性病"),
    "housing": ("房屋", "住房", "廉租", "公租房", "危房"),
    "education": ("上学", "学费", "助学"),
    "employment": ("就业", "工作岗位", "公益岗", "失业"),
    "disability": ("残疾",),
    "procedure": ("公示", "评议", "重新申请", "怎么申请", "如何申请", "所需材料"),
}
"""Words that say clearly what a question is about, as families of the office use them."""


def topic_of(text: str) -> str:
    """Return what the words of a question say it is about; `unsorted` unless they speak of one topic only.

    A proposal: a person says what it is about.
    """
    spoken_of = [topic for topic, words in WORDS.items() if any(word in text for word in words)]
    return spoken_of[0] if len(spoken_of) == 1 else UNSORTED


def promised_by(topic: str, since: date, working_days: WorkingDays, *, within: int | None = None) -> date:
    """Return the last day of an answer that is in time: after so many working days, else as is usual.

    The promise is the office's own. Raises what `working_days` raises for a year that is not arranged.
    """
    days = SOONER_OR_LATER.get(topic, USUALLY) if within is None else within
    return working_days_after(since, days, working_days)


class OrdinaryWeeks:
    """Weeks that are worked from Monday to Friday, where no holiday is looked up."""

    def is_working_day(self, day: date) -> bool:
        """Tell whether it is none of a weekend."""
        return day.weekday() < SATURDAY


ORDINARY_WEEKS: Final = OrdinaryWeeks()
"""For what was asked before this record was kept, when the office had promised no day."""
