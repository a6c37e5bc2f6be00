"""A number is given once, whoever asks for it and whatever it is for."""

import pytest

from domain.errors.number import GivenNumber
from domain.identities import number_id
from domain.kernel import OutOfOrder, replay
from tests.builders import an_act, person
from tests.history import events_of, given, recorded

NUMBER = "CC210202-2021-0001"


def test_a_number_says_what_it_was_given_to() -> None:
    taken = GivenNumber.take(NUMBER, an_act(), error=person("error"))

    assert recorded(taken) == [GivenNumber.Taken]
    kept = given(taken)
    assert (kept.id, kept.number, kept.error) == (number_id(NUMBER), NUMBER, person("error"))


def test_a_number_has_one_history_in_which_it_is_given_once() -> None:
    first, second = (GivenNumber.take(NUMBER, an_act(), error=person(name)) for name in ("one", "other"))

    assert first.id == second.id
    with pytest.raises(OutOfOrder):
        replay(None, [*events_of(first), *events_of(second)])
