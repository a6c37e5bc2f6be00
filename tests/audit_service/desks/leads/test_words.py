"""What leads are called, and as what they are reported."""

from audit_service.desks.errors.elements import SHIPPED
from audit_service.desks.leads.words import ELEMENTS
from domain.leads.finding import KINDS, OF_PEOPLE


def test_every_kind_that_is_about_a_decision_is_reported_as_an_element_of_the_catalogue() -> None:
    assert ELEMENTS.keys() == KINDS.keys() - OF_PEOPLE
    assert set(ELEMENTS.values()) <= set(SHIPPED)
