"""What the reports for inspectors are written with, in the reader's language."""

from typing import Annotated

from audit_service.desks.names import relation_name, role_name
from audit_service.desks.offers import titled
from audit_service.desks.titles import event_title
from audit_service.web.addresses import path_to
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, number
from domain.errors import duties as of_errors
from domain.tolerance import duties as of_reviews
from projections.lag import DONE, LEARNED, TRUE
from projections.late_recordings import ACCOUNTABILITY_NOTICE, CORRECTION
from projections.segregation_lists import DECLARED_LATER, KIN, Breach
from projections.segregation_report import DUTY, ROLE

BREACH_RULES = {
    DUTY: "Two parts that exclude each other",
    ROLE: "A role that takes no part",
    KIN: "A declared relative's case",
    DECLARED_LATER: "A relative's case, declared later",
}
"""Messages to translate."""

MEASURES = {TRUE: "Since it is true", LEARNED: "Since it was learned", DONE: "Since it was done"}
"""Messages to translate."""

NOTICES = {CORRECTION: "Correction notice", ACCOUNTABILITY_NOTICE: "Notice of accountability"}
"""Messages to translate."""

BreachRule = Annotated[str, Choices(titled(BREACH_RULES))]

PAGES = {
    "case": "/cases",
    "error": "/errors",
    "review": "/tolerance",
    "visit": "/visits",
    "household": "/households",
}
"""Where one reads on, by what it is about."""


TITLES = of_reviews.TAKEN_BY | of_errors.TAKEN_BY
"""The part that each act takes, and its title."""


def rule_name(rule: str) -> str:
    """Return what a rule asks for."""
    return _(BREACH_RULES[rule])


def act_title(topic: str) -> str:
    """Return what an act is called; what stands for an act in another history as well."""
    return _(TITLES[topic][1]) if topic in TITLES else event_title(topic)


def made_so_by(breach: Breach) -> str:
    """Return what makes an act a breach: the earlier act, the relation, or the role."""
    if breach.rule == ROLE:
        return _("%(role)s takes no part in it", role=role_name(breach.role))
    told = {"day": day(breach.had_on), "position": number(breach.had_at)}
    if breach.rule == DUTY:
        return _("%(act)s on %(day)s, № %(position)s", act=act_title(breach.had_topic), **told)
    return _("%(relation)s, declared on %(day)s, № %(position)s", relation=relation_name(breach.had), **told)


def page_at(kind: str, key: str) -> str:
    """Return the address of what something is about; empty if it has no page."""
    return path_to(PAGES[kind], key) if kind else ""
