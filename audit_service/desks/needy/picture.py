"""What the pages of a person and of a household show alike: amounts, what was noticed, what happened."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from audit_service.desks.cases.frame import on_the_clock
from audit_service.desks.errors.of_case import errors_in
from audit_service.desks.leads.words import COLOURS as LEAD_COLOURS
from audit_service.desks.leads.words import lead_kind, lead_state
from audit_service.desks.moments import moments_of
from audit_service.desks.names import COLOURS, area_name, programme_name, state_name
from audit_service.desks.needy.around import Around
from audit_service.desks.needy.readings import READINGS
from audit_service.desks.needy.receiving import Claim, Receiving
from audit_service.desks.questions.words import COLOURS as QUESTION_COLOURS
from audit_service.desks.questions.words import question_state, topic_name
from audit_service.desks.visits.words import COLOURS as VISIT_COLOURS
from audit_service.desks.visits.words import visit_state
from audit_service.office import Office
from audit_service.web.parts import Step, Tag
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, money, month
from domain.kernel import Event
from domain.periods import month_of
from projections import lead_register

Noticed = tuple[Step, Tag, str]
"""Where something is shown, its state, and in which case or on which day."""


def frame(
    office: Office,
    path: str,
    around: Around,
    received: Receiving,
    events: Sequence[Event],
    people: Collection[UUID] = (),
    *,
    known_at: datetime | None,
) -> dict[str, Any]:
    """Return what `picture.html` shows of a family and what happened."""
    valid_on = received.valid_on
    asked = {"valid_on": valid_on, "known_at": known_at}
    query = urlencode({name: moment.isoformat() for name, moment in asked.items() if moment})
    return {
        "path": path,
        "valid_on": valid_on or "",
        "known_at": on_the_clock(known_at) if known_at else "",
        "received": received,
        "claims": [_claim(claim, query) for claim in received.claims],
        "sum": _sum(received),
        "noticed": [*_errors(office, received.claims), *_leads(office, received.claims, people)],
        "visits": _visits(around),
        "questions": _questions(around),
        "moments": moments_of(office, events, READINGS),
        "programme_name": programme_name,
        "Step": Step,
        "month": month,
    }


def _claim(claim: Claim, query: str) -> Mapping[str, Any]:
    """Return what the table of a month's amounts says of a case."""
    case, on_day = claim.dossier.case, claim.dossier.on_day
    address = f"/cases/{quote(case.number, safe='')}/entitlement" + (f"?{query}" if query else "")
    return {
        "number": Step(case.number, address if claim.readable else ""),
        "programme": programme_name(case.programme_code),
        "area": area_name(case.area),
        "state": Tag(state_name(on_day.state), COLOURS[on_day.state]) if on_day.state else None,
        "amount": claim.amount,
        "arithmetic": on_day.period.arithmetic if on_day.period and claim.readable else (),
    }


def _sum(received: Receiving) -> str:
    """Write how the total comes about; empty where there is nothing to add up."""
    amounts = [claim.amount for claim in received.claims if claim.amount]
    if len(amounts) < 2:  # noqa: PLR2004 - one amount is the total
        return ""
    return f"{' + '.join(map(money, amounts))} = {money(received.total)}"


def _errors(office: Office, claims: Iterable[Claim]) -> list[Noticed]:
    cases = [claim.dossier.case for claim in claims if claim.readable]
    return [
        (link, tag, f"{case.number} · {element}")
        for case in cases
        for link, tag, element in errors_in(office, case)
    ]


def _leads(office: Office, claims: Iterable[Claim], people: Collection[UUID]) -> list[Noticed]:
    numbers = [claim.dossier.case.number for claim in claims if claim.readable]
    with office.views.connect() as views:
        rows = [
            row
            for number in numbers
            for row in lead_register.listed(views, lead_register.Sought(case_number=number))
        ]
        rows += lead_register.listed(views, lead_register.Sought(people=people))
    return [
        (
            Step(lead_kind(row.kind), f"/leads/{row.lead}"),
            Tag(lead_state(row.state), LEAD_COLOURS[row.state]),
            row.case_number or day(row.found_on),
        )
        for row in rows
    ]


def _visits(around: Around) -> list[Noticed]:
    return [
        (
            Step(row.number, f"/visits/{quote(row.number, safe='')}"),
            Tag(visit_state(row.state), VISIT_COLOURS[row.state]),
            day(row.day),
        )
        for row in around.visits
    ]


def _questions(around: Around) -> list[Noticed]:
    return [
        (
            Step(topic_name(row.topic), f"/questions/{quote(row.number, safe='')}"),
            Tag(question_state(row.state), QUESTION_COLOURS[row.state]),
            day(row.raised_on),
        )
        for row in around.questions
    ]


def heading(received: Receiving, today: date) -> str:
    """Say how much is received, and in which month."""
    told = {"month": month(received.month), "total": money(received.total)}
    if received.month == month_of(today):
        return _("Receives this month, %(month)s: %(total)s", **told)
    return _("Receives in %(month)s: %(total)s", **told)
