from datetime import date

from domain.identities import (
    CATALOGUE_ID,
    STANDARDS_ID,
    case_id,
    discipline_lead_id,
    discovery_id,
    error_id,
    household_id,
    import_id,
    inspection_id,
    lesson_id,
    number_id,
    official_id,
    prior_filing_id,
    question_id,
    tolerance_id,
    visit_id,
)

OF_A_NUMBER = (
    case_id,
    discipline_lead_id,
    discovery_id,
    household_id,
    import_id,
    inspection_id,
    lesson_id,
    number_id,
    official_id,
    prior_filing_id,
    question_id,
    tolerance_id,
    visit_id,
)


def test_the_same_number_is_the_same_case_and_nothing_else() -> None:
    made = [identity("1") for identity in OF_A_NUMBER]
    others = [identity("2") for identity in OF_A_NUMBER]

    assert [identity("1") for identity in OF_A_NUMBER] == made
    assert len({*made, *others, STANDARDS_ID}) == 2 * len(OF_A_NUMBER) + 1


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
