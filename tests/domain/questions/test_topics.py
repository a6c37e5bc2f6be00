"""What the words of a question propose, and by when it is to be answered."""

import pytest

from domain.questions.topics import CHANNELS, SOONER_OR_LATER, TOPICS, UNSORTED, WORDS, promised_by, topic_of
from tests.builders import day
from tests.domain.standards.test_deadlines import CALENDAR

FRIDAY = day("2021-05-14")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("残疾人两项补贴未到账", "disability"),
        ("低保标准何时提高", "assistance"),
        ("监护人变更如何办理", "child_welfare"),
        ("孩子上学费用困难", "education"),
        ("医保报销比例不清楚", "medical"),
        ("邻里不了解评议公示程序", "procedure"),
        ("老人无人照料，想申请养老机构", "old_age"),
        ("房屋漏雨需要维修", "housing"),
        ("慢性病药费负担重，能否申请临时救助", UNSORTED),
        ("邻居太吵", UNSORTED),
        ("", UNSORTED),
    ],
)
def test_words_propose_a_topic_only_where_they_speak_of_one(text: str, topic: str) -> None:
    assert topic_of(text) == topic


def test_whatever_is_proposed_or_promised_is_a_topic() -> None:
    assert WORDS.keys() | SOONER_OR_LATER.keys() <= TOPICS.keys()
    assert list(CHANNELS) == ["visit", "phone", "window", "open_day"]


@pytest.mark.parametrize(
    ("topic", "by"),
    [("procedure", "2021-05-19"), ("assistance", "2021-05-21"), ("housing", "2021-05-28")],
)
def test_an_answer_is_promised_in_working_days_by_topic(topic: str, by: str) -> None:
    assert promised_by(topic, FRIDAY, CALENDAR) == day(by)


def test_an_answer_may_be_promised_sooner_or_later() -> None:
    assert promised_by("housing", FRIDAY, CALENDAR, within=1) == day("2021-05-17")
