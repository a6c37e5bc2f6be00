"""Codes of prior filings: how they are called in the reader's language, and what can be chosen."""

from collections.abc import Iterable
from typing import Annotated

from audit_service.desks.errors.names import element_name
from audit_service.desks.names import programme_name
from audit_service.desks.offers import titled
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.tolerance.limits import LIMITS
from domain.tolerance.prior_filing import ACKNOWLEDGED, ENDED, FILED, OBJECTED, STATES, WITHDRAWN

COLOURS = {FILED: "blue", ACKNOWLEDGED: "green", OBJECTED: "red", ENDED: "grey", WITHDRAWN: "grey"}
"""The colour of a state's tag."""

ALL_PROGRAMMES = "All programmes"
"""A message to translate."""

FilingState = Annotated[str, Choices(titled(STATES))]


def filing_state(state: str) -> str:
    """Return how a filing stands."""
    return _(STATES[state])


def programme_of(code: str) -> str:
    """Return the name of the programme that a measure is about, or that it is about all of them."""
    return programme_name(code) if code else _(ALL_PROGRAMMES)


def elements_named(codes: Iterable[str]) -> str:
    """Return the kinds of error that a filing names."""
    return written([element_name(code) for code in codes])


def limit_name(limit: str) -> str:
    """Return what is asked of an error for it to lie within a filing."""
    return _(LIMITS[limit])
