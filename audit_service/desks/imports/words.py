"""Codes of imports, and how they are called in the reader's language."""

from typing import Annotated

from audit_service.desks.offers import titled
from audit_service.imports.work import CARRYING_OUT, READING, TRYING
from audit_service.ledgers.registers import REGISTERS
from audit_service.ledgers.telling import OUTCOMES, REASONS
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.imports.imported import ANNOUNCED, CARRIED_OUT, PURPOSES, TAKEN_BACK, TAKING_BACK

LOOKED_AT, TRIED, LEFT_OUT = "looked_at", "tried", "left_out"

STATES = {
    LOOKED_AT: "Being looked at",
    TRIED: "Waits to be carried out",
    LEFT_OUT: "Nothing in it can be taken over",
    ANNOUNCED: "Under way",
    CARRIED_OUT: "Carried out",
    TAKING_BACK: "Being taken back",
    TAKEN_BACK: "Taken back",
}
"""Titles by how far an import is; messages to translate."""

COLOURS = {
    LOOKED_AT: "blue",
    TRIED: "yellow",
    LEFT_OUT: "red",
    ANNOUNCED: "blue",
    CARRIED_OUT: "green",
    TAKING_BACK: "blue",
    TAKEN_BACK: "grey",
}
"""The colour of a state's tag."""

OUTCOME_COLOURS = {"accepted": "green", "duplicate": "grey", "rejected": "red"}

DOING = {
    READING: "The files are read",
    TRYING: "It is tried out what would become of each row",
    CARRYING_OUT: "Rows are taken over",
}
"""What is being done; messages to translate."""

_REGISTERS = {register.code: register.title for register in REGISTERS}

RowOutcome = Annotated[str, Choices(titled({outcome.value: title for outcome, title in OUTCOMES.items()}))]
RowReason = Annotated[str, Choices(titled(REASONS))]
RowsPurpose = Annotated[str, Choices(titled(PURPOSES))]


def import_state(state: str) -> str:
    """Return how far an import is."""
    return _(STATES[state])


def purpose_name(purpose: str) -> str:
    """Return what rows were opened for."""
    return _(PURPOSES[purpose])


def doing(what: str) -> str:
    """Return what is being done."""
    return _(DOING[what])


def kinds_named(kinds: str) -> str:
    """Write the kinds of registers, given by their codes with blanks between them."""
    return written([_(_REGISTERS[kind]) for kind in kinds.split()])
