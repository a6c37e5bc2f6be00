"""The cases that have not ended are found by what is on record, however far the views are."""

import pytest

from audit_service import office as offices
from audit_service.desks.ongoing import ongoing_cases
from audit_service.desks.standards.outlook import outlook
from audit_service.office import Office
from audit_service.opening import following, opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from tests.builders import CITY_2021, ZHONGSHAN, a_case_taken_over, standards
from tests.made import make
from tests.office import an_official

XIGANG = "210203"


def kept(office: Office, *cases: Case) -> None:
    office.record.keep(Submission(aggregates=cases))


def numbers(office: Office, area: str) -> set[str]:
    return {case.number for case in ongoing_cases(office, "dibao", area)}


def test_a_case_that_the_views_do_not_show_yet_is_among_them(office: Office) -> None:
    kept(office, a_case_taken_over(number="FICTION-A1", area=ZHONGSHAN))
    office.follower.catch_up()

    kept(office, a_case_taken_over(number="FICTION-A2", area=ZHONGSHAN))

    assert numbers(office, ZHONGSHAN) == {"FICTION-A1", "FICTION-A2"}


def test_a_case_of_another_area_or_programme_is_not(office: Office) -> None:
    kept(office, a_case_taken_over(number="FICTION-A1", area=ZHONGSHAN))
    office.follower.catch_up()

    kept(office, a_case_taken_over(number="FICTION-B1", area=XIGANG))

    assert numbers(office, ZHONGSHAN) == {"FICTION-A1"}
    assert numbers(office, XIGANG) == {"FICTION-B1"}
    assert ongoing_cases(office, "tekun", ZHONGSHAN) == []


def test_very_many_are_read_in_the_back_room(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    make(settings)
    monkeypatch.setattr(offices, "MUCH", 0)
    with opened(settings, back_room=True) as office, following(office):
        manager = an_official(office, "li", manager=("*",))
        office.record.keep(Submission(aggregates=(standards(),)))
        kept(office, a_case_taken_over(number="FICTION-A1", area=ZHONGSHAN))
        office.follower.wait_for(office.record.last_position(), 10)

        with pytest.raises(offices.TooMuchHere):
            ongoing_cases(office, "dibao", ZHONGSHAN)
        foreseen = outlook(office, manager, CITY_2021.reference)

    assert {each.area: each.preview.adjusted for each in foreseen.areas}[ZHONGSHAN] == 1
