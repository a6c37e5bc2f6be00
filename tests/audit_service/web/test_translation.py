import pytest

from audit_service.web.translation import accepted, catalogue, gettext, language, ngettext, read_in


def test_chinese_is_read_unless_something_else_is_asked_for() -> None:
    assert language() == "zh"
    assert gettext("Sign in") == "登录"


def test_english_is_what_the_source_says() -> None:
    with read_in("en"):
        assert gettext("Sign in") == "Sign in"

    assert language() == "zh"


def test_facts_fill_a_message() -> None:
    assert gettext("Fill in “%(label)s”.", label="户主") == "请填写“户主”。"


def test_a_count_chooses_its_form() -> None:
    with read_in("en"):
        assert ngettext("%(count)s case", "%(count)s cases", 1) == "1 case"
        assert ngettext("%(count)s case", "%(count)s cases", 3) == "3 cases"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("fr,en;q=0.3,zh;q=0.7", "zh"),
        ("fr", "zh"),
        ("", "zh"),
        ("en;q=high", "zh"),
    ],
)
def test_a_program_is_answered_in_the_language_it_asks_for_first(header: str, expected: str) -> None:
    assert accepted(header, "zh") == expected


def test_no_area_says_the_same_thing_in_two_ways() -> None:
    assert len(catalogue("zh")) > 100
