from datetime import date

from domain.identities import BY_NUMBER, CATALOGUE_ID, STANDARDS_ID, case_id, error_id, identities_of


def test_the_same_number_is_the_same_case_and_nothing_else() -> None:
    made = [identity("1") for identity in BY_NUMBER]
    others = [identity("2") for identity in BY_NUMBER]

    assert [identity("1") for identity in BY_NUMBER] == made
    assert len({*made, *others, STANDARDS_ID}) == 2 * len(BY_NUMBER) + 1


def test_a_text_is_known_by_whatever_it_may_be_the_number_of() -> None:
    assert case_id("DB-0001") in identities_of("DB-0001")
    assert len(identities_of("DB-0001")) == len(BY_NUMBER)


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
