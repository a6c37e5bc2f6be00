"""Lessons over HTTP: published without anybody in them, searched by everyone, withdrawn."""

import csv
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from audit_service.desks.lessons.publishing import LessonOnRecord, PublishLesson, WithdrawLesson
from audit_service.identity.identity import Identity, OwnRelative
from audit_service.store.errors import NotOnRecord
from domain.identities import lesson_id, official_id
from domain.officials.official import Official
from domain.refusal import Refused
from domain.tolerance.deidentified import NamesSomebody, TellsANumber
from domain.tolerance.lesson import Lesson, NotDetermined, TakesPart
from tests.builders import CASEWORKER, a_person, an_act, person
from tests.desk_of_questions import QuestionDesk
from tests.lesson_builders import a_lesson, a_source, a_withdrawn_lesson
from tests.office import an_official, on_sqlite
from tests.tolerance_builders import a_determined_review
from tests.tolerance_lives import a_closed_review

RC = "RC210202-2021-0001"
TOLD: dict[str, Any] = {
    "review": RC,
    "title": "A child that the platform did not show",
    "happened": "The platform did not show a newborn child.",
    "led_to_it": "Data of births came a month late.",
    "instead": "Ask at the visit whether a child is expected.",
    "because": "The same may happen elsewhere.",
}


def telling(**more: Any) -> PublishLesson:
    return PublishLesson(**(TOLD | more))


def organ_of(desk: QuestionDesk) -> Identity:
    return an_official(desk.office, "organ", organ=("*",))


def a_matter(desk: QuestionDesk, *concerned: Identity) -> None:
    """A matter that is over, in which the caseworker of the case and these officials are concerned."""
    officials = (CASEWORKER, *(who.official for who in concerned))
    desk.keep(a_closed_review(officials=officials), a_person())


def test_a_lesson_is_published_read_and_withdrawn(desk: QuestionDesk) -> None:
    organ = organ_of(desk)
    a_matter(desk)

    number = desk.ask(telling(), desk.manager)

    assert number.startswith("JX-2021-")
    assert desk.get(f"/lessons/{number}") == {
        "number": number,
        "published_on": "2021-09-20",
        "outcome": "exempt",
        "element": "E03",
        "cause": "not_verified",
        "programme": "dibao",
        "situations": ["T02"],
        "gone": False,
        **{name: TOLD[name] for name in ("title", "happened", "led_to_it", "instead")},
    }
    of_worker, of_organ = desk.page(f"/lessons/{number}"), desk.page(f"/lessons/{number}", organ)
    assert RC not in of_worker
    assert "Manager Fictional" not in of_worker
    assert f"/tolerance/{RC}" in of_organ
    assert "Manager Fictional" in of_organ
    assert "is the act of the organ" in of_worker
    assert f"/lessons/{number}/withdrawal" in of_organ
    assert TOLD["happened"] in desk.page(f"/lessons/{number}/withdrawal", organ)

    desk.ask(WithdrawLesson(because="It can be told who it was."), organ, lesson=number)

    assert desk.get(f"/lessons/{number}")["happened"] == ""
    assert "This lesson was withdrawn" in desk.page(f"/lessons/{number}")
    assert desk.get("/lessons")["lessons"] == []
    [act] = desk.get("/me", desk.manager)["acts"]
    assert (act["topic"], act["about_lesson"]) == ("lesson.published", number)


def test_a_matter_teaches_once_however_many_publish_it_at_once(desk: QuestionDesk) -> None:
    publishers = [an_official(desk.office, f"organ-{each}", organ=("*",)) for each in range(4)]
    a_matter(desk)

    def published(who: Identity) -> str | Refused:
        try:
            return desk.ask(telling(), who)
        except Refused as refusal:
            return refusal

    with ThreadPoolExecutor(len(publishers)) as windows:
        answers = list(windows.map(published, publishers))

    refusals = [each for each in answers if isinstance(each, Refused)]
    assert {type(each) for each in refusals} == {LessonOnRecord}
    [number] = [each for each in answers if isinstance(each, str)]
    assert {each.facts["number"] for each in refusals} == {number}
    desk.ask(WithdrawLesson(because="It can be told better."), publishers[0], lesson=number)
    again = desk.ask(telling(), publishers[0])
    assert [each["number"] for each in desk.get("/lessons")["lessons"]] == [again]


TELLING: tuple[tuple[dict[str, str], type[Exception]], ...] = (
    ({"happened": "赵 甲子没有申报。"}, NamesSomebody),
    ({"instead": "As Wang Fictional does."}, NamesSomebody),
    ({"title": "What wanglogin did"}, NamesSomebody),
    ({"led_to_it": "See DB-0001."}, NamesSomebody),
    ({"led_to_it": "See CC210202-2021-0001."}, TellsANumber),
    ({"review": "RC-0"}, NotOnRecord),
    ({"review": "RC-2"}, NotDetermined),
)
"""Texts that tell of somebody, and matters that are not over."""


@on_sqlite
def test_what_tells_of_somebody_leaves_no_trace(desk: QuestionDesk) -> None:
    wang = Official.register("wanglogin", an_act(), name="Wang Fictional", unit="Fictional Street")
    desk.keep(wang, a_closed_review(officials=(CASEWORKER, wang.id)), a_person())
    desk.keep(a_determined_review(number="RC-2"))
    last = desk.office.record.last_position()

    for told, refusal in TELLING:
        with pytest.raises(refusal):
            desk.ask(telling(**told), desk.manager)
        if issubclass(refusal, Refused):
            assert desk.office.record.attempts(limit=1)[0].code == refusal.CODE

    assert desk.office.record.last_position() == last


@on_sqlite
def test_who_is_concerned_or_related_neither_publishes_nor_withdraws(desk: QuestionDesk) -> None:
    a_matter(desk, desk.manager)
    number = desk.ask(telling(), organ_of(desk))
    cousin = an_official(desk.office, "cousin", manager=("*",))
    official = desk.office.record.get(Official, official_id("cousin"))
    official.declare_kinship(person("head"), "collateral", an_act("2021-09-01"))
    desk.keep(official)
    desk.office.identities.changed(cousin.official)
    last = desk.office.record.last_position()

    for command, refusal in ((telling(), TakesPart), (telling(), LessonOnRecord)):
        who = desk.manager if refusal is TakesPart else organ_again(desk)
        with pytest.raises(refusal):
            desk.ask(command, who)
    with pytest.raises(TakesPart):
        desk.ask(WithdrawLesson(because="No."), desk.manager, lesson=number)
    with pytest.raises(OwnRelative):
        desk.ask(telling(), related(desk, "cousin"))

    assert desk.office.record.last_position() == last
    assert len(desk.office.record.events(lesson_id(number))) == 1


def organ_again(desk: QuestionDesk) -> Identity:
    return related(desk, "organ")


def related(desk: QuestionDesk, login: str) -> Identity:
    identity = desk.office.identities.by_token.identity(official_id(login))
    assert identity is not None
    return identity


def test_lessons_are_searched_paged_and_handed_out_whole(
    desk: QuestionDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.desks.lessons.looking.AT_ONCE", 2)
    monkeypatch.setattr("audit_service.desks.lessons.pages.PAGE", 2)
    other = a_source(outcome="not_tolerated")
    desk.keep(
        *(a_lesson(number=f"JX-{place}") for place in (1, 2)),
        a_lesson(
            "2021-11-05", other, number="JX-3", title="Late data of a bank", programme="", situations=()
        ),
        a_withdrawn_lesson(number="JX-4"),
    )

    first = desk.get("/lessons?limit=2")
    rest = desk.get(f"/lessons?limit=2&before={first['next']}")
    headings, *rows = csv.reader(desk.page("/lessons.csv").splitlines())

    assert [each["number"] for each in rest["lessons"]] == ["JX-1"]
    assert (rest["next"], len(rows), len(headings)) == (None, 3, 11)
    for query, found in (
        ("words=BANK late", ["JX-3"]),
        ("words=platform", ["JX-3", "JX-2", "JX-1"]),
        ("words=platform&limit=1", ["JX-3"]),
        ("words=nowhere", []),
        ("outcome=not_tolerated&element=E03&cause=not_verified", ["JX-3"]),
        ("situation=T02&programme=dibao", ["JX-2", "JX-1"]),
    ):
        assert [each["number"] for each in desk.get(f"/lessons?{query}")["lessons"]] == found
    assert "before=" in desk.page("/lessons")
    assert "/lessons/new" not in desk.page("/lessons")
    assert "/lessons/new" in desk.page("/lessons", desk.manager)
    assert desk.client.get("/lessons?outcome=never").status_code == 422
    assert desk.client.get("/lessons.csv?outcome=never").status_code == 303


def test_a_month_is_told_in_a_digest(desk: QuestionDesk) -> None:
    assert desk.get("/lessons/digest") == {
        "month": "2021-09-01",
        "lessons": [],
        "counts": {"element": {}, "cause": {}, "outcome": {}, "programme": {}},
    }
    assert "No lesson was published in this month." in desk.page("/lessons/digest")
    desk.keep(a_lesson("2021-11-05", number="JX-1"), a_lesson("2021-12-01", number="JX-2", element="E07"))

    latest, before = desk.get("/lessons/digest"), desk.get("/lessons/digest?month=2021-11-01")
    page = desk.page("/lessons/digest?month=2021-11")
    _headings, *rows = csv.reader(desk.page("/lessons/digest.csv?month=2021-11").splitlines())

    assert (latest["month"], latest["counts"]["element"]) == ("2021-12-01", {"E07": 1})
    assert [each["number"] for each in before["lessons"]] == ["JX-1"]
    assert all(
        text in page for text in ("Lessons of November 2021", "the visit took place before", "/lessons/JX-1")
    )
    assert len(rows) == 1
    assert desk.client.get("/lessons/digest.xlsx?month=2021-11").status_code == 200
    assert desk.client.get("/lessons/digest?month=never").status_code == 422
    assert desk.client.get("/lessons/digest.csv?month=never").status_code == 303


@on_sqlite
def test_a_lesson_of_a_family_that_has_no_case_has_no_programme(desk: QuestionDesk) -> None:
    desk.keep(a_closed_review(case=None, case_number="", household=None))

    number = desk.ask(telling(), organ_of(desk))

    assert desk.get(f"/lessons/{number}")["programme"] == ""
    assert desk.page(f"/lessons/{number}")
    assert [type(event) for event in desk.office.record.events(lesson_id(number))] == [Lesson.Published]
    assert desk.answer("/lessons/JX-0").status_code == 404


@on_sqlite
def test_who_runs_the_machines_reads_none(desk: QuestionDesk) -> None:
    operator = an_official(desk.office, "operator", operator=("*",))

    for path in ("/lessons", "/lessons/digest", "/lessons/JX-1"):
        assert desk.answer(path, operator).status_code == 403


def test_words_are_told_as_erased_when_the_key_is_gone(desk: QuestionDesk) -> None:
    desk.keep(a_lesson(number="JX-1"))
    desk.office.vault.destroy(lesson_id("JX-1"))

    assert desk.get("/lessons/JX-1")["title"].startswith("Erased")
