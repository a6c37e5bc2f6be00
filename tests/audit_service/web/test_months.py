"""Months in forms: asked for as months, read however they are written, and left out where nothing is said."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID, uuid4

import pytest
from pydantic import BaseModel, Field
from starlette.datastructures import ImmutableMultiDict

from audit_service.web.forms import Form
from audit_service.web.forms.fields import asked
from audit_service.web.forms.reading import shown, telling_parts, values, without_blank_parts
from audit_service.web.kinds import Choice, Difference, Month, OnRecord
from audit_service.web.translation import read_in


class AmountOfMonth(BaseModel):
    month: Annotated[Month, Field(title="Month")]
    amount: Annotated[Difference, Field(title="Amount")]


class Asked(BaseModel):
    since: Annotated[Month, Field(title="Since")]
    amounts: Annotated[tuple[AmountOfMonth, ...], Field(title="Amounts")] = ()
    papers: Annotated[tuple[Annotated[UUID, OnRecord()], ...], Field(title="Papers")] = ()


FIELDS = asked(Asked)


def answered(**more: Any) -> dict[str, Any]:
    return {"since": "2021-07", "amounts": [], "papers": [], **more}


def test_they_are_asked_for_as_months_and_papers_as_choices() -> None:
    assert [field.kind for field in FIELDS] == ["month", "group", "several"]
    assert [field.kind for field in FIELDS[1].inside] == ["month", "money"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2021-07", "2021-07-01"),
        ("2021年7月", "2021-07-01"),
        ("２０２１.７", "2021-07-01"),
        ("2021-07-15", "2021-07-15"),
        ("July", "July"),
        ("2021-13", "2021-13-01"),
    ],
)
def test_a_month_is_read_however_it_is_written(written: str, read: str) -> None:
    assert values(FIELDS, answered(since=written))["since"] == read


@pytest.mark.parametrize("given", [date(2021, 7, 1), "2021-07-01", "2021-07", "2021-7-15"])
def test_a_month_is_shown_as_a_browser_takes_it(given: object) -> None:
    assert shown(FIELDS, {"since": given})["since"] == "2021-07"


def test_a_month_of_which_nothing_is_said_is_left_out() -> None:
    rows = [
        {"month": "2021-05", "amount": ""},
        {"month": "2021-06", "amount": "300"},
        {"month": "", "amount": "5"},
    ]

    answers = answered(amounts=rows)
    telling = telling_parts(FIELDS, answers)

    assert telling == {"amounts": [1, 2]}
    assert without_blank_parts(answers, telling)["amounts"] == rows[1:]


def test_a_month_of_which_nothing_is_said_stays_in_the_form() -> None:
    posted = [("since", "2021-05"), ("amounts-parts", "3"), ("amounts-2-amount", "x")]
    months = [(f"amounts-{place}-month", f"2021-0{5 + place}") for place in range(3)]
    form = Form.read(Asked, ImmutableMultiDict([*posted, *months]))

    with read_in("en"):
        assert form.command() is None
    form.refused("Not this month.", "amounts", 0, "month")
    form.refused("Not at all.", "amounts")
    form.refused("Not now.")

    assert [part["month"] for part in form.answers["amounts"]] == ["2021-05", "2021-06", "2021-07"]
    assert form.mistake_at("amounts-2-amount") == "“Amount” must be an amount in yuan, such as 1,440.00."
    assert form.mistake_at("amounts-2-month") == "Not this month."
    assert form.mistake_at("amounts") == "Not at all."
    assert form.mistake_at("") == "Not now."


def test_amounts_are_told_in_yuan_and_what_is_wrong_beside_them() -> None:
    posted = [("since", "2021-05"), ("amounts-parts", "2"), ("amounts-0-month", "2021-05")]
    wrong = [("amounts-0-amount", "-300.5"), ("amounts-1-month", "13.2021"), ("amounts-1-amount", "x")]

    form = Form.read(Asked, ImmutableMultiDict([*posted, *wrong]))

    with read_in("en"):
        assert form.command() is None
    assert form.mistake_at("amounts-0-amount") == ""
    assert form.mistake_at("amounts-1-month") == "“Month” must be a month, such as 2021-07."
    assert form.mistake_at("amounts-1-amount") == "“Amount” must be an amount in yuan, such as 1,440.00."
    one = [*posted[:1], ("amounts-parts", "1"), *posted[2:], *wrong[:1]]
    right = Form.read(Asked, ImmutableMultiDict(one))
    command = right.command()
    assert command is not None
    assert command.amounts == (AmountOfMonth(month=date(2021, 5, 1), amount=-30050),)


def test_what_is_on_record_is_offered_as_it_was_prepared() -> None:
    paper = Choice(str(uuid4()), "A payslip", "PDF")
    form = Form.blank(Asked)

    before, form.choices = form.fields[2].choices, {"papers": [paper]}

    assert (before, form.fields[2].choices) == ((), (paper,))
    assert form.fields[0].choices == ()
