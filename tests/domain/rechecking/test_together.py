"""Payment after a death, and cases of one person side by side."""

from domain.cases.case import Case
from domain.identities import STANDARDS_ID
from domain.leads.finding import INCOMPATIBLE, PAID_AFTER_DEATH, TWICE, Finding
from domain.rechecking.together import compared
from domain.standards.living_standard import Standards
from tests.builders import (
    PULANDIAN,
    STANDARDS,
    a_case_taken_over,
    a_confirmed_case,
    a_managers_act,
    an_act,
    day,
    person,
)
from tests.domain.rechecking.replaying import determined, findings, lives, told


def ended_by_death(case: Case, *, died: str = "2021-06-20", learned: str = "2021-09-12") -> Case:
    case.terminate(STANDARDS, "died", a_managers_act(learned), valid_from=day(died))
    return case


def alone(**more: object) -> Case:
    """Somebody on their own who is paid 600 as extremely poor."""
    values = {"number": "TK-0001", "programme": "tekun", "people": (person("head"),), "members": 1}
    return a_case_taken_over(
        **(values | {"household": None, "monthly_amount": 60_000, "monthly_income": 0} | more)
    )


def found_in(*cases: Case) -> list[Finding]:
    return compared(lives(*cases), STANDARDS)


def test_months_that_were_paid_after_a_death_that_came_to_light_later_are_found() -> None:
    [found] = findings(ended_by_death(a_confirmed_case()))

    assert told(found) == (PAID_AFTER_DEATH, "2021-07", 0, 84_000, "")


def test_a_death_that_was_known_in_time_leaves_nothing_to_find() -> None:
    assert findings(ended_by_death(a_confirmed_case(), died="2021-09-02")) == []


def test_an_amount_that_goes_on_after_the_death_is_found() -> None:
    case = a_confirmed_case()
    case.trigger(Case.Terminated, a_managers_act("2021-09-12"), valid_from=day("2021-06-20"), reason="died")
    case = determined(case, 90_000, starts="2021-07-01", standard="fictional 2021-1", on="2021-09-12")

    [found] = findings(case)

    assert told(found) == (PAID_AFTER_DEATH, "2021-07", 0, 90_000, "")


def test_who_is_paid_in_two_programmes_that_exclude_each_other_is_found_once() -> None:
    family, single = a_case_taken_over(), alone(paid_from=day("2021-01-01"))

    [found] = found_in(family, single)

    assert told(found) == (INCOMPATIBLE, "2021-01", 0, 60_000, "DB-0001")
    assert found.case_number == "TK-0001"


def test_programmes_that_do_not_exclude_each_other_are_in_order() -> None:
    assert found_in(a_case_taken_over(), alone(programme="elderly")) == []


def test_one_programme_after_the_other_is_in_order() -> None:
    family = a_case_taken_over()
    family.terminate(STANDARDS, "other_programme", a_managers_act("2021-06-12"), valid_from=day("2021-07-01"))

    assert found_in(family, alone(paid_from=day("2021-07-01"))) == []


def test_a_household_that_is_still_paid_for_somebody_who_died_is_found() -> None:
    dead = ended_by_death(alone(programme="elderly"), learned="2021-06-25")
    family = a_case_taken_over()
    family.raise_standard(STANDARDS, STANDARDS.published[2], a_managers_act("2021-07-01"))

    [found] = found_in(dead, family)

    assert told(found) == (PAID_AFTER_DEATH, "2021-07", 2 * 78_000 - 150_000, 84_000, "TK-0001")


def test_what_would_be_due_is_not_guessed_where_no_standard_is_on_record() -> None:
    dead = ended_by_death(alone(programme="elderly"), learned="2021-06-25")
    family = a_case_taken_over()
    family.raise_standard(STANDARDS, STANDARDS.published[2], a_managers_act("2021-07-01"))

    [found] = compared(lives(dead, family), Standards.blank(STANDARDS_ID))

    assert told(found) == (PAID_AFTER_DEATH, "2021-07", 0, 84_000, "TK-0001")


def test_a_household_that_counts_one_member_less_is_in_order() -> None:
    dead = ended_by_death(alone(programme="elderly"), learned="2021-06-25")
    family = a_case_taken_over()
    family.change_fact(STANDARDS, "members", 2, an_act("2021-06-28"), valid_from=day("2021-06-20"))

    assert found_in(dead, family) == []


def test_who_of_several_died_is_not_guessed() -> None:
    family = ended_by_death(a_case_taken_over(), learned="2021-06-25")

    assert found_in(family, alone(programme="elderly")) == []


def test_who_died_and_is_paid_alone_elsewhere_is_found_with_nothing_due() -> None:
    dead = ended_by_death(alone(programme="elderly"), learned="2021-06-25")
    elsewhere = alone(number="LN-0002", area=PULANDIAN)

    [found] = found_in(dead, elsewhere)

    assert told(found) == (PAID_AFTER_DEATH, "2021-07", 0, 60_000, "TK-0001")


def test_who_died_and_was_not_paid_elsewhere_any_more_is_in_order() -> None:
    dead = ended_by_death(alone(programme="elderly"), learned="2021-06-25")
    elsewhere = alone(number="LN-0002", area=PULANDIAN)
    elsewhere.terminate(STANDARDS, "moved", a_managers_act("2021-06-12"), valid_from=day("2021-06-20"))

    assert found_in(dead, elsewhere) == []


def test_who_died_and_whose_cases_both_ended_by_it_is_in_order() -> None:
    dead, elsewhere = alone(programme="elderly"), alone(number="LN-0002", area=PULANDIAN)

    assert found_in(*(ended_by_death(case, learned="2021-06-25") for case in (dead, elsewhere))) == []


def test_who_is_paid_twice_in_one_programme_is_found_once() -> None:
    first, second = alone(programme="elderly"), alone(number="LN-0002", programme="elderly")

    [found] = found_in(first, second)

    assert (found.kind, found.case_number, found.detail) == (TWICE, "LN-0002", "TK-0001")


def test_what_is_granted_once_may_be_granted_again() -> None:
    assert found_in(alone(programme="temporary"), alone(number="LS-0002", programme="temporary")) == []
