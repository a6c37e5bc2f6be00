from domain.identities import STANDARDS_ID, case_id, household_id, official_id


def test_the_same_number_is_the_same_case_and_nothing_else() -> None:
    made = [case_id("1"), household_id("1"), official_id("1"), case_id("2"), STANDARDS_ID]

    assert case_id("1") == made[0]
    assert len(set(made)) == len(made)
