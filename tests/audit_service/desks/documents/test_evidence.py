"""AttachEvidence: what shows an error in no case is attached to the error itself."""

import re
from collections.abc import Callable

import pytest

from audit_service.store.submission import Submission
from domain.documents.document import Document
from tests.audit_service.desks.documents.conftest import Counter
from tests.builders import person
from tests.error_builders import CATALOGUE, a_report, a_reported_error, of_a_family_not_covered
from tests.files import A_PDF, A_PNG, ANOTHER_PDF
from tests.journeys.story import in_english
from tests.office import an_official

COVERED = a_report().number
NOT_COVERED = "CC210202-2021-0002"
AT = f"/errors/{NOT_COVERED}/evidence"


@pytest.fixture
def counter(counter: Counter) -> Counter:
    """A caseworker of an office that knows of an error in a case, and of one in none."""
    errors = (a_reported_error(), a_reported_error(number=NOT_COVERED, **of_a_family_not_covered()))
    counter.story.office.record.keep(Submission(aggregates=(CATALOGUE, *errors)))
    counter.story.settled()
    counter.before = counter.story.office.record.last_position()
    return counter


def test_what_was_attached_is_shown_with_the_error_and_opened(counter: Counter) -> None:
    browser = in_english(counter.story, an_official(counter.story.office, "lin", caseworker=("*",)))

    answer = counter.sends(at=AT)

    assert (answer["status"], answer["at"]) == (201, f"/api/v1/errors/{NOT_COVERED}")
    counter.story.settled()
    page = browser.get(f"/errors/{NOT_COVERED}").text
    [document] = {re.split('["/]', part)[0] for part in page.split(f"{AT}/")[1:]}
    assert "虚构的工资条" in page
    assert f'href="{AT}"' in page
    assert counter.gets(f"{AT}/{document}").content == A_PDF
    assert browser.get(f"{AT}/{document}").content == A_PDF
    assert counter.sends(at=AT)["code"] == "document.already_attached"


def test_the_error_is_substantiated_by_it(counter: Counter, another: Callable[..., Counter]) -> None:
    counter.sends(at=AT)
    counter.story.settled()
    reviewer = another("qian", manager=("*",)).clerk
    [attached] = counter.story.office.record.read(counter.before, 10)[:1]
    assert reviewer.asks(f"/errors/{NOT_COVERED}/taking-up")["status"] == 201

    answer = reviewer.asks(f"/errors/{NOT_COVERED}/substantiation", evidence=[str(attached.stream)])

    assert answer["status"] == 201, answer


def test_what_shows_an_error_in_a_case_is_attached_to_the_case_and_leads_back(counter: Counter) -> None:
    at = f"/errors/{COVERED}/evidence"

    answer = counter.sends(at=at)

    assert (answer["status"], answer["at"]) == (201, f"/api/v1/errors/{COVERED}")
    [attached] = counter.story.office.record.read(counter.before, 10)
    assert isinstance(attached, Document.Attached)
    assert (attached.case, attached.error) == (a_report().case, None)
    assert counter.sends(at=at)["code"] == "document.already_attached"
    newer = counter.sends(ANOTHER_PDF, at=f"{at}/{attached.stream}/supersession", title="虚构的已签字工资条")
    assert (newer["status"], newer["at"]) == (201, f"/api/v1/errors/{COVERED}")


def test_another_area_attaches_and_opens_nothing(counter: Counter, another: Callable[..., Counter]) -> None:
    neighbour = another("sun", caseworker=("210203",))

    answers = neighbour.sends(at=AT)["code"], neighbour.gets(f"{AT}/{person('any')}").json()["code"]

    assert answers == ("identity.not_your_area", "identity.not_your_area")
    assert neighbour.recorded == 0


def test_what_is_attached_elsewhere_is_not_opened_here(counter: Counter) -> None:
    counter.sends()
    [listed] = counter.lists()

    assert counter.gets(f"{AT}/{listed['document']}").status_code == 404


def attached_first(counter: Counter) -> str:
    """A document that is attached to the error already."""
    counter.sends(at=AT)
    counter.before = counter.story.office.record.last_position()
    [attached] = counter.story.office.record.read(counter.before - 1, 1)
    return str(attached.stream)


def test_a_newer_one_takes_its_place_and_both_stay(counter: Counter) -> None:
    older = attached_first(counter)
    browser = in_english(counter.story, an_official(counter.story.office, "lin", caseworker=("*",)))
    before = counter.story.office.record.last_position()

    answer = counter.sends(ANOTHER_PDF, at=f"{AT}/{older}/supersession", title="虚构的已签字工资条")

    assert (answer["status"], answer["at"]) == (201, f"/api/v1/errors/{NOT_COVERED}")
    kinds = [type(event) for event in counter.story.office.record.read(before, 10)]
    assert sorted(kinds, key=str) == [Document.Attached, Document.Superseded]
    counter.story.settled()
    page = browser.get(f"/errors/{NOT_COVERED}").text
    assert page.count("Superseded</strong>") == 1
    assert page.count("/supersession") == 1
    assert f"{AT}/{older}/supersession" not in page
    assert counter.gets(f"{AT}/{older}").content == A_PDF
    again = counter.sends(A_PNG, at=f"{AT}/{older}/supersession", name="scan.png", said="image/png")
    assert again["code"] == "document.already_superseded"


def test_what_is_attached_elsewhere_is_not_superseded_here(counter: Counter) -> None:
    counter.sends()
    [listed] = counter.lists()
    here = attached_first(counter)

    answers = [
        counter.sends(ANOTHER_PDF, at=f"{AT}/{listed['document']}/supersession"),
        counter.sends(ANOTHER_PDF, at=f"{AT}/none/supersession"),
        counter.sends(ANOTHER_PDF, at=f"/errors/{COVERED}/evidence/{here}/supersession"),
    ]

    assert [answer["code"] for answer in answers] == [
        "record.not_on_record",
        "record.not_on_record",
        "record.not_on_record",
    ]
    assert counter.recorded == 0
