"""A visit is planned, made or missed, and put right if it was recorded wrong."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.areas import UnknownArea
from domain.identities import visit_id
from domain.visits.refusals import (
    Contradiction,
    NobodyVisited,
    NobodyWent,
    NotChanged,
    NothingCorrected,
    NothingObserved,
    NotMade,
    NotOffered,
    NotPlanned,
    NotTheirVisit,
    PlannedForThePast,
    VisitAhead,
)
from domain.visits.state import CALLED_OFF, MADE, MISSED, PLANNED, WITHDRAWN
from domain.visits.told import Cadres, Correction
from domain.visits.visit import Visit
from tests.builders import an_act, day, person
from tests.history import given, last, recorded, refused
from tests.visit_builders import (
    LI,
    WANG,
    a_missed_visit,
    a_planned_visit,
    a_visit,
    a_visit_entry,
    a_visit_taken_over,
    an_account,
    cadres,
    visited,
)

ALONE = Cadres(visitors="Wang", cadre_tokens=(WANG,))


def test_a_visit_is_planned_for_a_day() -> None:
    visit = a_planned_visit()

    assert visit.id == visit_id("ZF-1")
    assert recorded(visit) == [Visit.Planned]
    assert (visit.state, visit.due_on) == (PLANNED, day("2021-06-01"))
    assert last(visit, Visit.Planned).subject == visited().household


def test_a_visit_is_not_planned_for_the_past() -> None:
    with pytest.raises(PlannedForThePast, match="2021-04-30 is past"):
        a_planned_visit(due_on="2021-04-30")


def test_a_visit_is_in_an_area_of_the_office() -> None:
    with pytest.raises(UnknownArea):
        a_planned_visit(area="110101")


def test_a_visit_that_was_planned_is_made() -> None:
    visit = given(a_planned_visit())

    visit.make(cadres(), an_account("2021-05-20"), an_act("2021-05-21"))

    assert recorded(visit) == [Visit.Recorded]
    assert (visit.state, visit.visited_on) == (MADE, day("2021-05-20"))
    assert last(visit, Visit.Recorded).household == visited().household
    assert last(visit, Visit.Recorded).valid_from == day("2021-05-20")


def test_a_visit_is_made_without_a_plan() -> None:
    visit = a_visit()

    assert recorded(visit) == [Visit.Recorded]
    assert (visit.state, visit.cadre_tokens, visit.observations) == (
        MADE,
        (LI, WANG),
        ("illness", "expenses"),
    )


def test_a_visit_to_somebody_who_is_not_on_record_is_sealed_under_its_own_key() -> None:
    visit = a_visit(household=None, named="Zhao, at the bridge")

    assert last(visit, Visit.Recorded).subject == visit.id
    assert last(visit, Visit.Recorded).named == "Zhao, at the bridge"


def test_a_visit_that_names_nobody_is_refused() -> None:
    with pytest.raises(NobodyVisited, match="Say who is visited"):
        a_visit(household=None)


def test_who_was_named_in_words_need_not_be_named_again() -> None:
    visit = given(a_planned_visit(household=None, named="Zhao"))

    visit.make(cadres(), an_account(), an_act("2021-05-21"))

    assert recorded(visit) == [Visit.Recorded]


def test_a_visit_is_somebodys() -> None:
    visit = given(a_planned_visit())

    with refused(visit, NobodyWent, "at least one cadre"):
        visit.make(Cadres(), an_account(), an_act("2021-05-21"))


def test_what_has_not_happened_is_not_recorded() -> None:
    visit = given(a_planned_visit())

    with refused(visit, VisitAhead, "2021-05-22 has not come yet"):
        visit.make(cadres(), an_account("2021-05-22"), an_act("2021-05-21"))
    with refused(visit, VisitAhead):
        visit.miss(cadres(), day("2021-05-22"), "moved", an_act("2021-05-21"))


@pytest.mark.parametrize(
    ("observations", "refusal"),
    [((), NothingObserved), (("nothing", "illness"), Contradiction), (("fancy",), NotOffered)],
)
def test_what_stood_out_comes_from_the_list(observations: tuple[str, ...], refusal: type[Exception]) -> None:
    account = replace(an_account(), observations=observations)

    with pytest.raises(refusal):
        Visit.record("ZF-9", visited(), cadres(), account, an_act("2021-05-11"))


def test_a_visit_is_missed_for_a_reason_of_the_list() -> None:
    visit = given(a_planned_visit())

    with refused(visit, NotOffered, "fancy is not on the list"):
        visit.miss(cadres(), day("2021-05-20"), "fancy", an_act("2021-05-21"))
    visit.miss(cadres(), day("2021-05-20"), "in_hospital", an_act("2021-05-21"))

    assert recorded(visit) == [Visit.Missed]
    assert visit.state == MISSED


def test_nobody_is_met_without_a_plan_either() -> None:
    visit = a_missed_visit()

    assert recorded(visit) == [Visit.Missed]
    assert (visit.state, visit.number) == (MISSED, "ZF-3")


def test_a_visit_is_put_off_and_given_to_others() -> None:
    visit = given(a_planned_visit())

    visit.reschedule(day("2021-06-20"), an_act("2021-05-02"))
    visit.reschedule(day("2021-06-20"), an_act("2021-05-02"), ALONE)

    assert recorded(visit) == [Visit.Rescheduled, Visit.Rescheduled]
    assert (visit.due_on, visit.cadre_tokens) == (day("2021-06-20"), (WANG,))
    assert last(visit, Visit.Rescheduled).due_before == day("2021-06-20")


def test_a_visit_that_stays_as_it_is_is_not_rescheduled() -> None:
    visit = given(a_planned_visit())

    with refused(visit, NotChanged, "planned for this day and these cadres already"):
        visit.reschedule(day("2021-06-01"), an_act("2021-05-02"), cadres())
    with refused(visit, PlannedForThePast):
        visit.reschedule(day("2021-05-01"), an_act("2021-05-02"))


def test_a_visit_is_called_off() -> None:
    visit = given(a_planned_visit())

    visit.call_off(an_act("2021-05-02"))

    assert recorded(visit) == [Visit.CalledOff]
    assert visit.state == CALLED_OFF


@pytest.mark.parametrize("over", [a_visit, a_missed_visit, a_visit_taken_over])
def test_what_is_over_is_not_to_come_any_more(over: Callable[[], Visit]) -> None:
    visit = given(over())

    with refused(visit, NotPlanned, "not to come any more"):
        visit.make(cadres(), an_account(), an_act("2021-06-21"))
    with refused(visit, NotPlanned):
        visit.miss(cadres(), day("2021-06-01"), "moved", an_act("2021-06-21"))
    with refused(visit, NotPlanned):
        visit.reschedule(day("2021-07-01"), an_act("2021-06-21"))
    with refused(visit, NotPlanned):
        visit.call_off(an_act("2021-06-21"))


def test_a_visit_of_a_ledger_is_taken_over_as_it_stands_there() -> None:
    visit = a_visit_taken_over()

    told = last(visit, Visit.TakenOver)
    assert (visit.state, visit.visited_on, visit.visited.person) == (MADE, day("2021-04-16"), person("head"))
    assert (told.subject, told.visitor, told.settled, told.row) == (person("head"), "Wang", True, 3)


def test_a_ledger_tells_of_no_visit_to_come_nor_of_one_elsewhere() -> None:
    with pytest.raises(VisitAhead):
        a_visit_taken_over(visited_on=day("2021-05-02"))
    with pytest.raises(UnknownArea):
        Visit.take_over(a_visit_entry(area="110101"), an_act())


def test_what_was_recorded_wrong_is_put_right() -> None:
    visit = given(a_visit())

    visit.correct(
        Correction(visited_on=day("2021-05-09"), observations=("nothing",), cadres=ALONE),
        an_act("2021-05-12"),
    )

    assert recorded(visit) == [Visit.Corrected]
    assert (visit.visited_on, visit.observations, visit.cadre_tokens) == (
        day("2021-05-09"),
        ("nothing",),
        (WANG,),
    )
    assert last(visit, Visit.Corrected).visited_before == day("2021-05-10")


def test_what_was_right_stays_as_it_is() -> None:
    visit = given(a_visit())

    visit.correct(
        Correction(found="The medicines are paid.", visited_on=visit.visited_on), an_act("2021-05-12")
    )

    told = last(visit, Visit.Corrected)
    assert (told.visited_on, told.visited_before, told.observations, told.met) == (None, None, (), "")
    assert (visit.visited_on, visit.observations) == (day("2021-05-10"), ("illness", "expenses"))


def test_a_correction_corrects_something() -> None:
    visit = given(a_visit())
    same = Correction(visited_on=visit.visited_on, observations=visit.observations, cadres=cadres())

    with refused(visit, NothingCorrected, "Say what was recorded wrong"):
        visit.correct(same, an_act("2021-05-12"))
    with refused(visit, VisitAhead):
        visit.correct(Correction(visited_on=day("2021-05-13")), an_act("2021-05-12"))
    with refused(visit, Contradiction):
        visit.correct(Correction(observations=("nothing", "want")), an_act("2021-05-12"))


def test_a_visit_that_was_recorded_by_mistake_is_withdrawn() -> None:
    visit = given(a_visit())

    with refused(visit, NotOffered):
        visit.withdraw("fancy", an_act("2021-05-12"))
    visit.withdraw("another_family", an_act("2021-05-12"))

    assert recorded(visit) == [Visit.Withdrawn]
    assert visit.state == WITHDRAWN


@pytest.mark.parametrize("other", [a_planned_visit, a_missed_visit])
def test_only_a_visit_that_was_made_is_put_right(other: Callable[[], Visit]) -> None:
    visit = given(other())

    with refused(visit, NotMade, "recorded as made"):
        visit.correct(Correction(found="Rain."), an_act("2021-05-12"))
    with refused(visit, NotMade):
        visit.withdraw("twice", an_act("2021-05-12"))


def test_a_visit_is_told_to_be_to_another_person() -> None:
    visit = given(a_visit_taken_over())
    before = visit.visited.person
    assert before is not None

    with refused(visit, NotTheirVisit):
        visit.correct_person(an_act(), before=person("stranger"), after=person("other"))
    visit.correct_person(an_act(), before=before, after=person("other"))

    assert visit.visited.person == person("other")
    assert recorded(visit) == [Visit.PersonCorrected]
