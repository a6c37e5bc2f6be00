"""Who acts at the command line of the machine that the service runs on."""

from audit_service.identity.identity import Identity
from domain.identities import official_id
from domain.officials.official import OPERATOR, WHOLE_OFFICE

LOGIN = "(console)"
"""No official can be registered under it."""

CONSOLE = Identity(
    official=official_id(LOGIN),
    login=LOGIN,
    name=LOGIN,
    unit="",
    roles={OPERATOR: frozenset({WHOLE_OFFICE})},
)
"""Whoever can start programs on that machine: an operator, as they could stop the service as well."""

SERVICE = official_id("(service)")
"""The service itself, which notices things and decides on nothing. Nobody can be registered under it."""
