"""A case at two moments beside each other: what differs, and who decided what on which evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from audit_service.opening import opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.documents.document import Contents, Document, Place
from domain.identities import case_id, official_id
from domain.kernel import Act
from tests.journeys.story import Story, a_story, applied, corrected, in_english, raised
from tests.made import make
from tests.office import a_token, an_official

JUNE, AUGUST = "2021-06-30", "2021-08-01"


@dataclass(frozen=True)
class Known:
    """An office where the income in a case turned out to be another; it is read only."""

    story: Story
    number: str
    then: str
    """A moment before it was known."""
    new: str
    """A case in which nothing was decided."""
    browser: TestClient

    def reads(self, **query: str) -> Any:
        """The comparison, through the API, in English."""
        headers = {"Authorization": f"Bearer {self.story.caseworker.token}", "Accept-Language": "en"}
        path = f"/api/v1/cases/{self.number}/compare"
        return self.story.caseworker.client.get(path, params=query, headers=headers).json()

    def page(self, number: str = "", **query: str) -> str:
        """The page, in English."""
        page = self.browser.get(f"/cases/{number or self.number}/compare", params=query)
        assert page.status_code == 200
        return page.text


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("compared") / "var", origin="test.invalid/audit")
    make(settings)
    with opened(settings) as office, a_story(office, settings) as story:
        number = raised(story)
        attached(story, number)
        then = corrected(story, number)
        new = applied(story)
        story.settled()
        reader = an_official(office, "chen", caseworker=("*",))
        yield Known(story, number, then, new, in_english(story, reader))


def attached(story: Story, number: str) -> None:
    """Attach a document to the case, which the correction is made on."""
    case = story.office.record.get(Case, case_id(number))
    assert case.household
    contents = Contents(media_type="application/pdf", size=9, content_hash="0" * 64)
    by = Act(by=official_id("wang"), role="caseworker", unit="Civil Affairs", on=story.calendar.day)
    place = Place(case=case.id, area=case.area)
    document = Document.attach(uuid4(), place, contents, "Pay slip", by, subject=case.household)
    story.office.record.keep(Submission(aggregates=(document,)))


def facts(answer: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {fact["label"]: (fact["one"], fact["other"]) for fact in answer["facts"] if fact["differs"]}


def test_what_was_learned_later_differs(known: Known) -> None:
    found = known.reads(known_at=known.then, valid_on=AUGUST)

    assert facts(found) == {
        "Monthly income of the household": ("¥ 900.00", "¥ 600.00"),
        "Amount due in the month": ("¥ 660.00", "¥ 960.00"),
        "Differences to what was paid": ("¥ 0.00", "+¥ 1,500.00"),
        "Events": ("9", "11"),
    }
    assert [(each["starts"], each["ends"], each["one"], each["other"]) for each in found["months"]] == [
        ("2021-05-01", "2021-07-01", 60000, 90000),
        ("2021-07-01", None, 66000, 96000),
    ]
    assert [each["title"] for each in found["between"]] == [
        "Entitlement determined anew",
        "Correction recorded",
    ]


def test_two_days_as_known_now(known: Known) -> None:
    found = known.reads(valid_on=JUNE, other_valid_on=AUGUST)

    assert facts(found) == {"Amount due in the month": ("¥ 900.00", "¥ 960.00")}
    assert found["months"] == found["between"] == []


def test_a_decision_is_told_with_its_evidence(known: Known) -> None:
    found = known.reads(known_at=known.then, other_known_at=known.then)

    (confirmed,) = found["decisions"]
    assert (confirmed["title"], confirmed["by"], confirmed["on"]) == (
        "Assistance confirmed",
        "Li Fictional · Manager",
        "2021-04-12",
    )
    assert [line.partition(", №")[0] for line in confirmed["evidence"]] == [
        "Means checked on 1 March 2021 by Wang Fictional",
        "Home visited on 1 March 2021 by Wang Fictional, Zhao Fictional",
        "Preliminary opinion given on 1 March 2021 by Wang Fictional",
    ]
    assert confirmed["basis"] == "fictional-750"
    assert facts(found) == {}
    assert known.reads()["decisions"][0]["evidence"][0].startswith(
        "Document “Pay slip”, attached by Wang Fictional, № "
    )


def test_a_case_that_was_not_known_then(known: Known) -> None:
    found = known.reads(known_at="1999-01-01T08:00:00+08:00", other_known_at="2999-01-01T08:00:00+08:00")

    assert (found["one"], found["other"]["state"]) == (None, "in payment")
    assert "Not on record" in known.page(known_at="1999-01-01T08:00")


def test_the_page_shows_both_sides(known: Known) -> None:
    page = known.page(known_at=known.then, other_valid_on=JUNE)

    assert "Months in which another amount is due" in page
    assert "Correction recorded" in page
    assert 'name="other_valid_on" type="date" value="2021-06-30"' in page
    assert f'href="/cases/{known.number}/compare"' in known.browser.get(f"/cases/{known.number}").text


def test_nothing_differs_before_anything_is_decided(known: Known) -> None:
    page = known.page(known.new)

    assert "Nothing differs." in page
    assert "Nothing was decided yet." in page


def test_is_for_who_may_read_the_case(known: Known) -> None:
    elsewhere = an_official(known.story.office, "sun", caseworker=("210203",))

    told = known.story.caseworker.client.get(
        f"/api/v1/cases/{known.number}/compare", headers=a_token(known.story.office, elsewhere)
    )

    assert told.status_code == 403
    assert known.story.caseworker.reads("/cases/none/compare")["status"] == 404
