"""What a question leads to: an application, the report of an error, a family on the list."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from audit_service.desks.cases.application import ApplyForAssistance
from audit_service.desks.discovery.commands import MarkFamily
from audit_service.desks.errors.reporting import ReportError
from audit_service.desks.needy.register import Member
from audit_service.identity.identity import NotYourArea
from audit_service.store.errors import NotOnRecord
from domain.questions.question import Question
from tests.builders import PULANDIAN, ZHONGSHAN, day
from tests.desk_of_questions import ID_NUMBER, QuestionDesk
from tests.question_builders import a_question


def an_application(arose_from: str) -> ApplyForAssistance:
    member = Member(name="Gao Fictional", id_number=ID_NUMBER, relation="self")
    return ApplyForAssistance(
        programme="dibao",
        area=ZHONGSHAN,
        channel="discovered",
        members=(member,),
        arose_from=arose_from,
        because="They asked.",
    )


def a_report(arose_from: str) -> ReportError:
    return ReportError(
        element="E10",
        from_month=day("2021-05-01"),
        channel="complaint",
        text="Nobody told them.",
        area=ZHONGSHAN,
        family="The caller.",
        arose_from=arose_from,
        because="They asked.",
    )


def links(page: str, beginning: str) -> list[dict[str, list[str]]]:
    """What links that begin so are filled in with."""
    hrefs = [part.split('"')[0] for part in page.split('href="')]
    return [parse_qs(urlsplit(unescape(href)).query) for href in hrefs if href.startswith(f"{beginning}?")]


def test_the_forms_are_filled_with_what_is_known(desk: QuestionDesk) -> None:
    number = desk.raise_question()

    page = desk.page(f"/questions/{number}")

    assert links(page, "/cases/new") == [{"area": [ZHONGSHAN], "arose_from": [number]}]
    [report] = links(page, "/errors/new")
    assert (report["element"], report["arose_from"]) == (["E10"], [number])
    assert links(page, "/discoveries/new") == [{"area": [ZHONGSHAN], "question": [number]}]


def test_an_application_leads_back_to_the_question(desk: QuestionDesk) -> None:
    number = desk.raise_question()

    case = desk.ask(an_application(number))

    assert desk.history_of_question(number) == [Question.Raised, Question.ApplicationOpened]
    assert f"/cases/{case}" in desk.page(f"/questions/{number}")
    assert f"/questions/{number}" in desk.page(f"/cases/{case}")


@pytest.mark.parametrize("times", [1, 2])
def test_a_report_of_a_family_not_covered_is_noted_on_the_question(desk: QuestionDesk, times: int) -> None:
    number = desk.raise_question()

    [error] = {desk.ask(a_report(number)) for _ in range(times)}

    assert desk.history_of_question(number) == [Question.Raised, *[Question.ErrorReported] * times]
    assert f"/errors/{error}" in desk.page(f"/questions/{number}")


def test_what_arose_from_nothing_on_record_is_refused_whole(desk: QuestionDesk) -> None:
    desk.keep(a_question(number="WD-there", area=PULANDIAN))
    before = desk.office.record.last_position()

    with pytest.raises(NotOnRecord):
        desk.ask(an_application("WD-nowhere"))
    with pytest.raises(NotYourArea):
        desk.ask(a_report("WD-there"))

    assert desk.office.record.last_position() == before


def test_a_family_that_a_question_brought_to_light_is_shown_with_it(desk: QuestionDesk) -> None:
    number = desk.raise_question()

    family = MarkFamily(
        area=ZHONGSHAN, sign="illness", family="The caller.", question=number, because="They said so."
    )
    discovery = desk.ask(family)

    assert f"/discoveries/{discovery}" in desk.page(f"/questions/{number}")
    assert f"/questions/{number}" in desk.page(f"/discoveries/{discovery}")
