"""Discipline leads as inspectors read them; to everybody else, and to whom they concern, there are none."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.discipline.commands import AT, WHO_FOLLOWS
from audit_service.desks.discipline.words import ClueState, clue_source, clue_state
from audit_service.desks.names import area_name
from audit_service.desks.offers import AreaCode
from audit_service.desks.reading import ERASED
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, written
from domain.identities import discipline_lead_id
from domain.roles import INSPECTOR
from projections.discipline_leads import SoughtLeads, concerned_by, listed_leads


class Filter(BaseModel):
    """Which discipline leads are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    state: Annotated[ClueState | None, Field(title="State")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None


class DisciplineLeadAnswer(BaseModel):
    """What may be a breach of discipline, and what became of it."""

    number: str
    area: str
    source: str
    officials: list[str]
    """Names of whom it concerns."""
    text: str
    case_number: str
    state: str
    recorded_on: date
    recorded_by: str
    """Name of the inspector."""
    settled_on: date | None


class DisciplineLeadsAnswer(BaseModel):
    """A page of discipline leads, the latest first."""

    leads: list[DisciplineLeadAnswer]
    next: int | None
    """The next page is before this position; null on the last."""


def check_inspector(reader: Identity) -> None:
    """Go on only for inspectors. Raises NotOnRecord for everybody else."""
    if not reader.holds_any(WHO_FOLLOWS):
        raise NotOnRecord(discipline_lead_id(""))


def listed(
    office: Office, reader: Identity, wanted: Filter, *, before: int | None, limit: int
) -> DisciplineLeadsAnswer:
    """Return the discipline leads asked for. Raises NotOnRecord for everybody but inspectors."""
    found = _found(office, reader, state=wanted.state or "", area=wanted.area, before=before, limit=limit + 1)
    following = found[limit - 1].recorded if len(found) > limit else None
    return DisciplineLeadsAnswer(leads=_told(office, found[:limit]), next=following)


def readable_lead(office: Office, reader: Identity, number: str) -> DisciplineLeadAnswer:
    """Return the discipline lead. Raises NotOnRecord, also where it is not for the reader."""
    found = _found(office, reader, number=number, limit=1)
    if not found:
        raise NotOnRecord(discipline_lead_id(number))
    return _told(office, found)[0]


def _found(
    office: Office,
    reader: Identity,
    *,
    area: str | None = None,
    before: int | None = None,
    limit: int,
    **sought: str,
) -> Sequence[Row[Any]]:
    areas = _inspected(reader, area)
    wanted = SoughtLeads(reader=reader.official, areas=areas, **sought)
    with office.views.connect() as views:
        return listed_leads(views, wanted, before=before, limit=limit)


def _inspected(reader: Identity, area: str | None) -> frozenset[str] | None:
    """Return the areas that the reader inspects, None for all. Raises NotOnRecord if they inspect none."""
    check_inspector(reader)
    held = reader.roles[INSPECTOR]
    if "*" in held:
        return frozenset((area,)) if area else None
    return held & {area} if area else held


def _told(office: Office, rows: Sequence[Row[Any]]) -> list[DisciplineLeadAnswer]:
    with office.views.connect() as views:
        whom = concerned_by(views, [row.lead for row in rows])
    everyone = {row.recorded_by for row in rows}.union(*whom.values())
    names = Names.of(office, everyone)
    texts = office.vault.open_many(row.text for row in rows)
    own = ("number", "area", "source", "case_number", "state", "recorded_on", "settled_on")
    return [
        DisciplineLeadAnswer(
            text=_(ERASED) if text is None else text,
            officials=[names.official(one) for one in whom[row.lead]],
            recorded_by=names.official(row.recorded_by),
            **{name: getattr(row, name) for name in own},
        )
        for row, text in zip(rows, texts, strict=True)
    ]


def facts_of(found: DisciplineLeadAnswer) -> list[tuple[object, ...]]:
    """Return what a discipline lead says, in the reader's language."""
    facts: list[tuple[object, ...]] = [
        (_("What is said to have happened"), found.text),
        (_("Whom it concerns"), written(found.officials)),
        (_("What it came from"), clue_source(found.source)),
        (_("Area"), area_name(found.area)),
        (_("Recorded on"), day(found.recorded_on)),
        (_("State"), clue_state(found.state)),
    ]
    if found.case_number:
        facts.append((_("Case"), found.case_number, f"/cases/{found.case_number}", _("Look at it")))
    return facts


@stands_beside(f"{AT}/{{discipline_lead}}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the discipline lead that a command is about."""
    found = readable_lead(office, identity, parameters["discipline_lead"])
    return Beside(title=found.number, href=f"{AT}/{found.number}", facts=facts_of(found))
