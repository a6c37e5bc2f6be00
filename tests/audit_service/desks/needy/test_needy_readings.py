"""Who was entered in the basic database is read in plain words."""

from audit_service.desks.needy.readings import READINGS
from audit_service.web.translation import read_in
from domain.needy.person import Person
from tests.builders import a_person
from tests.history import last


def test_a_person_is_told_with_their_sex_in_words() -> None:
    entered = last(a_person(), Person.Registered)

    with read_in("en"):
        told = {each.label: each.after for each in READINGS[Person.Registered].changes(entered)}

    assert told["Sex"] == "Female"
    assert told["Year of birth"] == "1980"
