"""The forms about an error: documents are chosen by title, amounts are written in yuan, a row a month."""

import re
from typing import Any

from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.identities import case_id
from tests.builders import a_document, an_act
from tests.journeys.error_story import SHORT, ErrorStory, brought, classification, notice, reported
from tests.journeys.story import in_english
from tests.office import an_official

WORDS = {"because": "虚构的理由"}


def with_documents(told: ErrorStory) -> tuple[str, str]:
    """A payslip, and a newer one that supersedes it; their identities."""
    case = told.story.office.record.get(Case, case_id(told.case))
    place = {"case": case.id, "area": case.area}
    older, newer = (a_document(name, place=place) for name in ("old", "payslip"))
    older.supersede(newer, an_act("2021-09-20"))
    told.story.office.record.keep(Submission(aggregates=(older, newer)))
    return str(older.id), str(newer.id)


def page(told: ErrorStory, login: str, path: str, **roles: tuple[str, ...]) -> str:
    """The form as an official reads it in English."""
    told.story.settled()
    return in_english(told.story, an_official(told.story.office, login, **roles)).get(path).text


def sent(told: ErrorStory, login: str, path: str, data: dict[str, Any]) -> tuple[int, str]:
    """What a browser that posts the form is answered."""
    told.story.settled()
    browser = in_english(told.story, an_official(told.story.office, login, manager=("*",)))
    answer = browser.post(path, data={**WORDS, **data})
    return answer.status_code, answer.text


def values_of(form: str, name: str) -> list[str]:
    """The values of the inputs whose names fit, as they stand in the form."""
    inputs = [tag for tag in re.findall(r"<input[^>]*>", form) if re.search(rf'name="{name}"', tag)]
    return [(re.findall(r'value="([^"]*)"', tag) or [""])[0] for tag in inputs]


def mistake_beside(form: str, anchor: str) -> str:
    found = re.search(rf'id="{anchor}-error"[^>]*>(.*?)</p>', form, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", found[1]).split()) if found else ""


def test_documents_are_chosen_by_their_titles(told: ErrorStory) -> None:
    number = brought(told, "taken up")
    path = f"/errors/{number}/substantiation"
    assert "There is nothing to choose from yet." in page(told, "lin", path, manager=("*",))
    older, newer = with_documents(told)

    form = page(told, "lin2", path, manager=("*",))

    assert values_of(form, "evidence") == [newer]
    assert older not in form
    assert "payslip" in form
    assert re.search(r"PDF · \d+ KB · .*20\d\d", form)
    assert sent(told, "lin3", path, {})[0] == 422
    assert sent(told, "lin4", f"{path}", {"evidence": newer})[0] == 303


def test_every_month_in_error_has_its_row_and_what_is_wrong_stands_beside_it(told: ErrorStory) -> None:
    number = brought(told, "substantiated", reported(told, to_month="2021-07-01"))
    path = f"/errors/{number}/classification"

    form = page(told, "lin", path, manager=("*",))
    found = classification(to_month="2021-07")
    told_of = {name: value for name, value in found.items() if isinstance(value, str)}
    rows = {"amounts-parts": "3"} | {f"amounts-{place}-month": f"2021-0{5 + place}" for place in range(3)}
    status, wrong = sent(told, "lin2", path, told_of | rows | {"amounts-1-amount": "3 00,5,x"})
    refused, against = sent(told, "lin3", path, told_of | rows | {"amounts-1-amount": "-300"})
    done, _ = sent(told, "lin4", path, told_of | rows | {"amounts-1-amount": "1,300.50"})

    assert values_of(form, r"amounts-\d-month") == ["2021-05", "2021-06", "2021-07"]
    assert (status, refused, done) == (422, 409, 303)
    assert "must be an amount in yuan" in mistake_beside(wrong, "amounts-1-amount")
    assert "does not fit" in mistake_beside(against, "amounts-1-amount")
    told.story.settled()
    again = page(told, "lin5", path, manager=("*",))
    assert values_of(again, r"amounts-\d-amount") == ["", "1,300.50", ""]


def test_months_that_are_alike_stand_in_one_row_where_the_period_is_long(told: ErrorStory) -> None:
    told.story.on("2025-09-20")
    number = brought(told, "substantiated", reported(told, to_month="2025-07-01", learned_on="2025-09-18"))
    path = f"/errors/{number}/classification"

    form = page(told, "lin", path, manager=("*",))
    found = classification(to_month="2025-07")
    told_of = {name: value for name, value in found.items() if isinstance(value, str)}
    rows = {"amounts-parts": "1", "amounts-0-month": "2021-05", "amounts-0-until": "2025-07"}
    backwards, _ = sent(
        told, "lin2", path, told_of | rows | {"amounts-0-amount": "9", "amounts-0-until": "2021-04"}
    )
    done, _ = sent(told, "lin3", path, told_of | rows | {"amounts-0-amount": "300"})

    assert values_of(form, r"amounts-\d-month") == ["2021-05", "2022-01", "2023-01", "2024-01", "2025-01"]
    assert values_of(form, r"amounts-\d-until") == ["2021-12", "2022-12", "2023-12", "2024-12", "2025-07"]
    assert (backwards, done) == (409, 303)
    (row,) = told.reads("wu", "/errors", number=number)["errors"]
    assert row["underpaid"] == 51 * SHORT
    again = page(told, "lin4", path, manager=("*",))
    assert values_of(again, r"amounts-\d-amount") == ["300.00"] * 5


def test_the_months_of_a_difference_stand_there_with_what_was_entered(told: ErrorStory) -> None:
    number = brought(told, "substantiated", reported(told, "chen", element="E15", to_month="2021-06-01"))
    found = classification(element="E15", to_month="2021-06-01", amounts=[])
    told.done("sun", f"/errors/{number}/classification", **found)
    told.done("qian", f"/errors/{number}/notice", **notice(items=["back_payment"]))
    path = f"/errors/{number}/difference"
    months = {"months-parts": "2", "months-0-month": "2021-05", "months-1-month": "2021-06"}
    alike = {"months-1-paid": "660", "months-1-due": "660"}

    refused, form = sent(told, "lin", path, months | alike | {"months-0-paid": "0", "months-0-due": "660"})
    done, _ = sent(told, "lin2", path, months | {"months-0-paid": "0", "months-0-due": "660"})

    assert (refused, done) == (409, 303)
    assert "this makes no difference" in mistake_beside(form, "months-1-month")
    told.story.settled()
    again = page(told, "lin3", path, manager=("*",))
    assert values_of(again, r"months-\d-month") == ["2021-05", "2021-06"]
    assert values_of(again, r"months-\d-due") == ["660.00", ""]


def test_officials_are_chosen_by_name_and_not_whose_part_keeps_them_from_it(told: ErrorStory) -> None:
    number = brought(told, "classified")
    path = f"/errors/{number}/notice"

    form = page(told, "lin", path, manager=("*",))
    chosen = {"items": "training", "working_days": "15", "persons": ["wang", "zhou"]}
    refused, why = sent(told, "lin2", path, {**chosen, "persons": ["sun"]})
    done, _ = sent(told, "lin3", path, chosen)

    offered = values_of(form, "persons")
    assert {"wang", "zhou", "qian", "chen"} <= set(offered)
    assert not {"sun", "feng"} & set(offered)
    deciders = {"wang", "zhao", "li"}
    assert deciders & set(offered) == set(offered[: len(deciders & set(offered))])
    assert "Wang Fictional · " in form
    assert (refused, done) == (409, 303)
    assert "sun cannot see to it, as nobody does both" in why
    notice_shown = told.reads("wu", f"/errors/{number}")["notice"]
    assert notice_shown["persons"] == ["Wang Fictional", "Zhou Fictional"]


def test_the_entry_that_is_reversed_is_chosen_from_the_ledger(told: ErrorStory) -> None:
    number = brought(told, "corrected")
    at = f"/errors/{number}"
    owed = {"from_month": "2021-05-01", "to_month": "2021-09-01", "amount": 150000}
    told.done("zhou", f"{at}/back-payments", **owed)
    told.done("zheng", f"{at}/back-payments-paid", amount=150000, paid_on="2021-09-20")

    form = page(told, "lin", f"{at}/reversals", manager=("*",))
    done, _ = sent(told, "lin2", f"{at}/reversals", {"entry": "2"})

    assert values_of(form, "entry") == ["2"]
    assert "2 · Back payment paid · +¥ 1,500.00" in form
    assert done == 303
    told.story.settled()
    assert values_of(page(told, "lin3", f"{at}/reversals", manager=("*",)), "entry") == ["1"]


def test_what_is_objected_stands_beside_the_form_that_decides_on_it(told: ErrorStory) -> None:
    number = brought(told, "acknowledged")
    path = f"/errors/{number}/objection-decision"
    assert "What is objected" not in page(told, "lin", path, manager=("*",))
    told.done("wang", f"/errors/{number}/objection", text="并非本人经办")

    form = page(told, "lin2", path, manager=("*",))

    assert "What is objected" in form
    assert "并非本人经办" in form
    assert "Wang Fictional, 20 September 2021" in form


def test_the_history_names_the_documents_by_their_titles(told: ErrorStory) -> None:
    number = brought(told, "taken up")
    _older, newer = with_documents(told)
    told.done("sun", f"/errors/{number}/substantiation", evidence=[newer])

    (event,) = [
        each
        for each in told.reads("wu", f"/errors/{number}/history")["events"]
        if "payslip" in str(each["changes"])
    ]

    assert [change["after"] for change in event["changes"]] == ["payslip"]
