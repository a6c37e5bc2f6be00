"""What a case's pages show of it: its facts, its people, its months, and its differences."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import quote

from sqlalchemy import Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.cases.dossier import Dossier, readable_dossier
from audit_service.desks.names import area_name, kind_name, programme_name, uplift_name
from audit_service.desks.reading import ERASED
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, difference, instant, money, month, number
from domain.periods import next_month
from projections import needy_lists


def facts_on(office: Office, found: Dossier) -> list[tuple[str, object]]:
    """Return the facts of the case on the day, with their names."""
    case, on_day = found.case, found.on_day
    names = Names.of(office, people=found.people)
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


def members_of(office: Office, found: Dossier) -> list[tuple[Step, str]]:
    """Return who lives in the household now, with their relation to its head; without one, who claims."""
    case = found.case
    if case.household is None:
        names = Names.of(office, people=case.people)
        return [(Step(names.person(one), f"/people/{one}"), "") for one in case.people]
    with office.views.connect() as views:
        members = [row for row in needy_lists.members_of(views, case.household) if row.until is None]
    opened = office.vault.open_many(row.name for row in members)
    return [
        (Step(name or _(ERASED), f"/people/{row.person}"), row.relation)
        for name, row in zip(opened, members, strict=True)
    ]


def household_of(office: Office, found: Dossier) -> str:
    """Return the address of the household's page; empty where the case has none."""
    if found.case.household is None:
        return ""
    with office.views.connect() as views:
        household = needy_lists.household(views, found.case.household)
    return f"/households/{quote(household.number, safe='')}" if household else ""


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
    total = sum(entry.due - entry.paid for entry in found.entries)
    return (_("In all"), "", "", "", difference(total), "")


@stands_beside("/cases/{number}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell what is on record about the case that a command is about."""
    found = readable_dossier(office, identity, parameters["number"])
    title = _("Case %(number)s", number=found.case.number)
    return Beside(title=title, href=f"/cases/{found.case.number}", facts=facts_on(office, found))


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
