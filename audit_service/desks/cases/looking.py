"""What a case's pages show of it: its facts, its months, and what can be done next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.cases.answers import people_of
from audit_service.desks.cases.dossier import Dossier, readable_dossier
from audit_service.desks.names import area_name, kind_name, programme_name, uplift_name
from audit_service.desks.office import Office
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, difference, instant, money, month, number, sentence
from domain.cases.actions import Waiting, actions, waiting
from domain.kernel import Act
from domain.periods import next_month
from domain.roles import MANAGER

COMMAND_OF = {
    "request_supplement": "request_supplement",
    "accept": "accept_application",
    "check_means": "record_means_check",
    "record_visit": "record_visit",
    "give_opinion": "give_opinion",
    "post_notice": "post_notice",
    "raise_objection": "raise_objection",
    "answer_objection": "answer_objection",
    "end_notice": "end_notice",
    "confirm": "confirm_assistance",
    "refuse": "refuse_application",
    "change_fact": "record_change",
    "correct_fact": "record_correction",
    "adjust": "adjust_amount",
    "suspend": "suspend_payment",
    "resume": "resume_payment",
    "terminate": "end_assistance",
}
"""The command by which each action of a case is asked for."""

QUESTIONS = {
    "change_fact": "It became different from a day on.",
    "correct_fact": "It has been like this all along, and was recorded wrongly.",
}
"""Which of the two it is, as a plain question; messages to translate."""


@dataclass(frozen=True)
class Offer:
    """An action as the page shows it."""

    name: str
    title: str
    """A message to translate."""
    href: str
    why: str
    """Why it cannot be done now; empty if it can."""

    @property
    def hint(self) -> str:
        """What the action is for, where two are easily mixed up; a message to translate."""
        return QUESTIONS.get(self.name, "")


def offers(office: Office, identity: Identity, found: Dossier) -> list[Offer]:
    """Return what can be done with the case by this official, and what cannot and why."""
    query = urlencode({"version": found.case.version, "seen": found.position})
    asked = []
    for action in actions(found.case, _act(office, identity, found)):
        entry = COMMANDS[COMMAND_OF[action.name]]
        if identity.role_for(entry.roles, [found.case.area]) is None:
            continue
        href = f"{entry.form_at.format(number=found.case.number)}?{query}"
        why = sentence(action.refusal) if action.refusal else ""
        asked.append(Offer(action.name, entry.title, href, why))
    return asked


def _act(office: Office, identity: Identity, found: Dossier) -> Act:
    """Return the act as which the official would decide."""
    deciders = found.case.programme.deciders(emergency=found.case.emergency)
    role = identity.role_for(deciders, [found.case.area]) or MANAGER
    return Act(by=identity.official, role=role, unit=identity.unit, on=office.today())


def waiting_for(office: Office, found: Dossier) -> tuple[Waiting, ...]:
    """Return the steps that the case waits for; none where the arrangement of the year is not known."""
    try:
        return waiting(found.case, office.working_days)
    except LookupError:
        return ()


def facts_on(found: Dossier, names: Names) -> list[tuple[str, object]]:
    """Return the facts of the case on the day, with their names."""
    case, on_day = found.case, found.on_day
    rows: list[tuple[str, object]] = [
        (_("Head of household"), names.person(case.head) if case.head else ""),
        (_("Programme"), programme_name(case.programme_code)),
        (_("Area"), area_name(on_day.facts.area if on_day.facts else case.area)),
    ]
    if on_day.facts:
        rows += [
            (_("Members counted"), number(on_day.facts.members)),
            (_("Monthly income of the household"), money(on_day.facts.monthly_income)),
            (_("Kind of standard"), kind_name(on_day.facts.kind)),
        ]
        rows += [(uplift_name(uplift.category), number(uplift.members)) for uplift in on_day.facts.uplifts]
    if on_day.period:
        rows.append((_("Amount due in the month"), money(on_day.monthly_amount)))
    return rows


def months_of(starts: date, ends: date | None) -> str:
    """Write which months a period is made of."""
    if ends is None:
        return _("From %(month)s on", month=month(starts))
    last = (
        ends.replace(year=ends.year - 1, month=12) if ends.month == 1 else ends.replace(month=ends.month - 1)
    )
    if last == starts:
        return month(starts)
    return _("%(first)s to %(last)s", first=month(starts), last=month(last))


def periods_of(found: Dossier) -> list[tuple[str, str, str]]:
    """Return the rows of the table of months, the latest first."""
    return [
        (months_of(period.starts, period.ends), money(period.monthly_amount), period.standard or NOTHING)
        for period in reversed(found.case.entitlement)
    ]


def entries_of(found: Dossier) -> list[Sequence[str]]:
    """Return the rows of the table of differences; months in a row that differ alike are one."""
    rows: list[Sequence[str]] = []
    by_event = enumerate(sorted(found.entries, key=attrgetter("position", "month")))
    for (position, paid, due, _run), some in groupby(by_event, _alike):
        months = [entry.month for _place, entry in some]
        rows.append(
            (
                months_of(months[0], next_month(months[-1])),
                number(len(months)),
                money(paid),
                money(due),
                difference((due - paid) * len(months)),
                f"№ {number(position)}",
            )
        )
    return rows


def _alike(placed: tuple[int, Row[Any]]) -> tuple[int, int, int, int]:
    """Return what entries of one row have in common; the last tells that no month is left out."""
    place, entry = placed
    return entry.position, entry.paid, entry.due, entry.month.year * 12 + entry.month.month - place


def total_of(found: Dossier) -> Sequence[str]:
    """Return the last row of the table of differences."""
    total = sum(entry.amount for entry in found.entries)
    return (_("In all"), "", "", "", difference(total), "")


@stands_beside("/cases/{number}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell what is on record about the case that a command is about."""
    found = readable_dossier(office, identity, parameters["number"])
    names = Names.of(office, *people_of(found))
    title = _("Case %(number)s", number=found.case.number)
    return Beside(title=title, href=f"/cases/{found.case.number}", facts=facts_on(found, names))


def looking_back(valid_on: date | None, known_at: datetime | None, found: Dossier) -> str:
    """Say which view of the past is shown; empty for the present."""
    if known_at and valid_on:
        return _(
            "What was believed on %(known_at)s about %(month)s.",
            known_at=instant(known_at),
            month=month(found.valid_on),
        )
    if known_at:
        return _("The case as it was known on %(known_at)s.", known_at=instant(known_at))
    if valid_on:
        return _("The case as it was in %(month)s, by what is known now.", month=month(valid_on))
    return ""
