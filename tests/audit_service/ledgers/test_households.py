"""Households put together from their rows, wherever these stand."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from audit_service.ledgers.households import Households

A_NUMBER = st.sampled_from(["DB1", "DB2", "DB3", ""])
"""A household, or none: a row with a fault."""


@given(st.lists(A_NUMBER, max_size=20))
def test_rows_of_a_household_are_found_by_its_first(rows: list[str]) -> None:
    households, wanted = Households(), defaultdict[str, list[int]](list)
    for place, number in enumerate(rows):
        if number:
            households.add(number, place)
            wanted[number].append(place)
    households.settle()

    for places in wanted.values():
        assert households.places(places[0]) == places
        assert not any(households.places(later) for later in places[1:])
