"""What the page shows of a case at two moments."""

from typing import Any

from markupsafe import Markup

from audit_service.desks.cases.comparing import Comparison, When, facts_of, months_that_differ
from audit_service.desks.cases.deciding import DecisionAnswer
from audit_service.desks.cases.frame import on_the_clock
from audit_service.desks.cases.looking import months_of
from audit_service.office import Office
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, difference, instant, money, number


def asked_for(one: When, other: When) -> list[tuple[str, str, str, str, str]]:
    """Return the sides as the form asks for them: title, and name and value of the day and the moment."""
    sides = ((_("One moment"), "", one), (_("The other moment"), "other_", other))
    return [
        (
            title,
            f"{prefix}valid_on",
            when.valid_on.isoformat() if when.valid_on else "",
            f"{prefix}known_at",
            on_the_clock(when.known_at) if when.known_at else "",
        )
        for title, prefix, when in sides
    ]


def way_to(found: Comparison) -> list[Step]:
    """Return the way that leads to the page."""
    at = f"/cases/{found.whole.case.number}"
    return [
        Step(_("Cases"), "/cases"),
        Step(found.whole.case.number, at),
        Step(_("Two moments compared")),
    ]


def shown(office: Office, found: Comparison, one: When, other: When) -> dict[str, Any]:
    """Return the tables of the page."""
    facts = facts_of(office, found)
    return {
        "heads": (_said(one), _said(other)),
        "facts": [(fact.label, fact.one, fact.other, _differs(differs=fact.differs)) for fact in facts],
        "differing": sum(fact.differs for fact in facts),
        "months": [
            (
                months_of(each.starts, each.ends),
                money(each.one),
                money(each.other),
                difference((each.other or 0) - (each.one or 0)),
            )
            for each in months_that_differ(found)
        ],
        "between": found.between,
        "decisions": [_decision(each) for each in found.decisions],
    }


def _said(when: When) -> str:
    known = instant(when.known_at) if when.known_at else _("now")
    return _(
        "%(day)s, as known %(moment)s",
        day=day(when.valid_on) if when.valid_on else _("Today"),
        moment=known,
    )


def _differs(*, differs: bool) -> str:
    return _("Differs") if differs else NOTHING


def _decision(each: DecisionAnswer) -> tuple[str, ...]:
    return (
        each.title,
        each.by,
        day(each.on),
        day(each.valid_from),
        each.basis or NOTHING,
        f"№ {number(each.seen)}" if each.seen else NOTHING,
        Markup("<br>").join(each.evidence) or NOTHING,
        f"№ {number(each.position)}",
    )
