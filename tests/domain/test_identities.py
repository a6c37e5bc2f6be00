from datetime import date

from domain.identities import CATALOGUE_ID, STANDARDS_ID, case_id, error_id, household_id, official_id


def test_the_same_number_is_the_same_case_and_nothing_else() -> None:
    made = [case_id("1"), household_id("1"), official_id("1"), case_id("2"), STANDARDS_ID]

    assert case_id("1") == made[0]
    assert len(set(made)) == len(made)


def test_the_same_element_and_period_of_the_same_case_is_the_same_error() -> None:
    may = date(2021, 5, 1)
    made = [
        error_id("DB-0001", "E01", may),
        error_id("DB-0002", "E01", may),
        error_id("DB-0001", "E02", may),
        error_id("DB-0001", "E01", date(2021, 6, 1)),
        error_id("DB-0001", "E01", date(2020, 5, 1)),
        case_id("DB-0001 E01 2021-05"),
        CATALOGUE_ID,
    ]

    assert error_id("DB-0001", "E01", date(2021, 5, 31)) == made[0]
    assert len(set(made)) == len(made)
