"""An error within the limits of a prior filing carries it as evidence: on its page, and to be cited."""

from collections.abc import Iterator

import pytest

from audit_service.desks.desk import Desk
from audit_service.desks.errors.dossier import ErrorDossier, readable_error
from audit_service.desks.filings.commands import AcknowledgeFiling
from audit_service.desks.filings.of_error import OutsideTheLimits, cited, filings_beside, to_cite
from audit_service.store.errors import NotOnRecord
from audit_service.web.translation import read_in
from domain.errors.error_record import ErrorRecord
from tests.builders import PULANDIAN, day
from tests.desk_of_questions import QuestionDesk
from tests.error_builders import (
    BEGAN,
    CATALOGUE,
    a_classification,
    a_reported_error,
    a_reviewers_act,
    a_substantiated_error,
    of_a_family_not_covered,
)
from tests.filing_builders import a_filing
from tests.office import an_official, asked, on_sqlite


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with read_in("en"):
        yield


def an_error(desk: QuestionDesk) -> ErrorRecord:
    """A member was missed, in a decision of April that stands after what is on record by now."""
    later = desk.office.record.last_position() + 1
    error = a_substantiated_error(decision=later, decided_on=day("2021-04-28"))
    error.classify(a_classification(), CATALOGUE, a_reviewers_act(), began=BEGAN)
    return error


def kept(desk: QuestionDesk, error: ErrorRecord) -> ErrorDossier:
    desk.keep(error)
    desk.office.follower.wait_for(desk.office.record.last_position(), 10)
    return readable_error(desk.office, desk.manager, error.number)


def at_a_desk(desk: QuestionDesk) -> Desk:
    organ = an_official(desk.office, "organ", organ=("*",))
    return Desk(desk.office, asked(AcknowledgeFiling(), organ, {"filing": "BA-1"}))


def test_a_filing_that_covers_the_error_stands_beside_it(desk: QuestionDesk) -> None:
    desk.keep(a_filing("BA-1"), a_filing("BA-2", elements=("E02",)), a_filing("BA-3", area=PULANDIAN))

    found = kept(desk, an_error(desk))

    covering, outside = filings_beside(desk.office, found)
    assert (covering.filing.number, covering.tag.text, covering.missed) == ("BA-1", "Within its limits", "—")
    assert (outside.tag.text, outside.missed) == ("Outside its limits", "An error of a kind that it names")
    assert [choice.value for choice in to_cite(desk.office, found)] == ["BA-1"]
    page = desk.page(f"/errors/{found.error.number}", desk.manager)
    assert "/filings/BA-1" in page
    assert "Within its limits" in page


def test_only_a_filing_that_covers_the_error_is_cited(desk: QuestionDesk) -> None:
    desk.keep(a_filing("BA-1"), a_filing("BA-2", amount=100))
    error = kept(desk, an_error(desk)).error

    here = at_a_desk(desk)

    assert cited(here, "BA-1", error).number == "BA-1"
    with pytest.raises(OutsideTheLimits, match="filing BA-2: Not more than its amount"):
        cited(here, "BA-2", error)
    with pytest.raises(NotOnRecord):
        cited(here, "BA-0", error)


@on_sqlite
def test_what_was_filed_after_the_decision_is_no_evidence(desk: QuestionDesk) -> None:
    error = an_error(desk)
    desk.keep(a_filing("BA-1"))

    found = kept(desk, error)

    [beside] = filings_beside(desk.office, found)
    assert not beside.is_evidence
    assert beside.missed.startswith("Filed before the decision")
    assert to_cite(desk.office, found) == []


@on_sqlite
def test_an_error_without_a_case_leaves_the_programme_open(desk: QuestionDesk) -> None:
    desk.keep(a_filing("BA-1", elements=("E10",)))

    found = kept(desk, a_reported_error(**of_a_family_not_covered()))

    [beside] = filings_beside(desk.office, found)
    assert beside.tag.text == "Not clear yet"
    assert beside.missed == "In its programme, Not more than its amount"
