"""What a relative has to do with which cases, and when."""

from collections.abc import Callable

from sqlalchemy import Connection

from projections.case_register import case_register
from projections.kin import Tie, ties_of
from projections.needy_register import needy_register
from tests.builders import a_case_taken_over, a_household, an_act, day, person


def test_a_claimant_has_to_do_with_a_case_at_all_times() -> None:
    tie = Tie(person("case"))

    assert tie.holds(1, day("1999-01-01"))


def test_who_lives_in_a_household_has_to_do_with_its_cases_until_they_leave() -> None:
    tie = Tie(person("case"), since=5, until=day("2021-06-01"))

    assert tie.holds(5, day("2021-05-31"))
    assert not tie.holds(4, day("2021-05-31"))
    assert not tie.holds(5, day("2021-06-01"))


def test_somebody_is_tied_to_cases_by_claiming_and_by_living_there(shown: Callable[..., Connection]) -> None:
    household, cousin = a_household(), person("cousin")
    household.join(cousin, "other", an_act())
    household.leave(cousin, an_act("2021-06-01"))
    household.join(cousin, "other", an_act("2021-07-01"))
    shown(needy_register, household)
    case, elsewhere = a_case_taken_over(), a_case_taken_over(number="DB-0009", household=None)

    db = shown(case_register, case, elsewhere)

    assert sorted(ties_of(db, cousin)) == [Tie(case.id, 3, day("2021-06-01")), Tie(case.id, 5)]
    assert set(ties_of(db, person("head"))) == {Tie(case.id), Tie(elsewhere.id), Tie(case.id, 2)}
    assert set(ties_of(db, person("child"))) == {Tie(case.id), Tie(elsewhere.id)}
    assert ties_of(db, person("stranger")) == []
