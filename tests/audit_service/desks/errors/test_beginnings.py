"""The forms of the steps of an error begin with what is on record."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from audit_service.desks.errors.beginnings import beginning
from tests.audit_service.desks.errors.reader import addresses, browser
from tests.builders import day
from tests.domain.errors.money_of_errors import a_deciders_act, overpaid, underpaid, with_a_difference
from tests.error_builders import a_reported_error, a_verified_error, a_verifiers_act
from tests.journeys.error_story import ErrorStory, brought, reported

OWED = {"from_month": "2021-06-01", "to_month": "2021-07-01", "amount": "1,560.00"}


def test_a_classification_begins_with_what_was_reported(told: ErrorStory) -> None:
    number = brought(told, "substantiated", reported(told, to_month="2021-08-10"))

    (form,) = [href for href in addresses(told, "sun", f"/errors/{number}") if "/classification?" in href]
    asked = browser(told, "sun").get(form).text

    assert re.search(r'value="E01" selected', asked)
    assert 'value="2021-05"' in asked
    assert 'value="2021-08"' in asked


def test_a_correction_of_the_case_begins_with_the_months_in_error(told: ErrorStory) -> None:
    number = brought(told, "notified")

    forms = {
        urlsplit(href).path.rpartition("/")[2]: dict(parse_qsl(urlsplit(href).query))
        for href in addresses(told, "zhou", f"/errors/{number}")
    }

    assert forms["case-correction"]["valid_from"] == "2021-05-01"
    page = browser(told, "zhou").get(f"/errors/{number}/case-correction").text
    assert f'href="/cases/{told.case}"' in page


def test_what_has_ended_is_right_again_the_month_after() -> None:
    error = a_reported_error(to_month=day("2021-08-03"))

    assert beginning(error, "correct_case") == {"valid_from": "2021-05-01", "until": "2021-09-01"}


def test_what_goes_on_has_no_last_month() -> None:
    error = a_reported_error()

    assert "to_month" not in beginning(error, "classify")
    assert "until" not in beginning(error, "correct_case")


def test_money_begins_with_what_is_still_to_be_done() -> None:
    error = with_a_difference([*underpaid("2021-06", "2021-07"), *overpaid("2021-08", each=10000)])

    assert beginning(error, "order_back_payment") == OWED
    error.order_back_payment([day("2021-06-01"), day("2021-07-01")], 156000, a_deciders_act())
    assert beginning(error, "pay_back") == {"amount": "1,560.00"}
    assert beginning(error, "decide_recoverability") == {"amount": "100.00"}
    error.decide_recoverability(10000, a_deciders_act(), recoverable=True, noticeable=True)
    assert beginning(error, "decide_recovery") == {"amount": "100.00"}
    error.decide_recovery("recover", 10000, a_deciders_act())
    assert beginning(error, "receive_recovery") == {"amount": "100.00"}


def test_a_follow_up_begins_with_the_days_that_are_next() -> None:
    error = a_verified_error()

    begun = [beginning(error, "follow_up")]
    for days, on in ((30, "2021-10-20"), (90, "2021-12-20")):
        error.follow_up(days, a_verifiers_act(on), holds=True)
        begun.append(beginning(error, "follow_up"))

    assert begun == [{"after_days": "30"}, {"after_days": "90"}, {"after_days": ""}]


@pytest.mark.parametrize("action", ["close", "verify_correction"])
def test_other_forms_begin_empty(action: str) -> None:
    assert beginning(a_reported_error(), action) == {}
