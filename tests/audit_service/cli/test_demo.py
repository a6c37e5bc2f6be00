"""`audit-service demo`: what a fresh office shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit_service.demo import error_story, loading
from audit_service.desks.lessons import looking
from audit_service.office import Office
from audit_service.opening import following, opened
from audit_service.settings import Settings
from audit_service.store.errors import StoreUnavailable
from domain.cases.case import Case
from domain.cases.programmes import PROGRAMMES
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import PAID
from domain.errors.state import State
from domain.identities import case_id, official_id
from domain.kernel import Event
from domain.officials.official import Official
from domain.roles import ROLES
from domain.tolerance.outcomes import EXEMPT
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import State as ToleranceState
from projections.discovery_list import SoughtDiscoveries, listed_discoveries
from projections.inspection_lists import SoughtInspections, listed_inspections
from projections.question_lists import SoughtQuestions, listed_questions, published
from tests.audit_service.cli.conftest import Typed
from tests.ledger_files import a_row, a_workbook, as_cells
from tests.made import make

Answered = Callable[..., Any]


@pytest.fixture(autouse=True, scope="module")
def small_ledgers() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "SIZES", dict.fromkeys(loading.SIZES, 20) | {"dibao": 40})
        yield


@dataclass(frozen=True)
class Shown:
    """A fresh office with the demonstration in it, for who only looks."""

    office: Office
    case: str
    """Number of the case that tells the story."""
    events: tuple[Event, ...]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("office") / "var", origin="test.invalid/audit")
    make(settings)
    with opened(settings) as office, following(office):
        number = loading.load(office, settings.data_dir / "demo").number
        office.follower.wait_for(office.record.last_position(), 10)
        yield Shown(office, number, tuple(office.record.read(0, 10_000)))


@pytest.mark.usefixtures("prepared")
def test_a_fresh_office_gets_officials_a_register_and_a_story(
    typed: Typed, answered: Answered, machine: Settings
) -> None:
    loaded = answered("demo")

    assert loaded["passwords"].keys() == loading.OFFICIALS.keys() > {"clerk", "caseworker", "manager"}
    assert {official.role for official in loading.OFFICIALS.values()} == ROLES.keys()
    assert len(set(loaded["passwords"].values())) == 14
    assert Path(loaded["report"]).stat().st_mode & 0o777 == 0o600
    with opened(machine) as office:
        for login, password in loaded["passwords"].items():
            assert office.identities.accounts.check(login, password, address="test") == official_id(login)
            assert office.record.get(Official, official_id(login)).roles == {
                loading.OFFICIALS[login].role: ("*",)
            }


def test_ledgers_of_all_kinds_are_taken_over(shown: Shown) -> None:
    programmes = {event.programme for event in shown.events if isinstance(event, Case.TakenOver)}

    assert programmes == PROGRAMMES.keys()
    assert {"visit.taken_over", "question.taken_over"} <= {event.TOPIC for event in shown.events}


def test_the_story_ends_with_arrears_of_1500_yuan(shown: Shown) -> None:
    events = shown.office.record.events(case_id(shown.case))

    assert [event.TOPIC.removeprefix("case.") for event in events] == [
        "applied",
        "accepted",
        "means_checked",
        "visited",
        "opinion_given",
        "notice_posted",
        "notice_ended",
        "confirmed",
        "determined",
        "standard_raised",
        "fact_corrected",
        "determined",
    ]
    last = events[-1]
    assert isinstance(last, Case.Determined)
    assert sum(difference.amount for difference in last.differences) == 150_000


def test_an_open_day_leaves_an_answer_for_everyone_and_a_family_to_decide_on(shown: Shown) -> None:
    with shown.office.views.connect() as views:
        [read_by_everyone] = published(views)
        [family] = listed_discoveries(views, SoughtDiscoveries())
        answer, waiting = listed_questions(views, SoughtQuestions(channel="open_day"))

    assert (answer.in_time, waiting.state) == (True, "waiting")
    assert read_by_everyone.question == answer.question
    assert (family.state, family.question_number) == ("waiting", waiting.number)


def test_the_error_in_it_is_put_right_and_closed(shown: Shown) -> None:
    told = [event for event in shown.events if isinstance(event, (*ErrorRecord.EVENTS,))]
    reported, *_, closed = (event for event in told if event.stream == told[0].stream)
    error = shown.office.record.get(ErrorRecord, closed.stream)

    assert isinstance(reported, ErrorRecord.Reported)
    assert (reported.own, reported.before_discovery, reported.within_days) == (True, True, True)
    assert isinstance(closed, ErrorRecord.Closed)
    assert (error.case_number, error.state, error.is_settled) == (shown.case, State.CLOSED, True)
    assert error.ledger.total(PAID) == 150_000


def test_an_inspection_waits_to_be_examined(shown: Shown) -> None:
    with shown.office.views.connect() as views:
        [row] = listed_inspections(views, SoughtInspections())

    assert (row.state, row.satisfied, row.open_queries) == ("drawn", 0, 0)
    assert 0 < row.drawn == row.listed < row.frame_size


def test_everybody_learns_from_an_error_that_was_tolerated(shown: Shown) -> None:
    clerk: Any = shown.office.identities.by_token.identity(official_id("clerk"))
    [lesson] = looking.listed(shown.office, clerk, looking.Filter(), before=None, limit=10).lessons
    digest = looking.digest(shown.office, clerk, month=None)
    review = shown.office.record.get(ToleranceReview, looking.review_of(shown.office, clerk, lesson.number))

    assert (digest.month, digest.lessons) == (date(2021, 11, 1), [lesson])
    assert digest.counts["outcome"] == {EXEMPT: 1}
    assert "主动报告" in lesson.happened
    assert (review.state, review.is_cleared) == (ToleranceState.CLOSED, True)


@pytest.mark.usefixtures("prepared")
def test_a_second_time_nothing_is_recorded_and_no_password_is_made(
    typed: Typed, answered: Answered, machine: Settings
) -> None:
    password = answered("demo")["passwords"]["manager"]
    with opened(machine) as office:
        position = office.record.last_position()

    assert answered("demo") == {"passwords": {}, "case": None, "report": None}
    assert typed("demo") == "Something is on record already, so no demonstration was loaded.\n"

    with opened(machine) as office:
        assert office.record.last_position() == position
        office.identities.accounts.check("manager", password, address="test")


@pytest.mark.usefixtures("prepared")
def test_an_office_with_something_on_record_is_left_alone(
    typed: Typed, answered: Answered, machine: Settings, tmp_path: Path
) -> None:
    typed("import", a_workbook(tmp_path / "dibao.xlsx", as_cells([a_row()])))

    assert answered("demo")["passwords"] == {}

    with opened(machine) as office:
        assert office.record.find(Official, official_id("clerk")) is None


@pytest.mark.usefixtures("prepared")
def test_a_loading_that_was_cut_off_is_completed(
    typed: Typed, answered: Answered, machine: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = error_story.until_it_is_closed

    def lost(*_: object) -> Any:
        raise StoreUnavailable

    monkeypatch.setattr(error_story, "until_it_is_closed", lost)
    typed("demo", ends=3)
    monkeypatch.setattr(error_story, "until_it_is_closed", whole)

    number = answered("demo")["case"]

    with opened(machine) as office:
        applied = [event for event in office.record.read(0, 10_000) if isinstance(event, Case.Applied)]
        assert [event.number for event in applied] == [number]
        assert len(office.record.events(case_id(number))) == 12


@pytest.mark.usefixtures("prepared")
def test_the_answer_for_people_says_how_to_get_in(typed: Typed) -> None:
    said = typed("demo")

    assert "One-time password" in said
    assert "Caseworker" in said
    assert "A story to begin with: case DB210202-2021-" in said
    assert "Rejected rows of the register that was taken over: " in said
