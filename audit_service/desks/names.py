"""What the codes of the domain are called in the reader's language."""

from collections.abc import Collection
from typing import cast

from audit_service.web.translation import gettext as _
from audit_service.web.translation import language
from audit_service.web.wording import NOTHING, money, written
from domain.areas import AREAS
from domain.cases.application import CHANNELS
from domain.cases.entitlement import UPLIFTS
from domain.cases.fact import FACTS
from domain.cases.programmes import PROGRAMMES, STEPS
from domain.cases.reasons import REFUSALS, TERMINATIONS
from domain.cases.state import STATES, State
from domain.officials.kinship import RELATIONS
from domain.officials.official import WHOLE_OFFICE
from domain.roles import ROLES
from domain.standards.living_standard import KINDS

COLOURS = {
    State.OPEN: "blue",
    State.IN_PAYMENT: "green",
    State.PAID_ONCE: "green",
    State.SUSPENDED: "yellow",
    State.TERMINATED: "grey",
    State.REFUSED: "red",
}
"""The colour of a state's tag."""

SEXES = {"male": "Male", "female": "Female"}
"""Messages to translate."""

REASONS = REFUSALS | TERMINATIONS


def area_name(code: str | None) -> str:
    """Return the name of an area; the code itself where the office has none of that code."""
    if not code:
        return NOTHING
    area = AREAS.get(code)
    return (area.zh if language() == "zh" else area.en) if area else code


def areas_named(areas: Collection[str]) -> str:
    """Write several areas."""
    return _("The whole office") if WHOLE_OFFICE in areas else written([area_name(area) for area in areas])


def programme_name(code: str) -> str:
    """Return the name of a programme."""
    programme = PROGRAMMES[code]
    return programme.zh if language() == "zh" else programme.en


def kind_name(kind: str | None) -> str:
    """Return the name of a kind of standard."""
    return _(KINDS[kind]) if kind else NOTHING


def state_name(state: str) -> str:
    """Return the name of a case's state."""
    return _(STATES[State(state)])


def step_name(step: str) -> str:
    """Return the name of a step of a procedure."""
    return _(STEPS[step])


def role_name(role: str) -> str:
    """Return the name of a role."""
    return _(ROLES[role]) if role in ROLES else role


def relation_name(relation: str) -> str:
    """Return what a declared person is to an official."""
    return _(RELATIONS[relation])


def fact_name(fact: str) -> str:
    """Return the name of a fact that an amount rests on."""
    return _(FACTS[fact].title)


def uplift_name(category: str) -> str:
    """Return the name of a category of members who are paid more."""
    return _(UPLIFTS[category])


def fact_value(fact: str, value: int | str | None) -> str:
    """Write the value of a fact that an amount rests on."""
    if FACTS[fact].is_money:
        return money(cast("int | None", value))
    writers = {"kind": kind_name, "area": area_name}
    return writers[fact](cast("str | None", value)) if fact in writers else written(value)


def channel_name(channel: str) -> str:
    """Return the name of a way of applying."""
    return _(CHANNELS[channel])


def reason_name(reason: str) -> str:
    """Return the name of a reason for refusing or ending assistance."""
    return _(REASONS[reason])


def sex_name(sex: str) -> str:
    """Return the word for a sex, as the id number tells it."""
    return _(SEXES[sex])
